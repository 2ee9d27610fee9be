"""The lines of the log as its keepers read them: filtered, and same-day lines merged into one (L23)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import TruncDate

from samenspel.audit import words
from samenspel.audit.models import Entry
from samenspel.audit.rules import Outcome
from samenspel.lib.clock import AMSTERDAM

SAME = (
    "user_id", "roles", "event", "action", "outcome", "object_type", "object_id", "subject_id", "organisation_id",
    "network_id", "is_emergency",
)  # fmt: skip
CSV_COLUMNS = (
    "at", "event", "action", "outcome", "user_id", "on_behalf_of_id", "roles", "object_type", "object_id", "subject_id",
    "organisation_id", "network_id", "purpose", "permission", "consent_id", "is_emergency", "detail", "source", "id",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What somebody looks for; days are Dutch calendar days, both included. Empty means: everything."""

    from_on: date
    until_on: date
    person: UUID | None = None
    organisation: UUID | None = None
    action: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Line:
    """What one person did with one thing on one day, in words."""

    first_at: datetime
    last_at: datetime
    times: int
    event: str
    outcome: str
    succeeded: bool
    person_id: UUID | None
    person: str
    roles: tuple[str, ...]
    organisation_id: UUID | None
    organisation: str
    about: str
    about_id: UUID | None
    is_emergency: bool


def lines(wanted: Filter) -> QuerySet[Entry]:
    """The lines that fit, newest first. A person fits as who did it and as whose data it was."""
    found = Entry.objects.filter(
        at__gte=_start_of(wanted.from_on), at__lt=_start_of(wanted.until_on + timedelta(days=1))
    )
    if wanted.person:
        found = found.filter(Q(user_id=wanted.person) | Q(subject_id=wanted.person))
    if wanted.organisation:
        found = found.filter(organisation_id=wanted.organisation)
    if wanted.action:
        found = found.filter(action=wanted.action)
    if wanted.outcome:
        found = found.filter(outcome=wanted.outcome)
    return found.order_by("-at", "-id")


def merged(wanted: Filter) -> QuerySet[Entry, dict[str, Any]]:
    """The same with lines of one day that say the same taken together; newest first. Make words of a page of it."""
    together: QuerySet[Entry, dict[str, Any]] = (
        lines(wanted)
        .order_by()
        .values(*SAME, day=TruncDate("at", tzinfo=AMSTERDAM))
        .annotate(times=Count("id"), first_at=Min("at"), last_at=Max("at"))
        .order_by("-last_at", "event", "user_id", "object_id")
    )
    return together


def as_lines(rows: Iterable[dict[str, Any]]) -> list[Line]:
    """Rows of `merged` in words, with one question for the names of people and one for each kind of place."""
    listed = list(rows)
    people = words.names_of("user", _ids(listed, "user_id", "subject_id"))
    organisations = words.names_of("organisation", _ids(listed, "organisation_id"))
    networks = words.names_of("network", _ids(listed, "network_id"))
    return [_as_line(row, people, {**networks, **organisations}) for row in listed]


def as_csv_rows(entries: QuerySet[Entry]) -> Iterator[tuple[str, ...]]:
    """A heading and every line as codes and ids, without names; read in chunks."""
    yield CSV_COLUMNS
    for row in entries.values_list(*CSV_COLUMNS).iterator(chunk_size=2_000):
        at, *rest = row
        yield (at.isoformat(), *("" if value is None else str(value) for value in rest))


def _as_line(row: dict[str, Any], people: Any, places: Any) -> Line:
    place = row["organisation_id"] or row["network_id"]
    return Line(
        first_at=row["first_at"],
        last_at=row["last_at"],
        times=row["times"],
        event=words.event_text(row["event"]),
        outcome=str(words.OUTCOME_TEXTS[row["outcome"]]),
        succeeded=row["outcome"] == Outcome.SUCCESS.value,
        person_id=row["user_id"],
        person=people.get(row["user_id"], ""),
        roles=tuple(words.role_text(code) for code in row["roles"].split(",") if code),
        organisation_id=row["organisation_id"],
        organisation=places.get(place, ""),
        about=words.kind_text(row["object_type"]),
        about_id=row["object_id"],
        is_emergency=row["is_emergency"],
    )


def _ids(rows: Iterable[dict[str, Any]], *columns: str) -> set[UUID]:
    return {row[column] for row in rows for column in columns if row[column]}


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=AMSTERDAM)
