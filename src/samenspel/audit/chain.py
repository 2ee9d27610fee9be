"""The chain of the log, computed once more outside the database: what an honest log must look like.

Version 1. The bytes of a line are the columns in the order of `COLUMNS`, each written as `length:value,` (length in
bytes of UTF-8) or `-,` when empty in the sense of NULL; moments as `2026-11-22T09:40:00.000000Z`, truth as `true` or
`false`. `content_hash` = SHA-256 of `1,` and those bytes. `hash` = SHA-256 of
`previous hash|number|id of the line|content_hash`. All hashes are lower-case hexadecimal. Before line 1 stands
64 times `0`.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

VERSION = 1
GENESIS = "0" * 64
COLUMNS = (
    "id", "at", "event", "action", "outcome", "user_id", "on_behalf_of_id", "roles", "object_type", "object_id",
    "subject_id", "organisation_id", "network_id", "purpose", "permission", "consent_id", "is_emergency", "detail",
    "access_point_type", "access_point", "source",
)  # fmt: skip


class Wrong(StrEnum):
    """What can be the matter with a line."""

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    MOVED = "does not follow on the line before it"
    HEAD = "the end of the log is not where it was"
    UNGUARDED = "guard switched off"


@dataclass(frozen=True)
class Place:
    """A point in the chain: its number and the hash there."""

    number: int
    hash: str


START = Place(0, GENESIS)


@dataclass(frozen=True)
class ChainedLine:
    """A link as the database has it, with the values of its line in the order of `COLUMNS`; None when that is gone."""

    number: int
    entry_id: UUID
    content_hash: str
    hash: str
    values: tuple[Any, ...] | None


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, and where: a number in the chain, an id of a line, or neither."""

    what: Wrong
    number: int | None = None
    until: int | None = None
    entry_id: UUID | None = None
    more: str = ""

    def __str__(self) -> str:
        where = "" if self.number is None else f"line {self.number}"
        where += f" to {self.until}" if self.until not in {None, self.number} else ""
        where += f" (id {self.entry_id})" if self.entry_id else ""
        return f"{where.strip() or 'log'}: {self.what.value}{f' - {self.more}' if self.more else ''}"


def line_bytes(values: Iterable[Any]) -> bytes:
    """The bytes of a line; see the module for the form."""
    return b"".join(_field(value) for value in values)


def _field(value: object) -> bytes:
    if value is None:
        return b"-,"
    if isinstance(value, datetime):
        text = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    elif isinstance(value, bool):
        text = "true" if value else "false"
    else:
        text = str(value)
    encoded = text.encode()
    return b"%d:%b," % (len(encoded), encoded)


def content_hash(values: Iterable[Any]) -> str:
    """What the line itself hashes to."""
    return hashlib.sha256(b"%d," % VERSION + line_bytes(values)).hexdigest()


def link_hash(before: str, *, number: int, entry_id: UUID, content: str) -> str:
    """What the link hashes to, given the hash of the link before it."""
    return hashlib.sha256(f"{before}|{number}|{entry_id}|{content}".encode()).hexdigest()


def findings(lines: Iterable[ChainedLine], *, start: Place, head: Place) -> Iterator[Finding]:
    """Everything that is wrong from just after `start` up to `head`; looks at one line at a time.

    After a fault the walk goes on from what is stored, so that one fault gives one finding.
    """
    before = start
    for line in lines:
        if line.number != before.number + 1:
            yield Finding(Wrong.MISSING, before.number + 1, until=line.number - 1)
        else:
            yield from _faults_of(line, before)
        before = Place(line.number, line.hash)
    if before.number < head.number:
        yield Finding(Wrong.MISSING, before.number + 1, until=head.number, more="the tail was cut off")
    elif before != head:
        yield Finding(Wrong.HEAD, head.number)


def _faults_of(line: ChainedLine, before: Place) -> Iterator[Finding]:
    if line.values is None:
        yield Finding(Wrong.MISSING, line.number, entry_id=line.entry_id)
    elif content_hash(line.values) != line.content_hash:
        yield Finding(Wrong.CHANGED, line.number, entry_id=line.entry_id)
    right = link_hash(before.hash, number=line.number, entry_id=line.entry_id, content=line.content_hash)
    if right != line.hash:
        yield Finding(Wrong.MOVED, line.number, entry_id=line.entry_id)
