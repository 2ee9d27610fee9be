"""Work of the worker: every night ask after offers that nobody confirmed for long, and close what got no answer."""

from procrastinate.contrib.django import app

from samenspel.directory import queries
from samenspel.directory.actions import freshness
from samenspel.lib import clock


@app.periodic(cron="40 4 * * *")
@app.task(name="samenspel.directory.tasks.keep_fresh", queueing_lock="directory.fresh", lock="directory.fresh")
def keep_fresh(timestamp: int) -> None:  # noqa: ARG001 -- the moment of the clock; late is as good as on time
    """One organisation at a time, so that trouble with one does not undo the others."""
    now = clock.now()
    for organisation in queries.organisations_to_ask(now=now):
        freshness.keep_fresh(organisation=organisation, now=now)
