"""Walks the chain of the log in bounded memory and says what is wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain as in_turn
from typing import Any

from django.db import connection, transaction

from samenspel.audit.chain import COLUMNS, START, ChainedLine, Finding, Place, Wrong, findings

CHUNK = 5_000
GUARDS = {
    "audit_entry": {"audit_chain", "audit_keep", "audit_keep_all"},
    "audit_link": {"audit_keep", "audit_keep_all", "audit_move_head", "audit_own"},
    "audit_head": {"audit_keep", "audit_keep_all", "audit_own"},
    "audit_anchor": {"audit_keep", "audit_keep_all", "audit_own"},
}
LINKS = f"""
    SELECT l.number, l.entry_id, l.content_hash, l.hash, e.id IS NOT NULL, {", ".join(f"e.{name}" for name in COLUMNS)}
    FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
    WHERE l.number > %s ORDER BY l.number LIMIT {CHUNK}
"""  # noqa: S608 -- our own column names
UNLINKED = "SELECT id FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id)"
BEFORE = """
    SELECT number, hash FROM audit_link WHERE number < (
        SELECT min(l.number) FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE e.at >= %s
    ) ORDER BY number DESC LIMIT 1
"""
Progress = Callable[[int, int], None]


def head() -> Place:
    """The end of the chain as the database has it: how many lines ever, and the last hash."""
    return _one("SELECT number, hash FROM audit_head") or START


def check(
    *, since: datetime | None = None, kept: Place | None = None, progress: Progress = lambda _done, _total: None
) -> Iterator[Finding]:
    """Everything that is wrong with the log, at one moment in time, however long it is.

    `since` trusts the chain up to that moment and checks what came after; `kept` is an end of the chain that somebody
    wrote down earlier outside this database. `progress` is told how many lines of how many were seen.
    """
    with _frozen():
        start, end = _start(since), head()
        yield from _switched_off_guards()
        yield from _not_where_it_was(kept)
        yield from findings(_links(start, end, progress), start=start, head=end)
        yield from _unlinked()


@contextmanager
def _frozen() -> Iterator[None]:
    """One view of the database for the whole check, while others go on writing."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _one(query: str, *values: Any) -> Place | None:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        row = cursor.fetchone()
    return Place(*row) if row else None


def _start(since: datetime | None) -> Place:
    anchor = _one("SELECT number, hash FROM audit_anchor ORDER BY number DESC LIMIT 1") or START
    return (_one(BEFORE, since) if since else None) or anchor


def _links(start: Place, end: Place, progress: Progress) -> Iterator[ChainedLine]:
    seen = start.number
    while rows := _chunk(seen):
        for number, entry_id, content_hash, hashed, there, *values in rows:
            yield ChainedLine(number, entry_id, content_hash, hashed, tuple(values) if there else None)
        seen = rows[-1][0]
        progress(seen - start.number, end.number - start.number)


def _chunk(after: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(LINKS, [after])
        return list(cursor.fetchall())


def _unlinked() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(UNLINKED)
        while rows := cursor.fetchmany(CHUNK):
            yield from (Finding(Wrong.INSERTED, entry_id=row[0], more="it was never chained") for row in rows)


def _not_where_it_was(kept: Place | None) -> Iterator[Finding]:
    if kept is None or kept == START:
        return
    stored = _one(
        "SELECT number, hash FROM audit_link WHERE number = %s "
        "UNION ALL SELECT number, hash FROM audit_anchor WHERE number = %s LIMIT 1",
        kept.number,
        kept.number,
    )
    if stored is None:
        yield Finding(Wrong.MISSING, kept.number, more="the kept end of the log is not in it")
    elif stored != kept:
        yield Finding(Wrong.CHANGED, kept.number, more="the kept end of the log had another hash")


def _switched_off_guards() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgenabled = 'O' AND tgrelid::regclass::text "
            "IN ('audit_entry', 'audit_link', 'audit_head', 'audit_anchor')"
        )
        on = set(cursor.fetchall())
    wanted = in_turn.from_iterable(((table, guard) for guard in sorted(guards)) for table, guards in GUARDS.items())
    yield from (
        Finding(Wrong.UNGUARDED, more=f"{guard} on {table}") for table, guard in wanted if (table, guard) not in on
    )
