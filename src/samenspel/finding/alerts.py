"""When a saved search is looked at again, and which of what it finds is new. No Django, no clock."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

LOOKED_AT = 50
"""So many of the best results count; what comes behind them nobody scrolls to."""
MOST_TOLD = 1000
"""So many offers are remembered as told; the oldest are forgotten first."""
MOST_SAVED = 20
"""So many searches can one person keep."""
KEPT_DAYS = 365
"""After so long without being looked after a search goes, because its words may be about somebody."""


class Rhythm(StrEnum):
    """How often somebody wants to hear about new offers."""

    DAILY = "daily"
    WEEKLY = "weekly"


# A few hours less than the whole, because a night's work never begins at the same second.
WAITS = {Rhythm.DAILY: timedelta(hours=20), Rhythm.WEEKLY: timedelta(days=7, hours=-4)}


def is_due(rhythm: str, *, checked_at: datetime, now: datetime) -> bool:
    """Whether it is time to look again; a night that was missed is made up for in the next."""
    return now - checked_at >= WAITS[Rhythm(rhythm)]


def new_among(found: Sequence[UUID], told: Sequence[UUID]) -> list[UUID]:
    """What was not told before, in the order found."""
    known = set(told)
    return [one for one in found if one not in known]


def told_after(found: Sequence[UUID], told: Sequence[UUID]) -> list[UUID]:
    """What counts as told from now on: what was, and what is found now; the latest last."""
    now = set(found)
    return [*(one for one in told if one not in now), *found][-MOST_TOLD:]
