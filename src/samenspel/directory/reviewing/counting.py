"""Counting offers per neighbourhood, kind and target group. Plain values: no database and no words for people.

An offer reaches an area when it names that area, one above it or one in it; without any named area it reaches all.
Codes of the statistics office begin with the number of the area above, so that shows from the codes alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from samenspel.directory.rules import Capacity, OfferForm

EVERYONE = "everyone"
DIGITS_OF_DISTRICT = 6
"""An area whose code has at least so many signs after its letters is a district or a neighbourhood."""


@dataclass(frozen=True)
class Fact:
    """What counts of one offer. `spot` is the code of the neighbourhood where it happens, empty for help at home."""

    form: str
    kinds: tuple[str, ...]
    targets: tuple[str, ...]
    areas: tuple[str, ...]
    spot: str
    capacity: str
    is_old: bool

    @property
    def tallies(self) -> tuple[str, ...]:
        """Under which headings it counts."""
        room = ("room",) if self.capacity == Capacity.ROOM.value else ()
        told = ("told",) if self.capacity != Capacity.UNKNOWN.value else ()
        return (self.form, "total", *room, *told, *(("old",) if self.is_old else ()))


@dataclass
class Counts:
    """How many offers, by form; how many have room, said whether they have, and are old; `near` are of here alone."""

    tallies: Counter[str] = field(default_factory=Counter)
    near: int = 0

    def add(self, fact: Fact) -> None:
        """One more."""
        self.tallies.update(fact.tallies)

    @property
    def total(self) -> int:
        """All of them."""
        return self.tallies["total"]

    @property
    def by_form(self) -> tuple[int, int, int]:
        """One to one, in a group, by phone or online."""
        one, group, remote = (self.tallies[form.value] for form in OfferForm)
        return one, group, remote

    @property
    def room(self) -> int:
        """How many have room."""
        return self.tallies["room"]

    @property
    def old(self) -> int:
        """How many nobody confirmed for long."""
        return self.tallies["old"]

    @property
    def is_full(self) -> bool:
        """There is some, all said whether there is room, and none has any."""
        return bool(self.total) and self.tallies["told"] == self.total and not self.room

    @property
    def only_form(self) -> str:
        """The one form in which all of at least two are given; empty when there are more forms."""
        several = [form.value for form in OfferForm if self.tallies[form.value]]
        return several[0] if len(several) == 1 and self.total > 1 else ""


def touches(one: str, other: str) -> bool:
    """Whether an area lies in another, or is the same: `BU03080011` and `WK030800`."""
    return one[2:].startswith(other[2:]) or other[2:].startswith(one[2:])


def reaches(fact: Fact, area: str) -> bool:
    """Whether somebody in (a part of) this area can go there."""
    return not fact.areas or any(touches(code, area) for code in fact.areas)


class Ground:
    """Offers by the places they name, so that many neighbourhoods are counted without looking at every offer."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self._everywhere = Counts()
        self._by_code: dict[str, Counts] = defaultdict(Counts)
        self._near: dict[str, set[int]] = defaultdict(set)
        for place, fact in enumerate(facts):
            for code in _outermost(fact.areas):
                self._by_code[code].add(fact)
            if not fact.areas:
                self._everywhere.add(fact)
            for code in (*fact.areas, fact.spot):
                if len(code) - 2 >= DIGITS_OF_DISTRICT:
                    self._near[code].add(place)

    def counts(self, neighbourhood: str) -> Counts:
        """What reaches a neighbourhood."""
        found = Counts(Counter(self._everywhere.tallies), near=len(self._places_near(neighbourhood)))
        for code in (neighbourhood, district_of(neighbourhood), f"GM{neighbourhood[2:6]}"):
            if code in self._by_code:
                found.tallies.update(self._by_code[code].tallies)
        return found

    def near(self, neighbourhood: str) -> list[Fact]:
        """What is of a neighbourhood: it happens there, or is for this neighbourhood or its district by name."""
        return [self.facts[place] for place in sorted(self._places_near(neighbourhood))]

    def _places_near(self, neighbourhood: str) -> set[int]:
        nothing: set[int] = set()
        return self._near.get(neighbourhood, nothing) | self._near.get(district_of(neighbourhood), nothing)


def district_of(neighbourhood: str) -> str:
    """The code of the district of a neighbourhood."""
    return f"WK{neighbourhood[2:8]}"


def _outermost(areas: Sequence[str]) -> list[str]:
    """The areas that lie in no other one of the list, so that an offer counts once everywhere."""
    several = set(areas)
    return [one for one in several if not any(one != other and one[2:].startswith(other[2:]) for other in several)]


def per_kind(facts: Iterable[Fact], codes: Iterable[str]) -> dict[str, Counts]:
    """The counts of each kind, also of kinds of which there are none."""
    return _by(facts, codes, lambda fact: fact.kinds)


def per_target(facts: Iterable[Fact], codes: Iterable[str]) -> dict[str, Counts]:
    """The counts of each target group that offers name; what is for everyone counts for everyone only."""
    return _by(facts, codes, lambda fact: fact.targets or (EVERYONE,))


def _by(facts: Iterable[Fact], codes: Iterable[str], of: Callable[[Fact], Iterable[str]]) -> dict[str, Counts]:
    found = {code: Counts() for code in codes}
    for fact in facts:
        for code in set(of(fact)) & found.keys():
            found[code].add(fact)
    return found
