"""Work of the worker for finding: every night look again at what people keep, one person at a time."""

from uuid import UUID

from procrastinate.contrib.django import app

from samenspel.finding.actions import saved as actions
from samenspel.finding.queries import saved as queries
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.emails.gathering import once_in

LOOK_TASK = "samenspel.finding.tasks.look_again_for"


@app.periodic(cron="20 5 * * *")
@app.task(name="samenspel.finding.tasks.look_again", queueing_lock="finding.saved", lock="finding.saved")
def look_again(timestamp: int) -> None:  # noqa: ARG001 -- the moment of the clock; late is as good as on time
    """A task for everybody with a search that is due, so that trouble with one does not undo the others."""
    now = clock.now()
    for user_id in queries.savers():
        with acting_for(user_id):
            if queries.has_due(user_id, now=now):
                once_in(0, task=LOOK_TASK, lock=f"searches:{user_id}", user_id=str(user_id))


@app.task(name=LOOK_TASK)
def look_again_for(*, user_id: str) -> None:
    """Look at the searches of one person, who may have lost their role in the meantime."""
    with acting_for(UUID(user_id)):
        owner = queries.saver(UUID(user_id))
        if owner:
            actions.look_again(owner=owner, now=clock.now())
