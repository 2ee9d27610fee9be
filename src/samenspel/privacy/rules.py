"""The retention register as values: what is kept, why, how long, and what is due at a moment. No Django, no clock.

The register is at once what is published (evidence.md L2) and what the nightly job carries out (L15).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

Text = Mapping[str, str]
"""A text in both languages, by language code."""
LANGUAGES = ("nl", "en")


class About(StrEnum):
    """Whose data a column holds."""

    PERSON = "person"
    ACCOUNT = "account"
    ORGANISATION = "organisation"
    NONE = "none"


class Act(StrEnum):
    """What happens when the term is over."""

    KEEP = "keep"
    DELETE = "delete"
    EMPTY = "empty"
    FOLLOW = "follow"
    CLOSE_LOG = "close_log"


@dataclass(frozen=True)
class Rule:
    """One term. `days` after the moment in the column `after`, when `where` holds; `says` tells it to people."""

    act: Act
    says: Text
    after: str = ""
    days: int = 0
    where: Mapping[str, Any] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    def limit(self, now: datetime) -> datetime:
        """Rows whose moment lies before this are due."""
        return now - timedelta(days=self.days)

    @property
    def name(self) -> str:
        """A short name for the log of what was removed; no content."""
        if self.act is Act.EMPTY:
            return f"empty:{'+'.join(self.columns)}:{self.after}+{self.days}d"
        where = "".join(f":{column}" for column in sorted(self.where))
        return f"{self.act.value}:{self.after}+{self.days}d{where}"


@dataclass(frozen=True)
class Columns:
    """Columns of one table that serve one purpose."""

    names: tuple[str, ...]
    what: Text
    about: About


@dataclass(frozen=True)
class Table:
    """What is kept together, why, on which basis, who receives it, and its terms."""

    name: str
    what: Text
    why: Text
    basis: str
    receivers: Text
    columns: tuple[Columns, ...]
    rules: tuple[Rule, ...]
    unlocked_because: str = ""

    @property
    def abouts(self) -> frozenset[About]:
        """Whose data this table holds."""
        return frozenset(group.about for group in self.columns)

    @property
    def due_rules(self) -> tuple[Rule, ...]:
        """The rules that the nightly job carries out."""
        return tuple(rule for rule in self.rules if rule.act in {Act.DELETE, Act.EMPTY, Act.CLOSE_LOG})


@dataclass(frozen=True)
class Group:
    """Tables that people see as one subject."""

    title: Text
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Register:
    """The whole register."""

    bases: Mapping[str, Text]
    groups: tuple[Group, ...]

    @property
    def tables(self) -> Iterator[Table]:
        """All tables in the order of the register."""
        return (table for group in self.groups for table in group.tables)


@dataclass(frozen=True)
class StoredTable:
    """A table as it really is: its columns, those stored sealed, and whether the second lock is on it."""

    name: str
    columns: frozenset[str]
    sealed: frozenset[str] = frozenset()
    has_row_lock: bool = False
    is_ours: bool = True


class BadRegister(Exception):
    """The register cannot be read; the message says where."""


def read(raw: Mapping[str, Any]) -> Register:
    """The register from what stands in the YAML file.

    Raises:
        BadRegister: a word is missing or unknown, with the place.
    """
    try:
        return Register(raw["bases"], tuple(_group(group) for group in raw["groups"]))
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadRegister(f"retention register: {wrong!r}") from wrong


def _group(raw: Mapping[str, Any]) -> Group:
    return Group(raw["title"], tuple(_table(table) for table in raw["tables"]))


def _table(raw: Mapping[str, Any]) -> Table:
    try:
        return Table(
            name=raw["name"],
            what=raw["what"],
            why=raw.get("why") or {},
            basis=raw.get("basis", ""),
            receivers=raw.get("receivers") or {},
            columns=tuple(
                Columns(tuple(one["names"]), one.get("what") or raw["what"], About(one["about"]))
                for one in raw["columns"]
            ),
            rules=tuple(_rule(rule) for rule in raw.get("rules") or ()),
            unlocked_because=raw.get("unlocked_because", ""),
        )
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadRegister(f"retention register, {raw.get('name', 'a table without name')}: {wrong!r}") from wrong


def _rule(raw: Mapping[str, Any]) -> Rule:
    return Rule(
        act=Act(raw["act"]),
        says=raw["says"],
        after=raw.get("after", ""),
        days=int(raw.get("days", 0)),
        where=raw.get("where") or {},
        columns=tuple(raw.get("columns") or ()),
    )


def problems(register: Register, stored: Collection[StoredTable]) -> Iterator[str]:
    """Everything by which the register and the database differ, or the register is not complete."""
    by_name = {table.name: table for table in stored}
    listed = [table.name for table in register.tables]
    yield from (
        f"{name} is in the register twice" for name in sorted({name for name in listed if listed.count(name) > 1})
    )
    yield from (f"{name} is not in the register: say why it is kept and how long" for name in by_name.keys() - listed)
    for table in register.tables:
        if table.name not in by_name:
            yield f"{table.name} is in the register but there is no such table"
        else:
            yield from _problems_of(table, by_name[table.name], register.bases)


def _problems_of(table: Table, stored: StoredTable, bases: Collection[str]) -> Iterator[str]:
    named = [name for group in table.columns for name in group.names]
    yield from (f"{table.name}.{name} has no purpose in the register" for name in sorted(stored.columns - set(named)))
    yield from (
        f"{table.name}.{name} is in the register but not in the table" for name in sorted(set(named) - stored.columns)
    )
    yield from (
        f"{table.name}.{name} is in the register twice"
        for name in sorted({name for name in named if named.count(name) > 1})
    )
    if table.basis not in bases:
        yield f"{table.name} has no known basis"
    if not table.rules:
        yield f"{table.name} has no term"
    yield from _missing_words(table)
    yield from _problems_of_rules(table, stored)
    yield from _problems_of_locks(table, stored)


def _missing_words(table: Table) -> Iterator[str]:
    texts = {"what": [table.what], "why": [table.why], "receivers": [table.receivers]}
    texts["columns"] = [group.what for group in table.columns]
    texts["rules"] = [rule.says for rule in table.rules]
    for place, several in texts.items():
        for text in several:
            yield from (f"{table.name}: {place} has no text in {code}" for code in LANGUAGES if not text.get(code))


def _problems_of_rules(table: Table, stored: StoredTable) -> Iterator[str]:
    for rule in table.rules:
        if rule.act in {Act.DELETE, Act.EMPTY} and (rule.days < 1 or not rule.after):
            yield f"{table.name}: {rule.act} needs `after` and at least one day"
        if rule.act is Act.EMPTY and not rule.columns:
            yield f"{table.name}: empty needs `columns`"
        own = {rule.after, *rule.columns, *rule.where} - {""}
        unknown = {name for name in own if "__" not in name and name not in stored.columns}
        yield from (f"{table.name}: a rule names {name}, which is no column" for name in sorted(unknown))


def _problems_of_locks(table: Table, stored: StoredTable) -> Iterator[str]:
    if About.PERSON in table.abouts and not stored.has_row_lock:
        yield f"{table.name} holds data about a person and has no RowLock"
    for group in table.columns:
        if group.about is not About.PERSON:
            yield from (
                f"{table.name}.{name} is sealed, so it is about a person"
                for name in group.names
                if name in stored.sealed
            )
    needs_reason = stored.is_ours and About.ACCOUNT in table.abouts and not stored.has_row_lock
    if needs_reason and not table.unlocked_because:
        yield f"{table.name} is about an account without RowLock: say in `unlocked_because` why"
