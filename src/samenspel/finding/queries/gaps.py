"""What was not found in a network, beside what is offered there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from samenspel.directory.access import open_offers
from samenspel.engine import taxonomy
from samenspel.finding.missing import MONTHS, Missed, first_of_month, months_until
from samenspel.finding.models import Gap
from samenspel.finding.queries.neighbourhoods import codes_around
from samenspel.networks import queries as networks
from samenspel.networks.models import Network
from samenspel.places import queries as places
from samenspel.places.models import Area


@dataclass(frozen=True)
class Line:
    """What was missed of one kind in one area, per month, and how many open offers of that kind serve it now."""

    kind: str
    area: Area | None
    nothing: int
    wider: int
    counts: dict[date, int]
    offered: int

    @property
    def total(self) -> int:
        """All searches of the period."""
        return self.nothing + self.wider


@dataclass(frozen=True)
class Report:
    """The last twelve months, oldest first; the lines with most searches first."""

    months: list[date]
    lines: list[Line] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All searches of the period."""
        return sum(line.total for line in self.lines)

    @property
    def without_offer(self) -> int:
        """In how many lines the kind is known and nobody offers it there."""
        return sum(1 for line in self.lines if not line.offered and kinds_meant(line.kind))

    def in_month(self, month: date) -> int:
        """All searches of one month."""
        return sum(line.counts.get(month, 0) for line in self.lines)


def report(network: Network, *, today: date) -> Report:
    """What people did not find in twelve months, in two questions to the database."""
    months = months_until(first_of_month(today), number=MONTHS)
    rows = Gap.objects.filter(network=network, month__gte=months[0]).select_related("area__municipality")
    together: dict[tuple[str, str | None], list[Gap]] = defaultdict(list)
    for row in rows:
        together[row.kind, row.area_id].append(row)
    supply = _supply(network) if together else []
    lines = [_line(found, supply) for found in together.values()]
    return Report(months, sorted(lines, key=lambda one: (-one.total, one.kind, one.area.name_key if one.area else "")))


def _line(found: Sequence[Gap], supply: Sequence[tuple[frozenset[str], frozenset[str], int]]) -> Line:
    kind, area = found[0].kind, found[0].area
    return Line(
        kind=kind,
        area=area,
        nothing=sum(row.nothing for row in found),
        wider=sum(row.wider for row in found),
        counts={row.month: row.nothing + row.wider for row in found},
        offered=sum(number for kinds, areas, number in supply if _fits(kind, area, kinds, areas)),
    )


def _supply(network: Network) -> list[tuple[frozenset[str], frozenset[str], int]]:
    """The open offers of a network: kinds, areas, and how many have both the same."""
    rows = open_offers(network).order_by().values_list("kinds", "area_codes").annotate(number=Count("pk"))
    return [(frozenset(kinds), frozenset(areas), number) for kinds, areas, number in rows]


def _fits(kind: str, area: Area | None, kinds: frozenset[str], areas: frozenset[str]) -> bool:
    here = area is None or not areas or not areas.isdisjoint(codes_around(area))
    return here and not kinds.isdisjoint(kinds_meant(kind))


def kinds_meant(code: str) -> frozenset[str]:
    """The kinds that a kept code stands for: itself, or those of the group; none when it was unknown."""
    return frozenset(kind.code for kind in taxonomy.standard().kinds if code in (kind.code, kind.group))


def told(missed: Missed) -> list[Network]:
    """The networks that are told: the one that was searched in, else the open ones that work in the area."""
    if missed.network:
        return list(networks.public_networks().filter(slug=missed.network))
    area = places.area(code=missed.area)
    return list(networks.serving([area])) if area else []
