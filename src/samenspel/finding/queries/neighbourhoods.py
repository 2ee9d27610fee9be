"""The neighbourhoods of a network, and what serves each of them.

An offer serves a neighbourhood when it names it, its district or its municipality; an offer that names no area serves
everybody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Greatest

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.networks.models import Network
from samenspel.places.models import Area
from samenspel.places.rules import AreaKind

CHANGED_AT = Greatest("created_at", "confirmed_at", "capacity_changed_at")
"""The last moment at which the page of an offer became different: PostgreSQL skips what is empty."""


@dataclass(frozen=True, slots=True)
class Served:
    """A neighbourhood of a network: how many open offers serve it, how many of those name it or its district."""

    area: Area
    offers: int
    own: int
    changed_at: datetime | None

    @property
    def wider(self) -> int:
        """How many serve the whole municipality."""
        return self.offers - self.own


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Offers with the same list of areas."""

    codes: frozenset[str]
    offers: int
    changed_at: datetime


def codes_around(area: Area) -> list[str]:
    """The codes that an offer may name to serve somebody here: the area itself and what it lies in."""
    return [code for code in (area.pk, area.parent_id, area.municipality_id) if code]


def serving(area: Area) -> Q:
    """The condition on offers that they serve this area."""
    return Q(area_codes=[]) | Q(area_codes__overlap=codes_around(area))


def of_network(network: Network) -> list[Served]:
    """The neighbourhoods in the area of a network, by name, in two questions to the database."""
    return of_networks([network])[network.pk]


def of_networks(networks: Iterable[Network]) -> dict[UUID, list[Served]]:
    """Per network its neighbourhoods by name; two questions for all together."""
    chosen = [network for network in networks if network.area_id]
    bundles = _bundles(chosen)
    areas = list(_neighbourhoods({network.area_id for network in chosen if network.area_id}))
    found: dict[UUID, list[Served]] = defaultdict(list)
    for network in chosen:
        found[network.pk] = _served(_present(areas, network.area_id), bundles[network.pk])
    return found


def _bundles(networks: Sequence[Network]) -> dict[UUID, list[_Bundle]]:
    """The open offers of the present partners of each network, those with the same areas together."""
    rows = (
        Offer.objects.filter(
            state=OfferState.OPEN.value,
            organisation__partnerships__ended_on=None,
            organisation__partnerships__network__in=networks,
        )
        .order_by()
        .values_list("organisation__partnerships__network", "area_codes")
        .annotate(number=Count("pk"), last=Max(CHANGED_AT))
    )
    found: dict[UUID, list[_Bundle]] = defaultdict(list)
    for network_id, codes, number, last in rows:
        found[network_id].append(_Bundle(frozenset(codes), number, last))
    return found


def _neighbourhoods(codes: set[str]) -> QuerySet[Area]:
    inside = Q(pk__in=codes) | Q(parent__in=codes) | Q(municipality__in=codes)
    found = Area.objects.filter(inside, kind=AreaKind.NEIGHBOURHOOD).select_related("parent", "municipality")
    return found.order_by("name_key", "code")


def _present(areas: Iterable[Area], code: str | None) -> list[Area]:
    """Those in this area that still existed in its newest year."""
    inside = [area for area in areas if code in codes_around(area)]
    newest = max((area.latest_year for area in inside), default=0)
    return [area for area in inside if area.latest_year == newest]


def _served(areas: Iterable[Area], bundles: Sequence[_Bundle]) -> list[Served]:
    named: dict[str, set[int]] = defaultdict(set)
    for place, bundle in enumerate(bundles):
        for code in bundle.codes or {""}:
            named[code].add(place)
    return [_one(area, bundles, named) for area in areas]


def _one(area: Area, bundles: Sequence[_Bundle], named: dict[str, set[int]]) -> Served:
    around = codes_around(area)
    places = set[int]().union(named.get("", ()), *(named.get(code, ()) for code in around))
    own = set[int]().union(*(named.get(code, ()) for code in around if code != area.municipality_id))
    return Served(
        area,
        offers=sum(bundles[place].offers for place in places),
        own=sum(bundles[place].offers for place in own),
        changed_at=max((bundles[place].changed_at for place in places), default=None),
    )
