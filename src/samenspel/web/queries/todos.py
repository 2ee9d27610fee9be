"""The shapes of Vandaag: one thing that waits for somebody, and things of one kind together."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import Accent, Link
from samenspel.lib import clock

MOST_SHOWN = 20
"""Rows per group; what is more stands on the page the group leads to."""


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """One thing that waits for this person: what, where it plays, since when, and the page where it is decided.

    `answer_by` is the day that was promised to who waits; the group says what happens there.
    """

    what: str
    where: str
    since: datetime
    url: str
    answer_by: date | None = None

    def waits(self, today: date) -> str:
        """Since when, in words."""
        days = (today - clock.day_of(self.since)).days
        if days == 0:
            return _("sinds vandaag")
        return ngettext("wacht %(days)d dag", "wacht %(days)d dagen", days) % {"days": days}

    @property
    def waiting(self) -> str:
        """How long it waits, today."""
        return self.waits(clock.today())

    @property
    def is_late(self) -> bool:
        """Whether the promised day has passed."""
        return self.answer_by is not None and clock.today() > self.answer_by


@dataclass(frozen=True, kw_only=True)
class ToDoGroup:
    """Things of one kind, longest waiting first: how many there are, and what this person does with them."""

    title: str
    help: str
    accent: Accent
    total: int
    rows: list[ToDo]
    everything: Link | None = None

    @property
    def hidden(self) -> int:
        """How many are not shown here."""
        return self.total - len(self.rows)
