"""What was read of a feed, put together: each service with its key, the organisations and the terms."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from samenspel.api.importing import ours, reading
from samenspel.api.importing.fields import Place
from samenspel.api.importing.notes import Note
from samenspel.api.importing.terms import Terms
from samenspel.api.models import HsdsImport

FEWEST_SHARED = 3


@dataclass(frozen=True)
class Told:
    """One service of the feed. `key` is what we know it by next time: its id, with a turn when ids are shared."""

    number: int
    foreign_id: str
    key: str
    told: Any
    notes: tuple[Note, ...] = ()

    @property
    def is_again(self) -> bool:
        """Whether the same id came before, in a feed whose ids mean something."""
        return any(note.code == "id_again" for note in self.notes)


@dataclass(frozen=True)
class Feed:
    """Everything of one reading; `again` are organisations whose id came before with other words.

    `of_ours` are the organisations in an export of our own: they come in also without offers, because there the list
    is that of the partners of a network. In another directory it is everybody who ever offered something.
    """

    services: list[Told]
    organisations: Mapping[str, Any]
    of_ours: tuple[str, ...]
    terms: Terms
    again: list[tuple[int, str]]
    owner_of: Mapping[str, str] = field(default_factory=dict)

    def organisation_of(self, one: Told) -> str:
        """The foreign id of who gives a service: told by itself, by its namesakes, or by the organisation."""
        return reading.organisation_of(one.told) or self.owner_of.get(one.foreign_id, "")


def gather(run: HsdsImport) -> Feed:
    """Put together what lies in the staging tables."""
    services = list(_services(run))
    listed, again = _listed(run)
    terms = run.items.filter(entity="taxonomy_terms").order_by("number").values_list("listed", flat=True)
    return Feed(
        services=services,
        organisations=_organisations(services, listed),
        of_ours=tuple(foreign for foreign, told in listed.items() if _is_ours(told)),
        terms=Terms([*_terms_in(services), *(one for one in terms if isinstance(one, dict))]),
        again=again,
        owner_of=_owners(services, listed),
    )


def _listed(run: HsdsImport) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """The organisations in the list of the feed by id, and the places where an id comes back with other words."""
    items = list(run.items.filter(entity="organizations").order_by("number"))
    listed: dict[str, Any] = {}
    for item in items:
        listed.setdefault(item.foreign_id, item.listed)
    again = [(item.number, item.foreign_id) for item in items if listed[item.foreign_id] != item.listed]
    return listed, again


def _services(run: HsdsImport) -> Iterator[Told]:
    items = run.items.filter(entity="services").order_by("number")
    times = Counter(items.exclude(foreign_id="").values_list("foreign_id", flat=True))
    shared = ids_mean_nothing(times)
    turns: Counter[str] = Counter()
    for item in items.iterator(chunk_size=500):
        foreign_id = item.foreign_id
        turns[foreign_id] += 1
        told = reading.merged(item.listed, item.detail, shared=shared and times[foreign_id] > 1)
        notes = tuple(_about_id(foreign_id, times[foreign_id], turns[foreign_id], shared=shared))
        if item.detail == {}:
            notes += (Note("", "detail_missing"),)
        key = f"{foreign_id}#{turns[foreign_id]}" if shared and turns[foreign_id] > 1 else foreign_id
        yield Told(item.number, foreign_id, key, told, notes)


def ids_mean_nothing(times: Counter[str]) -> bool:
    """Whether a feed gives one id to many services: fewer than half have an id of their own (and there are three).

    Then the id tells nothing and every service is one of its own; the Open Referral UK test feed is like that. In any
    other feed an id that comes back is a fault of that one service.
    """
    return times.total() >= FEWEST_SHARED and 2 * len(times) < times.total()


def _about_id(foreign_id: str, times: int, turn: int, *, shared: bool) -> Iterator[Note]:
    if not foreign_id or times == 1:
        return
    if shared:
        yield Note("/id", "id_shared")
    elif turn > 1:
        yield Note("/id", "id_again", foreign_id)


def _organisations(services: list[Told], listed: Mapping[str, Any]) -> dict[str, Any]:
    """What the feed tells of each organisation: its list, and what services tell beyond that."""
    found = dict(listed)
    for one in services:
        told = one.told.get("organization") if isinstance(one.told, dict) else None
        foreign = told.get("id") if isinstance(told, dict) else None
        if isinstance(told, dict) and isinstance(foreign, str):
            known = found.get(foreign, {})
            found[foreign] = {**told, **known} if isinstance(known, dict) else known
    return found


def _is_ours(told: Any) -> bool:
    return isinstance(told, dict) and ours.is_ours(Place(told))


def _owners(services: list[Told], listed: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for foreign, told in listed.items():
        for part in told.get("services") or () if isinstance(told, dict) else ():
            if isinstance(part, dict) and isinstance(part.get("id"), str):
                found.setdefault(part["id"], foreign)
    for one in services:
        if one.foreign_id and (owner := reading.organisation_of(one.told)):
            found.setdefault(one.foreign_id, owner)
    return found


def _terms_in(services: list[Told]) -> Iterator[Mapping[str, Any]]:
    for one in services:
        attributes = one.told.get("attributes") if isinstance(one.told, dict) else None
        for attribute in attributes if isinstance(attributes, list) else ():
            term = attribute.get("taxonomy_term") if isinstance(attribute, dict) else None
            if isinstance(term, dict) and isinstance(term.get("id"), str):
                yield term
