"""What an import did, thing by thing: as text for who runs it, as JSON for who works with it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.api.importing.notes import Note, Weight

MOST_LINES = 200


class Outcome(StrEnum):
    """How it ended for one thing of the feed."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    REFUSED = "refused"
    DISAPPEARED = "disappeared"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing: its place and id in the feed, its id here, how it ended and what is to be said about it."""

    entity: str
    number: int
    foreign_id: str
    name: str
    outcome: Outcome
    own_id: UUID | None = None
    state: str = ""
    notes: Sequence[Note] = ()


@dataclass(kw_only=True)
class Report:
    """All entries of one import, in the order of the feed, with remarks about the feed as a whole."""

    source: str
    network: str
    remarks: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    is_rehearsal: bool = False

    def counts(self, entity: str) -> dict[str, int]:
        """How many ended how, and how many there were; drafts are counted within what came in."""
        here = [entry for entry in self.entries if entry.entity == entity]
        ended = Counter(entry.outcome for entry in here)
        read = sum(number for outcome, number in ended.items() if outcome not in {Outcome.DISAPPEARED, Outcome.CLOSED})
        drafts = sum(entry.state == "draft" and entry.outcome != Outcome.REFUSED for entry in here)
        return {"read": read} | {one.value: ended[one] for one in Outcome} | {"drafts": drafts}

    @property
    def refused(self) -> int:
        """How many things of the feed did not come in."""
        return sum(entry.outcome == Outcome.REFUSED for entry in self.entries)

    def as_json(self) -> str:
        """The whole report for programs."""
        told = {
            "source": self.source,
            "network": self.network,
            "rehearsal": self.is_rehearsal,
            "counts": {entity: self.counts(entity) for entity in ("services", "organizations", "taxonomy_terms")},
            "remarks": self.remarks,
            "items": [_as_json(entry) for entry in self.entries],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def _noted(self) -> list[str]:
        """What is to be said about things that came in: the same sentence once, with how often."""
        said: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for note in entry.notes if entry.outcome not in _WORDS else ():
                said.setdefault(note.sentence, []).append(entry)
        return [
            f"{_place(entries[0])}: {sentence}"
            + (" " + _("(En nog %(more)d keer.)") % {"more": len(entries) - 1} if len(entries) > 1 else "")
            for sentence, entries in said.items()
        ]

    def as_text(self) -> str:
        """For people: the counts, remarks about the feed, and a line for each thing somebody should look at."""
        lines = [
            _summary(self.counts("services"), _("Diensten")),
            _summary(self.counts("organizations"), _("Organisaties")),
        ]
        lines += self.remarks
        told = [line for entry in self.entries for line in _lines(entry)] + self._noted()
        lines += told[:MOST_LINES]
        if len(told) > MOST_LINES:
            lines.append(_("En nog %(more)d regels; die staan in het rapport.") % {"more": len(told) - MOST_LINES})
        if self.is_rehearsal:
            lines.append(_("Dit was een proef: er is niets veranderd."))
        return "\n".join(lines)


def refused_beside(entity: str, number: int, foreign_id: str, note: Note) -> Entry:
    """An entry for something beside the services that cannot be used."""
    return Entry(entity=entity, number=number, foreign_id=foreign_id, name="", outcome=Outcome.REFUSED, notes=[note])


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "entity": entry.entity,
        "number": entry.number,
        "id": entry.foreign_id,
        "name": entry.name,
        "outcome": entry.outcome.value,
        "ownId": str(entry.own_id) if entry.own_id else None,
        "state": entry.state or None,
        "notes": [
            {"pointer": note.at, "weight": note.weight.value, "code": note.code, "text": note.sentence}
            for note in entry.notes
        ],
    }


def _summary(counts: dict[str, int], what: str) -> str:
    said = [
        (_("nieuw"), counts["new"]),
        (_("gewijzigd"), counts["changed"]),
        (_("ongewijzigd"), counts["unchanged"]),
        (_("hier aangepast en zo gelaten"), counts["kept"]),
        (_("geweigerd"), counts["refused"]),
        (_("verdwenen uit de bron"), counts["disappeared"]),
        (_("gesloten omdat ze verdwenen"), counts["closed"]),
        (_("concept"), counts["drafts"]),
    ]
    always = {_("nieuw"), _("gewijzigd"), _("ongewijzigd"), _("geweigerd")}
    parts = ", ".join(f"{number} {word}" for word, number in said if number or word in always)
    return _("%(what)s: %(read)d gelezen: %(parts)s.") % {"what": what, "read": counts["read"], "parts": parts}


_WORDS = {
    Outcome.REFUSED: gettext_lazy("geweigerd"),
    Outcome.DISAPPEARED: gettext_lazy("verdwenen uit de bron"),
    Outcome.CLOSED: gettext_lazy("gesloten, want verdwenen uit de bron"),
    Outcome.KEPT: gettext_lazy("zo gelaten"),
}


_NAMED = {
    "services": gettext_lazy("Dienst"),
    "organizations": gettext_lazy("Organisatie"),
    "taxonomy_terms": gettext_lazy("Soort"),
}


def _place(entry: Entry) -> str:
    number = f" {entry.number}" if entry.number else ""
    return f"{_NAMED[entry.entity]}{number}, {entry.name or entry.foreign_id or '-'}"


def _lines(entry: Entry) -> Iterable[str]:
    """A line for each thing that did not simply come in, one for each reason."""
    if entry.outcome not in _WORDS:
        return
    head = f"{_place(entry)}: {_WORDS[entry.outcome]}"
    reasons = [note for note in entry.notes if note.weight == Weight.REFUSES or entry.outcome == Outcome.KEPT]
    for note in reasons:
        yield f"{head}. {note.at or '/'}: {note.sentence}"
    if not reasons:
        yield f"{head}."
