"""One notice for everything that happens in a while, so that nobody gets a mail per event."""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued


def once_in(minutes: int, *, task: str, lock: str, **arguments: str) -> None:
    """Let a task run so many minutes from now; while it waits, asking again for the same `lock` adds nothing."""
    waiting = app.configure_task(task, queueing_lock=lock, schedule_in={"minutes": minutes})
    try:
        with transaction.atomic():
            waiting.defer(**arguments)
    except AlreadyEnqueued:
        return  # the notice that waits will tell about this too
