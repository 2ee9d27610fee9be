"""The only place that reads the clock; rules get `now` and `today` as arguments."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(tz=UTC)  # noqa: TID251  -- the one place


def today() -> date:
    """The calendar day in the Netherlands, also around midnight and clock changes."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The Dutch calendar day on which an aware moment falls."""
    return moment.astimezone(AMSTERDAM).date()
