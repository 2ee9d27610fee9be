"""What a sheet would do: which offers it adds, which it changes and how, and per cell what is wrong."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from samenspel.directory.models import Offer
from samenspel.directory.sheets import reading, state
from samenspel.directory.sheets.columns import COLUMNS, NAMES, key
from samenspel.directory.sheets.ground import Ground
from samenspel.directory.sheets.reading import LONGEST_MARK, Places, Reading
from samenspel.lib import validators

LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """One cell that is wrong: where it is, what stands in it, and what would be right."""

    row: int
    column: str
    found: str
    sentence: str


@dataclass(frozen=True)
class Difference:
    """One cell that changes."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Addition:
    """A row that becomes a new offer."""

    row: int
    name: str
    values: dict[str, Any]


@dataclass(frozen=True)
class Change:
    """A row that changes an offer; `values` holds only what becomes different."""

    row: int
    offer: Offer
    values: dict[str, Any]
    differences: list[Difference]


@dataclass
class Plan:
    """Everything that a sheet would do, in the order of its rows."""

    additions: list[Addition] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    same: int = 0
    wrong: set[int] = field(default_factory=set)

    @property
    def wrong_rows(self) -> int:
        """How many rows have something wrong in them; they are left out."""
        return len(self.wrong)

    @property
    def total(self) -> int:
        """How many offers it would add or change."""
        return len(self.additions) + len(self.changes)

    @property
    def fingerprint(self) -> str:
        """Is another when the plan is another, so that a yes counts for what somebody saw."""
        seen = [(one.row, one.name) for one in self.additions]
        changed = [
            (one.row, str(one.offer.pk), [(d.column, d.before, d.after) for d in one.differences])
            for one in self.changes
        ]
        return hashlib.sha256(json.dumps([seen, changed]).encode()).hexdigest()


def made(rows: Sequence[Mapping[str, Any]], *, offers: Sequence[Offer], ground: Ground) -> Plan:
    """The plan of kept rows, held against the offers that there are now."""
    return _Maker(offers, ground).plan(rows)


class _Maker:
    """Finds for each row the offer that it is about; an offer is of one row only."""

    def __init__(self, offers: Sequence[Offer], ground: Ground) -> None:
        self.ground = ground
        self.places = Places(ground.areas, ground.where)
        self.by_mark = {key(word): offer for offer in offers for word in (str(offer.pk), offer.slug)}
        self.by_mark |= {key(offer.own_mark): offer for offer in offers if offer.own_mark}
        self.named: dict[str, list[Offer]] = {}
        for offer in offers:
            self.named.setdefault(key(offer.name), []).append(offer)
        self.taken: dict[object, int] = {}
        self.absent: set[str] = set()
        self.result = Plan()

    def plan(self, rows: Sequence[Mapping[str, Any]]) -> Plan:
        for row in rows:
            self._row(int(row["number"]), row["cells"], row.get("bsn", ()))
        return self.result

    def _row(self, number: int, cells: Mapping[str, str], refused: Sequence[str]) -> None:
        offer, wrong = self._offer_of(cells)
        subject = offer.pk if offer else (key(cells.get("mark", "")) or key(cells.get("name", "")))
        if not wrong and subject in self.taken:
            wrong = _("Regel %(row)s gaat over hetzelfde aanbod. Laat er één staan.") % {"row": self.taken[subject]}
        read = reading.read(cells, places=self.places, is_new=offer is None)
        read.wrong |= {code: str(validators.BSN_REFUSED) for code in refused}
        if wrong:
            read.wrong["mark" if cells.get("mark") else "name"] = wrong
        self.taken.setdefault(subject, number)
        if read.wrong:
            self._complain(number, cells, read)
        elif offer is None:
            self.result.additions.append(Addition(number, str(read.values["name"]), read.values))
        else:
            self._compare(number, offer, read)

    def _offer_of(self, cells: Mapping[str, str]) -> tuple[Offer | None, str]:
        """The offer that a row is about, by its mark and else by its name; or why that is not clear."""
        mark = cells.get("mark", "")
        offer = self.by_mark.get(key(mark)) if key(mark) else None
        if offer:
            return offer, ""
        if len(mark) > LONGEST_MARK:
            return None, _("Een kenmerk heeft hoogstens %(most)d tekens.") % {"most": LONGEST_MARK}
        namesakes = [one for one in self.named.get(key(cells.get("name", "")), ()) if not (mark and one.own_mark)]
        if len(namesakes) > 1 and not mark:
            return None, _("U hebt meer aanbod met deze naam. Neem ons kenmerk over uit ‘Ons aanbod als lijst’.")
        return (namesakes[0] if len(namesakes) == 1 else None), ""

    def _complain(self, number: int, cells: Mapping[str, str], read: Reading) -> None:
        self.result.wrong.add(number)
        for column in COLUMNS:
            if column.code in read.wrong and self._is_news(column.code, cells):
                found = cells.get(column.code, "")
                shown = found if len(found) <= LONGEST_SHOWN else f"{found[:LONGEST_SHOWN]}…"
                sentence = read.wrong[column.code]
                if column.code in self.absent and column.code not in cells:
                    sentence = _("Deze kolom is er niet. Nieuw aanbod heeft hem nodig.") + " " + sentence
                self.result.problems.append(Problem(number, column.name, shown, sentence))

    def _is_news(self, code: str, cells: Mapping[str, str]) -> bool:
        """Whether this was not said before: a column that the whole sheet lacks is told at the first row only."""
        if code in cells or code not in reading.NEEDED:
            return True
        is_first = code not in self.absent
        self.absent.add(code)
        return is_first

    def _compare(self, number: int, offer: Offer, read: Reading) -> None:
        now = state.of(offer, where=self.ground.places_of.get(str(offer.pk), ""))
        said = dict(read.values)
        if key(str(said.get("mark", ""))) in {"", key(offer.slug), key(str(offer.pk)), key(offer.own_mark)}:
            said.pop("mark", None)
        values = {name: value for name, value in said.items() if value != now[name]}
        if not values:
            self.result.same += 1
            return
        before, after = (self._cells(told) for told in (now, now | values))
        differences = [
            Difference(NAMES[code], before[code], after[code]) for code in NAMES if before[code] != after[code]
        ]
        self.result.changes.append(Change(number, offer, values, differences))

    def _cells(self, told: Mapping[str, Any]) -> dict[str, str]:
        return state.cells(told, areas=self.ground.areas, neighbourhoods=self.ground.neighbourhoods)
