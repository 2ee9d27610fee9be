"""The rows of a simulated year before they are saved, and saving them in an order that the database accepts."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import models, transaction

from samenspel.finding.actions import gaps
from samenspel.finding.missing import Missed
from samenspel.helprequests.models import HelpRequest, Involved, Note, Story
from samenspel.journal.models import Event
from samenspel.lib.scope import acting_for
from samenspel.people.models import Bond, Consent, Person, Reading
from samenspel.referrals.models import Passed, Referral, Word

ORDER: tuple[type[models.Model], ...] = (
    Person, Bond, Consent, Reading, HelpRequest, Involved, Story, Note, Referral, Passed, Word, Event,
)  # fmt: skip
AT_ONCE = 500
Row = TypeVar("Row", bound=models.Model)


class Gathered:
    """Rows by model, in the order in which they came about; `missed` are requests that nobody could help with."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = {model: [] for model in ORDER}
        self.missed: list[tuple[HelpRequest, date]] = []

    def add(self, row: Row) -> Row:
        """Keep a row."""
        self.rows[type(row)].append(row)
        return row

    def save(self, *, scope: Iterable[UUID]) -> None:
        """Put everything in the database in one transaction, acting for these places and for the people themselves."""
        people = [person.pk for person in self.rows[Person]]
        with transaction.atomic(), acting_for(*scope, *people):
            for model in ORDER:
                model._default_manager.bulk_create(self.rows[model], batch_size=AT_ONCE)  # noqa: SLF001 -- any model
            for request, day in self.missed:
                missed = Missed(
                    kind=request.kinds[0], area=request.area_id or "", network=request.network.slug, is_wider=False
                )
                gaps.count(missed=missed, networks=[request.network], today=day)
