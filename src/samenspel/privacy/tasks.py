"""The nightly job, at a quarter past three in the Netherlands, summer and winter."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from samenspel.lib import clock
from samenspel.privacy import actions

HOUR = 3


@app.periodic(cron="15 1,2 * * *")
@app.task(name="samenspel.privacy.tasks.tidy_up", queueing_lock="privacy.tidy_up", lock="privacy.tidy_up")
def tidy_up(timestamp: int) -> None:
    """Carry out the register. The clock of the worker is UTC, so it wakes twice and works at the right one."""
    if is_time(datetime.fromtimestamp(timestamp, tz=UTC)):
        actions.apply(now=clock.now())


def is_time(moment: datetime) -> bool:
    """Whether it is the hour of tidying up in the Netherlands."""
    return moment.astimezone(clock.AMSTERDAM).hour == HOUR
