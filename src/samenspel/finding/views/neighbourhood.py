"""The pages about the neighbourhoods of a network: which there are, and what is offered in one of them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.design import linked
from samenspel.design.parts import Link
from samenspel.finding import feeds, neighbourhood_words
from samenspel.finding.queries import neighbourhood as queries
from samenspel.finding.queries import neighbourhoods
from samenspel.lib import clock
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages
from samenspel.places import drawing, keyfigures
from samenspel.places import queries as places


@public
@require_safe
def neighbourhood_list(request: PersonRequest, slug: str) -> HttpResponse:
    """The neighbourhoods in which a network works, by district, with how much is offered in each."""
    network = pages.network_named(slug, scope=request.scope)
    served = neighbourhoods.of_network(network)
    trail = _trail(network)[:1]
    context = {
        "districts": neighbourhood_words.by_district(served),
        "number": len(served),
        "trail": trail,
        **_known_to_machines(network, trail, Link(label=_("Buurten"), url=request.path)),
    }
    return render(request, "finding/neighbourhoods.html", about(network) | context)


@public
@require_safe
def neighbourhood(request: PersonRequest, slug: str, area: str) -> HttpResponse:
    """What is offered in one neighbourhood, by whom, what is known about it, and whom to ask (P4.7)."""
    network = pages.network_named(slug, scope=request.scope)
    found = queries.neighbourhood_named(area, network=network)
    if area != found.slug:
        return redirect("finding:neighbourhood", network.slug, found.slug, permanent=True)
    centre = places.latest_edition(found)
    asked = request.GET.get("waar", "")
    offered = queries.offered(network, found, centre=centre, reach=asked, page=request.GET.get("page", "1"))
    trail = _trail(network)
    here = Link(label=found.name, url=request.path)
    context = {
        "area": found,
        "centre": centre,
        "groups": neighbourhood_words.groups(offered.groups, centre=centre, today=clock.today()),
        "offered": offered,
        "chips": neighbourhood_words.chips(offered.totals, chosen=asked, url=request.path),
        "organisations": queries.organisations_here(network, found),
        "figures": [one for one in keyfigures.key_figures(found) if one.name in neighbourhood_words.FIGURES],
        "map": drawing.map_of(found),
        "trail": trail,
        **_known_to_machines(network, trail, here, neighbourhood_words.as_place(found, centre, here.url)),
    }
    return render(request, "finding/neighbourhood.html", about(network) | context)


@public
@require_safe
def feed(request: PersonRequest, slug: str, area: str) -> HttpResponse:
    """What is new or newly confirmed in one neighbourhood, for who follows it (Atom)."""
    network = pages.network_named(slug, scope=request.scope)
    found = queries.neighbourhood_named(area, network=network)
    if area != found.slug:
        return redirect("finding:neighbourhood_feed", network.slug, found.slug, permanent=True)
    text = feeds.atom(network, found, queries.news(network, found), now=clock.now())
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


@public
@require_safe
def elsewhere(request: PersonRequest, area: str) -> HttpResponse:  # noqa: ARG001 -- everybody goes the same way
    """From an area to the page of the network that works there; to searching near it where no network does."""
    found = places.area(code=area.partition("-")[0])
    if found is None:
        raise Http404
    network = queries.network_for(found)
    if network is None:
        return redirect(f"{reverse('finding:find')}?buurt={found.pk}")
    if queries.is_neighbourhood(found):
        return redirect("finding:neighbourhood", network.slug, found.slug)
    return redirect("finding:neighbourhoods", network.slug)


def _trail(network: Network) -> list[Link]:
    return [
        Link(label=network.name, url=reverse("networks:network", args=[network.slug])),
        Link(label=_("Buurten"), url=reverse("finding:neighbourhoods", args=[network.slug])),
    ]


def _known_to_machines(network: Network, trail: list[Link], here: Link, *things: linked.Thing) -> dict[str, Any]:
    """What search machines read; nothing about a network that is not open to everybody."""
    if not network.is_public:
        return {}
    way = linked.breadcrumbs(trail, here)
    return {"canonical": linked.absolute(here.url), "linked": linked.graph(*things, way)}
