"""What the page of one organisation in a network shows."""

from uuid import UUID

from django.http import Http404

from samenspel.networks.models import BoardPost, Network, Organisation, Partner
from samenspel.networks.queries.board import open_posts


def partner_named(slug: str, *, network: Network) -> Partner:
    """The tie between a network and the organisation with this address name, with the organisation and its area.

    Raises:
        Http404: there is no such organisation, or it is not a partner here now.
    """
    found = (
        Partner.objects.select_related("organisation__area__municipality")
        .filter(network=network, organisation__slug=slug, ended_on=None)
        .first()
    )
    if found is None:
        raise Http404
    found.network = network
    return found


def home_of(organisation: Organisation) -> Network | None:
    """The network in which an organisation takes part longest: where its public page is."""
    tie = Partner.objects.select_related("network").filter(organisation=organisation, ended_on=None)
    found = tie.order_by("since_on", "pk").first()
    return found.network if found else None


def public_home_of(organisation: Organisation) -> Network | None:
    """The network under which the world knows an organisation: the open one in which it takes part longest."""
    tie = Partner.objects.select_related("network").filter(organisation=organisation, ended_on=None)
    found = tie.filter(network__is_public=True).order_by("since_on", "pk").first()
    return found.network if found else None


def board_posts_of(organisation_id: UUID, *, network: Network) -> list[BoardPost]:
    """What an organisation has on the board of a network now, newest first, at most ten."""
    return list(open_posts(network).filter(organisation_id=organisation_id)[:10])
