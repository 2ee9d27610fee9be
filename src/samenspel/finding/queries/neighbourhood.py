"""What the page of one neighbourhood shows: offers by the way they reach you, organisations, and what is new."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, FloatField, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.http import Http404

from samenspel.directory.access import open_offers
from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferForm
from samenspel.finding.queries.neighbourhoods import codes_around, serving
from samenspel.networks.models import Network, Organisation
from samenspel.places import queries as places
from samenspel.places.models import Area, AreaEdition
from samenspel.places.rules import AreaKind

PER_PAGE = 15
MOST_ORGANISATIONS = 12
MOST_NEWS = 50


class Reach(StrEnum):
    """How an offer reaches somebody, in the order of the page."""

    NEAR = "dichtbij"
    HOME = "thuis"
    REMOTE = "telefoon"


_RANK = {reach: rank for rank, reach in enumerate(Reach)}
_REACH = Case(
    When(form=OfferForm.REMOTE.value, then=Value(_RANK[Reach.REMOTE])),
    When(Q(form=OfferForm.GROUP.value) | ~Q(address="") | Q(longitude__isnull=False), then=Value(_RANK[Reach.NEAR])),
    default=Value(_RANK[Reach.HOME]),
    output_field=IntegerField(),
)
"""A group meets somewhere and what has an address is there; help to one person without an address comes to you."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One page of the offers that serve a neighbourhood; `totals` counts all pages and all ways."""

    page: Page[Offer]
    groups: list[tuple[Reach, list[Offer]]]
    totals: dict[Reach, int]

    @property
    def total(self) -> int:
        """How many offers serve this neighbourhood."""
        return sum(self.totals.values())


@dataclass(frozen=True, slots=True)
class Active:
    """A partner that is active in a neighbourhood, with how many of its offers serve it."""

    slug: str
    name: str
    offers: int


def neighbourhood_named(name: str, *, network: Network) -> Area:
    """The neighbourhood of an address name such as `BU03080000-centrum`, with what it lies in.

    Raises:
        Http404: no such neighbourhood, or it is not in the area of this network.
    """
    found = places.area(code=name.partition("-")[0])
    if found is None or not is_neighbourhood(found) or network.area_id not in codes_around(found):
        raise Http404
    return found


def is_neighbourhood(area: Area) -> bool:
    """Whether this is a neighbourhood, not a district or municipality."""
    return area.kind == AreaKind.NEIGHBOURHOOD


def offers_here(network: Network, area: Area) -> QuerySet[Offer]:
    """The open offers of a network that serve this area."""
    return open_offers(network).filter(serving(area))


def offered(network: Network, area: Area, *, centre: AreaEdition | None, reach: str, page: str) -> Offered:
    """One page of what is offered here: what is for this neighbourhood first, then what is near.

    `reach` is a value of `Reach`, or empty for all. Each offer says in `is_own` whether it names this neighbourhood.
    """
    own = Case(When(area_codes__contains=[area.pk], then=Value(True)), default=Value(False))
    offers = offers_here(network, area).annotate(reach=_REACH, is_own=own)
    counted = dict(offers.order_by().values_list("reach").annotate(number=Count("pk")))
    chosen = offers.filter(reach=_RANK[Reach(reach)]) if reach in list(Reach) else offers
    ordered = chosen.select_related("organisation").order_by("reach", "-is_own", _far_from(centre), "name", "pk")
    shown = cast("Page[Offer]", Paginator(ordered, PER_PAGE).get_page(page))
    groups: dict[Reach, list[Offer]] = {}
    for offer in shown:
        groups.setdefault(list(Reach)[vars(offer)["reach"]], []).append(offer)
    return Offered(shown, list(groups.items()), {one: counted.get(_RANK[one], 0) for one in Reach})


def _far_from(centre: AreaEdition | None) -> Coalesce | Value:
    """Something that grows with the distance from the middle of an area; what has no place comes after what has."""
    nowhere = Value(float("inf"), output_field=FloatField())
    if centre is None:
        return nowhere
    east = (F("longitude") - centre.centre_lon) * cos(radians(centre.centre_lat))
    north = F("latitude") - centre.centre_lat
    return Coalesce(east * east + north * north, nowhere, output_field=FloatField())


def organisations_here(network: Network, area: Area) -> list[Active]:
    """The partners that offer something here, who offers most first; then those that are here themselves."""
    grouped = offers_here(network, area).order_by().values_list("organisation__slug", "organisation__name")
    offering = grouped.annotate(number=Count("pk")).order_by("-number", "organisation__name", "organisation__slug")
    found = [Active(*row) for row in offering[:MOST_ORGANISATIONS]]
    partners = Organisation.objects.filter(partnerships__network=network, partnerships__ended_on=None)
    living = partners.filter(area__in=[area.pk, area.parent_id]).exclude(slug__in=[one.slug for one in found])
    rest = living.order_by("name", "pk").values_list("slug", "name")[:MOST_ORGANISATIONS]
    return [*found, *(Active(slug, name, 0) for slug, name in rest)][:MOST_ORGANISATIONS]


def news(network: Network, area: Area) -> QuerySet[Offer]:
    """The offers here that are new or of which somebody last said that they are true, the latest first."""
    found = offers_here(network, area).select_related("organisation")
    return found.order_by("-confirmed_at", "pk")[:MOST_NEWS]


def network_for(area: Area) -> Network | None:
    """The public network that works in this area: the one with the smallest area when there are more."""
    around = codes_around(area)
    found = Network.objects.filter(is_public=True, area__in=around)
    return min(found, key=lambda one: (around.index(one.area_id or ""), one.name, one.pk), default=None)
