"""The words of an offer, and when it is still to be believed. Plain values; today is always an argument."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

MOST_KINDS = 3
MOST_PLACES = 9_999
MOST_WEEKS = 104
OLD_AFTER = timedelta(days=14)
"""So long after the question 'klopt nog?' an offer without an answer is shown as old."""
CLOSED_AFTER = timedelta(days=28)
"""So long after the question it closes by itself (an offer that nobody keeps sends people to a closed door)."""
LINK_LASTS = timedelta(days=35)


class OfferState(StrEnum):
    """A draft was never published; a closed offer can be opened again."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class OfferForm(StrEnum):
    """How the help is given: to one person, in a group, or by phone or online, where distance does not count."""

    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    REMOTE = "remote"


class OfferProvider(StrEnum):
    """Who gives the help."""

    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    BOTH = "both"


class Capacity(StrEnum):
    """Whether there is room; unknown as long as the organisation did not say."""

    UNKNOWN = "unknown"
    ROOM = "room"
    WAITING = "waiting"
    FULL = "full"


class ClosedBecause(StrEnum):
    """Who closed it: the organisation, or the clock because nobody said that it is still true."""

    OWNER = "owner"
    UNANSWERED = "unanswered"


class Day(StrEnum):
    """The days of the week, in their order."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


class DayPart(StrEnum):
    """The parts of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Freshness(StrEnum):
    """How far the confirming of an open offer is."""

    FRESH = "fresh"
    DUE = "due"
    ASKED = "asked"
    OLD = "old"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Room:
    """Whether there is room. A number of places goes with room only, a waiting time in weeks with a waiting list only.

    Raises:
        ValueError: numbers that do not go with it, or beyond what can be meant.
    """

    capacity: Capacity = Capacity.UNKNOWN
    free_places: int | None = None
    waiting_weeks: int | None = None

    def __post_init__(self) -> None:
        places, weeks = self.free_places, self.waiting_weeks
        if places is not None and (self.capacity != Capacity.ROOM or not 1 <= places <= MOST_PLACES):
            raise ValueError("a number of places goes with room")
        if weeks is not None and (self.capacity != Capacity.WAITING or not 1 <= weeks <= MOST_WEEKS):
            raise ValueError("a number of weeks goes with a waiting list")


def freshness(*, confirmed_on: date, asked_on: date | None, today: date, term: timedelta) -> Freshness:
    """How far it is: after `term` (days) without a confirmation the question goes out, and then its own clock runs.

    A question from before the last confirmation was answered and does not count.
    """
    if asked_on is None or asked_on < confirmed_on:
        return Freshness.DUE if today >= confirmed_on + term else Freshness.FRESH
    if today >= asked_on + CLOSED_AFTER:
        return Freshness.OVERDUE
    return Freshness.OLD if today >= asked_on + OLD_AFTER else Freshness.ASKED
