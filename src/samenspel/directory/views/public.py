"""What everybody reads: the offers of one partner, and one offer."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.roles import Permission
from samenspel.design.parts import Link
from samenspel.directory import linked, queries, words
from samenspel.lib import clock
from samenspel.networks import pictures
from samenspel.networks.frame import about
from samenspel.networks.models import Network, Organisation
from samenspel.networks.queries import pages, profile

PER_PAGE = 25


@public
@require_safe
def of_partner(request: PersonRequest, slug: str, organisation: str) -> HttpResponse:
    """Everything that one partner of a network offers now."""
    network = pages.network_named(slug, scope=request.scope)
    found = profile.partner_named(organisation, network=network).organisation
    page = Paginator(queries.public_offers(network, organisation=found), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "cards": [words.card(offer, today=clock.today()) for offer in page],
        "page": page,
        "may_edit": request.scope.may(Permission.EDIT_PROFILE, organisation_id=found.pk),
        "trail": _trail(network, found)[:2],
    }
    return render(request, "directory/public_offers.html", about(network) | context)


@public
@require_safe
def offer(request: PersonRequest, slug: str, offer: str) -> HttpResponse:
    """One offer: what it is, for whom, is there room, how to apply, and when it was last confirmed."""
    network = pages.network_named(slug, scope=request.scope)
    found = queries.public_offer(network, slug=offer)
    areas = queries.areas_of(found)
    context = {
        "offer": found,
        "organisation": found.organisation,
        "card": words.card(found, today=clock.today()),
        "facts": words.facts(
            found, areas=[area.name for area in areas], place=None if found.address else queries.place_of(found)
        ),
        "phone_here": found.contact_phone or found.organisation.contact_phone,
        "mail_here": found.contact_email or found.organisation.contact_email,
        "ask_for": found.contact_name or found.organisation.contact_name,
        "picture_url": pictures.address(found.picture.name or ""),
        "may_edit": request.scope.may(Permission.EDIT_PROFILE, organisation_id=found.organisation_id),
        "trail": _trail(network, found.organisation),
        **linked.offer_page(network, found, areas),
    }
    return render(request, "directory/public_offer.html", about(network) | context)


def _trail(network: Network, organisation: Organisation) -> list[Link]:
    here = [network.slug, organisation.slug]
    return [
        Link(label=network.name, url=reverse("networks:network", args=here[:1])),
        Link(label=organisation.name, url=reverse("networks:profile", args=here)),
        Link(label=_("Aanbod"), url=reverse("directory:of_partner", args=here)),
    ]
