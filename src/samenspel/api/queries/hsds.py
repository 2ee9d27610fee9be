"""What the HSDS doors ask: the offers and organisations that everybody may see, narrowed down as asked."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.db.models.lookups import GreaterThanOrEqual
from django.http import Http404

from samenspel.api.hsds import asked as asking
from samenspel.api.hsds.asked import Asked
from samenspel.api.hsds.naming import service_id_of
from samenspel.api.hsds.objects import Frame
from samenspel.api.queries.hsds_terms import offers_with, organisations_with
from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.engine import taxonomy
from samenspel.networks.models import Network, Organisation, Partner
from samenspel.places.models import Area

MOST_WORDS = 10
MODIFIED_AT = Greatest("confirmed_at", "capacity_changed_at")
"""The same moment as `objects.modified_at`."""
NAMED = ("id", "organisation_id", "name", "state", "confirmed_at", "capacity_changed_at")
WITH_PLACE = ~Q(address="") | Q(longitude__isnull=False)


def public_network(slug: str) -> Network:
    """A network with a public page.

    Raises:
        Http404: there is none.
    """
    found = Network.objects.filter(slug=slug, is_public=True).first()
    if found is None:
        raise Http404
    return found


def id_of(key: str) -> UUID:
    """An id from an address.

    Raises:
        Http404: nothing can have such an id.
    """
    try:
        return asking.uuid(key)
    except ValueError:
        raise Http404 from None


def _partners(network: Network | None) -> QuerySet[Partner]:
    """The present partners of a network, or of all public ones."""
    where = Q(network=network) if network else Q(network__is_public=True)
    return Partner.objects.filter(where, ended_on=None)


def _open(network: Network | None) -> QuerySet[Offer]:
    partners = _partners(network).values("organisation")
    return Offer.objects.filter(organisation__in=partners, state=OfferState.OPEN.value)


def offers(network: Network | None, asked: Asked) -> QuerySet[Offer]:
    """Open offers as asked, the oldest first."""
    found = _open(network).select_related("organisation").order_by("pk")
    if asked.organization_id:
        found = found.filter(organisation=asked.organization_id)
    if asked.modified_after:
        found = found.filter(GreaterThanOrEqual(MODIFIED_AT, asked.modified_after))
    return found.filter(offers_with(asked), *_saying(asked.search))


def minimal(found: QuerySet[Offer], window: slice) -> list[tuple[UUID, datetime]]:
    """Only ids and when they changed."""
    return list(found.values_list("pk", MODIFIED_AT)[window])


def offer(network: Network | None, *, pk: UUID) -> Offer:
    """One open offer with its organisation.

    Raises:
        Http404: there is none.
    """
    found = _open(network).select_related("organisation").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def with_place(found: QuerySet[Offer]) -> QuerySet[Offer]:
    """Only what happens at one place."""
    return found.filter(WITH_PLACE)


def placed_offer(network: Network | None, *, pk: UUID) -> Offer:
    """The offer of a `service_at_location`.

    Raises:
        Http404: there is none, or it happens nowhere in particular.
    """
    found = offer(network, pk=service_id_of(pk))
    if not found.address and found.longitude is None:
        raise Http404
    return found


def organisations(network: Network | None, asked: Asked) -> QuerySet[Organisation]:
    """Present partners as asked, the oldest first; a term counts when they or one of their offers have it."""
    found = Organisation.objects.filter(pk__in=_partners(network).values("organisation")).order_by("pk")
    theirs = Exists(_open(network).filter(offers_with(asked), organisation=OuterRef("pk")))
    if asked.taxonomy_term_id or asked.taxonomy_id:
        found = found.filter(organisations_with(asked) | Q(theirs))
    words = asked.search.split()[:MOST_WORDS]
    return found.filter(*(Q(name__icontains=word) | Q(what_we_do__icontains=word) for word in words))


def organisation(network: Network | None, *, pk: UUID) -> Organisation:
    """One present partner.

    Raises:
        Http404: there is none.
    """
    found = organisations(network, Asked()).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def offers_of(network: Network | None, owners: Iterable[Organisation], *, whole: bool) -> Mapping[UUID, list[Offer]]:
    """The open offers of some organisations, each list with the oldest first.

    Not `whole`: only what `objects.named_service` tells, for a partner can have thousands.
    """
    by_owner: dict[UUID, list[Offer]] = {one.pk: [] for one in owners}
    found = _open(network).filter(organisation__in=list(by_owner)).order_by("pk")
    for one in found.select_related("organisation") if whole else found.only(*NAMED):
        by_owner[one.organisation_id].append(one)
    return by_owner


def frame(network: Network | None, found: Iterable[Offer], *, site: str | None = None) -> Frame:
    """What stands beside these offers; `site` empty for a file that goes elsewhere."""
    listed = list(found)
    codes = {code for one in listed for code in one.area_codes}
    return Frame(
        areas=dict(Area.objects.filter(pk__in=codes).values_list("pk", "name")) if codes else {},
        homes=_homes(network, {one.organisation_id for one in listed}) if site != "" else {},
        site=settings.SITE_ADDRESS.rstrip("/") if site is None else site,
    )


def _homes(network: Network | None, owners: set[UUID]) -> Mapping[UUID, str]:
    """In which network people read each organisation: the one asked, else the first by its address."""
    if network:
        return dict.fromkeys(owners, network.slug)
    ties = _partners(None).filter(organisation__in=owners).order_by("-network__slug")
    return dict(ties.values_list("organisation", "network__slug"))


def _saying(search: str) -> list[Q]:
    """Each word stands in the name, the description, the name of the organisation, or means one of the kinds."""
    return [_says(word) for word in search.split()[:MOST_WORDS]]


def _says(word: str) -> Q:
    in_text = Q(name__icontains=word) | Q(description__icontains=word) | Q(organisation__name__icontains=word)
    folded = word.casefold()
    kinds = [
        kind.code
        for kind in taxonomy.standard().kinds
        if any(folded in said.casefold() for said in (kind.label_nl, *kind.words_nl))
    ]
    return in_text | Q(kinds__overlap=kinds) if kinds else in_text
