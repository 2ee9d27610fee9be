"""How fast and how often referrals are answered: one rule for the directory and for the balance of two partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from samenspel.directory.responding import Response
from samenspel.referrals.rules import TAKEN, State

LOOKED_BACK = timedelta(days=365)
DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Sent:
    """One referral that went out: when, when yes, no or passed on was said, and where it is now."""

    sent_at: datetime
    answered_at: datetime | None
    state: State

    @property
    def is_accepted(self) -> bool:
        """Whether somebody said yes; also when it was taken back after that."""
        return self.state in TAKEN or (self.state is State.WITHDRAWN and self.answered_at is not None)

    @property
    def days(self) -> float | None:
        """Days until the answer; None without one."""
        return (self.answered_at - self.sent_at).total_seconds() / DAY_SECONDS if self.answered_at else None


def response(sent: Sequence[Sent], *, now: datetime) -> Response:
    """The median of days until an answer, the share that was accepted, and over how many.

    What expired was not answered. What is still open counts as not answered when it waits longer than the median, and
    does not count yet when it waits shorter: nobody can tell. What was taken back before an answer says nothing about
    who received it and does not count.
    """
    days = [one.days for one in sent if one.days is not None]
    middle = median(days) if days else None
    counted = [one for one in sent if _counts(one, now=now, middle=middle or 0.0)]
    accepted = sum(one.is_accepted for one in counted)
    return Response(len(counted), middle, accepted / len(counted) if counted else 0.0)


def _counts(one: Sent, *, now: datetime, middle: float) -> bool:
    if one.answered_at or one.state is State.EXPIRED:
        return True
    return one.state is not State.WITHDRAWN and (now - one.sent_at).total_seconds() / DAY_SECONDS > middle
