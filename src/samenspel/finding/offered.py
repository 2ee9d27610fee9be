"""From the rows of the database to what the engine ranks: every open offer as plain facts.

Who may see an offer is no part of it: that goes by the partners of a network (`partners`), at every question.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, OfferForm, OfferProvider, OfferState
from samenspel.engine import offers as engine
from samenspel.engine import targets
from samenspel.engine.offers import OfferFacts, Provider
from samenspel.finding.wanted import Point
from samenspel.places import geometry
from samenspel.places.models import AreaEdition

CHUNK = 2_000
DAYS_IN_WEEK = 7
PROVIDERS = {
    OfferProvider.VOLUNTEER.value: Provider.VOLUNTEER,
    OfferProvider.PROFESSIONAL.value: Provider.PROFESSIONAL,
    OfferProvider.BOTH.value: Provider.BOTH,
}


class Row(NamedTuple):
    """What of an offer can be found; the names are those of the columns."""

    pk: UUID
    organisation_id: UUID
    organisation__name: str
    organisation__area_id: str | None
    name: str
    description: str
    conditions: str
    wishes: str
    kinds: list[str]
    target_groups: list[str]
    form: str
    provider: str
    area_codes: list[str]
    longitude: float | None
    latitude: float | None
    days: list[str]
    languages: list[str]
    capacity: str
    free_places: int | None
    waiting_weeks: int | None


class Numbers:
    """Small numbers for things with a name: each new name gets the next one. A number never changes."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def of(self, name: object) -> int:
        """The number of this name."""
        return self._numbers.setdefault(name, len(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)


def number_of_open() -> int:
    """How many offers there are to load."""
    return Offer.objects.filter(state=OfferState.OPEN.value).count()


def all_open() -> Iterator[list[Row]]:
    """All open offers in parts; the whole is never in memory at once."""
    part: list[Row] = []
    for row in _rows(Q()).iterator(chunk_size=CHUNK):
        part.append(Row._make(row))
        if len(part) == CHUNK:
            yield part
            part = []
    yield part


def open_ones(keys: Collection[UUID], organisations: Collection[UUID]) -> list[Row]:
    """Those of these offers, and of the offers of these organisations, that are open."""
    return [Row._make(row) for row in _rows(Q(pk__in=keys) | Q(organisation__in=organisations))]


def _rows(which: Q) -> Any:
    return Offer.objects.filter(which, state=OfferState.OPEN.value).order_by().values_list(*Row._fields)


def centres() -> dict[str, Point]:
    """The middle of every area in its newest outline, in metres."""
    newest = AreaEdition.objects.order_by("area_id", "-year").distinct("area_id")
    return {code: (x, y) for code, x, y in newest.values_list("area_id", "centre_x", "centre_y")}


def facts(
    rows: Iterable[Row], *, centres: Mapping[str, Point], owners: Numbers, areas: Numbers
) -> Iterator[tuple[bytes, OfferFacts]]:
    """Key and facts of each offer; organisations and areas get their numbers on the way."""
    listed = list(rows)
    points = _own_points(listed)
    for row in listed:
        point = points.get(row.pk) or _middle(row, centres)
        yield row.pk.bytes, _facts(row, point=point, owner=owners.of(row.organisation_id), areas=areas)


def names_of_area(code: str) -> tuple[str, ...]:
    """The names under which an offer for this area is found: the area itself, and for who asks around it 'inside'.

    The codes say what lies in what: `BU0363AA01` in `WK0363AA` in `GM0363`.
    """
    inside = {"BU": (f"in WK{code[2:8]}", f"in GM{code[2:6]}"), "WK": (f"in GM{code[2:6]}",)}
    return (code, *inside.get(code[:2], ()))


def names_for_asker(code: str) -> tuple[str, ...]:
    """What somebody in this area is served by: what is for the area, for what lies in it and for what it lies in."""
    around = {"BU": (f"WK{code[2:8]}", f"GM{code[2:6]}"), "WK": (f"GM{code[2:6]}",)}
    return (code, f"in {code}", *around.get(code[:2], ()))


def _facts(row: Row, *, point: Point | None, owner: int, areas: Numbers) -> OfferFacts:
    free, waiting = _room(row)
    served = {name for code in row.area_codes for name in names_of_area(code)}
    return OfferFacts(
        name=row.name,
        description=f"{row.description}\n{row.wishes}\n{row.conditions}\n{row.organisation__name}",
        kinds=tuple(row.kinds),
        target_groups=tuple(row.target_groups) or (targets.EVERYONE,),
        provider=PROVIDERS[row.provider],
        languages=tuple(row.languages) or ("nl",),
        days=tuple(row.days) or engine.DAYS,
        collective=row.form == OfferForm.GROUP,
        remote=row.form == OfferForm.REMOTE,
        point=point,
        free_places=free,
        waiting_days=waiting,
        owner=owner,
        areas=tuple(sorted(areas.of(name) for name in served)),
    )


def _room(row: Row) -> tuple[int | None, int | None]:
    """Free places and waiting days as the engine counts them; both None when the organisation did not say."""
    match row.capacity:
        case Capacity.ROOM:
            return row.free_places or 1, None
        case Capacity.WAITING:
            return 0, row.waiting_weeks * DAYS_IN_WEEK if row.waiting_weeks else None
        case Capacity.FULL:
            return 0, None
        case _unknown:
            return None, None


def _own_points(rows: list[Row]) -> dict[UUID, Point]:
    """The places that offers name themselves, changed to metres all at once.

    A place abroad, as feeds of other directories may tell, says nothing: metres of the Dutch grid do not hold there.
    """
    told = [(row.pk, row.longitude, row.latitude) for row in rows]
    placed = [(pk, x, y) for pk, x, y in told if x is not None and y is not None and geometry.in_netherlands(x, y)]
    if not placed:
        return {}
    xs, ys = geometry.to_rd([x for _pk, x, _y in placed], [y for _pk, _x, y in placed])
    return {pk: (float(x), float(y)) for (pk, _x, _y), x, y in zip(placed, xs, ys, strict=True)}


def _middle(row: Row, centres: Mapping[str, Point]) -> Point | None:
    """The middle of the one neighbourhood or district it is for, else of where its organisation is."""
    if len(row.area_codes) == 1 and not row.area_codes[0].startswith("GM"):
        return centres.get(row.area_codes[0])
    return centres.get(row.organisation__area_id or "")
