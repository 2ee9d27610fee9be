"""Work of the worker for referrals: the bundled mails, and every night what is late."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Organisation
from samenspel.referrals import emails
from samenspel.referrals.actions import clockwork, recording
from samenspel.referrals.queries import news
from samenspel.referrals.rules import Side


@app.task(name=emails.TELL_TASK)
def tell(*, side: str, place_id: str, what: str, since: str) -> None:
    """One mail for everything that a place should know since then; with nothing to tell there is no mail."""
    whose, place = Side(side), news.place_with(UUID(place_id))
    if place is None:
        return
    look = news.reminded_at if what == emails.REMINDER else news.new_at
    with acting_for(place.pk):
        now = clock.now()
        found = look(whose, place.pk, since=datetime.fromisoformat(since))
        if not found:
            return
        people = news.readers_of(place)
        if people:
            emails.tell_members(people, place, side=whose, number=len(found), what=what)
        elif whose is Side.RECEIVER and isinstance(place, Organisation):
            emails.tell_without_account(place, found, what=what)
        if what == emails.NEWS:
            emails.in_the_morning(whose, place.pk, what=what, since=now - emails.JUST_NOW)


@app.periodic(cron="20 4 * * *")
@app.task(name="samenspel.referrals.tasks.every_night", queueing_lock="referrals.night", lock="referrals.night")
def every_night(timestamp: int) -> None:  # noqa: ARG001 -- the moment of the clock; late is as good as on time
    """Let expire what nobody answered and remind whose turn it is; one network at a time, so trouble stays there."""
    expire_after = timedelta(days=settings.REFERRAL_EXPIRE_DAYS)
    remind_after = timedelta(days=settings.REFERRAL_REMIND_DAYS)
    for network_id in news.networks():
        clockwork.work_through(network_id=network_id, expire_after=expire_after, remind_after=remind_after)


@app.periodic(cron="50 4 * * *")
@app.task(name="samenspel.referrals.tasks.count_responses", queueing_lock="referrals.count", lock="referrals.count")
def count_responses(timestamp: int) -> None:  # noqa: ARG001 -- the moment of the clock; late is as good as on time
    """Count how organisations answer, for their pages in the directory."""
    recording.record_responses(now=clock.now())
