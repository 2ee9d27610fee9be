"""Choosing among the requests in hand at a front door: the tabs, the filters and their counts. Plain values."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from samenspel.helprequests.rules import RequestState, Urgency

TABS: Mapping[str, RequestState] = {
    "nieuw": RequestState.NEW,
    "opgepakt": RequestState.TAKEN,
    "geparkeerd": RequestState.PARKED,
    "doorgegeven": RequestState.REFERRED,
    "hulp": RequestState.HELPED,
    "afgesloten": RequestState.CLOSED,
}
"""What stands in the address, and the state it means."""
NO_AREA, NO_KIND = "geen", "geen"
MOST_COMPLEX = 3
"""From so many circumstances on it is 'three or more'."""


class Row(NamedTuple):
    """A request as the list tells it: nothing that says who it is about (L7).

    `has_come_back` says that an organisation did not do it and nobody moved it since; only Vandaag asks.
    A tuple, because a page reads two thousand of them.
    """

    pk: UUID
    network_id: UUID
    network_slug: str
    kinds: Sequence[str]
    area: str | None
    area_name: str | None
    age_band: str
    urgency: str
    complexity: Sequence[str]
    state: str
    state_since: datetime
    asked_at: datetime
    parked_until: date | None
    taken_by: UUID | None
    outcome: str
    has_come_back: bool = False


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What somebody chose; it all stands in the address, so that it can be kept and shared with a colleague."""

    tab: str = "nieuw"
    kind: str = ""
    area: str = ""
    urgency: str = ""
    complexity: str = ""

    @property
    def state(self) -> RequestState:
        """The state that the tab shows."""
        return TABS[self.tab]

    @property
    def has_filters(self) -> bool:
        """Whether anything is left out of the tab."""
        return any((self.kind, self.area, self.urgency, self.complexity))

    @property
    def query(self) -> str:
        """The choice as it stands in an address, without what was not chosen."""
        named = {
            "stand": self.tab,
            "soort": self.kind,
            "buurt": self.area,
            "haast": self.urgency,
            "zwaarte": self.complexity,
        }
        return urlencode({name: value for name, value in named.items() if value})


def choice_from(params: Mapping[str, str]) -> Choice:
    """What an address asks for; what we do not know counts as not chosen."""
    tab, urgency = params.get("stand", ""), params.get("haast", "")
    complexity = params.get("zwaarte", "")
    return Choice(
        tab=tab if tab in TABS else "nieuw",
        kind=params.get("soort", "")[:40],
        area=params.get("buurt", "")[:10],
        urgency=urgency if urgency in set(Urgency) else "",
        complexity=complexity if complexity in {str(one) for one in range(MOST_COMPLEX + 1)} else "",
    )


def facets(row: Row) -> dict[str, set[str]]:
    """What a request can be found by, per filter."""
    return {
        "kind": set(row.kinds) or {NO_KIND},
        "area": {row.area or NO_AREA},
        "urgency": {row.urgency},
        "complexity": {str(min(len(set(row.complexity)), MOST_COMPLEX))},
    }


def chosen(rows: Iterable[Row], choice: Choice) -> list[Row]:
    """The rows of the tab that fit, in the order in which they are to be looked at: parked ones by their day."""
    found = [row for row in rows if row.state == choice.state.value and _fits(row, choice)]
    if choice.state is RequestState.PARKED:
        return sorted(found, key=lambda row: (row.parked_until or date.max, row.asked_at))
    return found


def counts(rows: Sequence[Row], choice: Choice) -> dict[str, Counter[str]]:
    """Per filter how many of the tab there would be for each value, with the other filters as they are."""
    here = [row for row in rows if row.state == choice.state.value]
    counted: dict[str, Counter[str]] = {}
    for name in ("kind", "area", "urgency", "complexity"):
        others = replace(choice, **{name: ""})
        counted[name] = Counter(value for row in here if _fits(row, others) for value in facets(row)[name])
    return counted


def _fits(row: Row, choice: Choice) -> bool:
    if not choice.has_filters:
        return True
    has = facets(row)
    return all(not getattr(choice, name) or getattr(choice, name) in has[name] for name in has)
