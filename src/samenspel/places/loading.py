"""Getting many rows into the tables at once: COPY into a temporary table, then one statement that adds what is new.

Every statement touches a row only when something in it really differs, so a second run of the same file changes
nothing and can say so.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import connection
from psycopg import sql

COLUMNS_OF_AREAS = (
    ("id", "uuid"), ("code", "text"), ("name", "text"), ("name_key", "text"),
    ("parent", "text"), ("municipality", "text"), ("municipality_name", "text"), ("outline", "bytea"),
    ("west", "float8"), ("south", "float8"), ("east", "float8"), ("north", "float8"),
    ("centre_lon", "float8"), ("centre_lat", "float8"), ("centre_x", "float8"), ("centre_y", "float8"),
    ("figures", "text"),
)  # fmt: skip
"""One row per area of a file: all that its tables need."""

COLUMNS_OF_PARENTS = (
    ("code", "text"), ("kind", "text"), ("name", "text"), ("name_key", "text"), ("parent", "text"),
    ("named_in", "int2"),
)  # fmt: skip
COLUMNS_OF_SHARES = (
    ("id", "uuid"), ("postcode", "text"), ("code", "text"), ("share", "float8"), ("addresses", "int4"),
    ("house_numbers", "text"),
)  # fmt: skip
COLUMNS_OF_TOWNS = (("postcode", "text"), ("place", "text"), ("municipality_name", "text"))
COLUMNS_OF_FIGURES = (("id", "uuid"), ("code", "text"), ("year", "int2"), ("figures", "text"))


_COUNTING = "WITH done AS (%s) SELECT count(*) FILTER (WHERE new), count(*) FILTER (WHERE NOT new) FROM done"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows were new and how many differed."""

    added: int = 0
    changed: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.added + other.added, self.changed + other.changed)


class Copy(Protocol):
    """What a COPY in progress takes."""

    def write_row(self, row: Sequence[Any]) -> None:
        """Send one row."""


@contextmanager
def without_looking_for_cycles() -> Iterator[None]:
    """Reading makes millions of small lists and not one cycle; Python looking for cycles costs a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def copy_into(table: str, columns: Sequence[tuple[str, str]]) -> Iterator[Copy]:
    """A temporary table that lives until the end of the transaction, open for rows in binary form."""
    names = [sql.Identifier(name) for name, _type in columns]
    definitions = [sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kind)) for name, kind in columns]
    with connection.cursor() as cursor:
        raw = cursor.cursor
        raw.execute(sql.SQL("DROP TABLE IF EXISTS pg_temp.{}").format(sql.Identifier(table)))
        raw.execute(
            sql.SQL("CREATE TEMPORARY TABLE {} ({}) ON COMMIT DROP").format(
                sql.Identifier(table), sql.SQL(", ").join(definitions)
            )
        )
        statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
            sql.Identifier(table), sql.SQL(", ").join(names)
        )
        with raw.copy(statement) as copy:
            copy.set_types([kind for _name, kind in columns])
            yield copy


def upsert(statement: str, parameters: dict[str, Any] | None = None) -> Counted:
    """Run an `INSERT ... ON CONFLICT ... RETURNING (xmax = 0)` and count new and changed rows."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTING % statement, parameters)
        added, changed = cursor.fetchone()
    return Counted(added, changed)


def run(statement: str, parameters: dict[str, Any] | None = None) -> int:
    """Run one statement and tell how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return int(cursor.rowcount)
