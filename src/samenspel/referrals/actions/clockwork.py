"""What time does: one reminder to whose turn it is, and back to the sender when nobody said yes or no."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.referrals import emails, rules
from samenspel.referrals.actions.stepping import Actor, StepNotPossible, comes_back, step
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import news
from samenspel.referrals.rules import Side, State, Step

CLOCK = Actor(Side.CLOCK)


@transaction.atomic
def expire(*, referral: Referral) -> bool:
    """Let a referral without an answer expire; False when somebody answered just before."""
    try:
        step(referral, Step.EXPIRE, by=CLOCK)
    except StepNotPossible:
        return False
    comes_back(referral, by=CLOCK)
    return True


@transaction.atomic
def mark_reminded(*, referral: Referral) -> bool:
    """Note that whose turn it is was reminded; once per turn, also when the task runs twice."""
    now = clock.now()
    return bool(Referral.objects.filter(pk=referral.pk, state=referral.state, reminded_at=None).update(reminded_at=now))


def work_through(*, network_id: UUID, expire_after: timedelta, remind_after: timedelta) -> None:
    """One night in one network: what nobody answered goes back, and whose turn lasts long is reminded, once per turn.

    The sender is never reminded of what only the receiver can do, nor the other way round.
    """
    with acting_for(network_id):
        now = clock.now()
        for referral in news.expired(network_id, now=now, after=expire_after):
            expire(referral=referral)
        for referral in news.late(network_id, now=now, after=remind_after):
            if mark_reminded(referral=referral):
                _remind(referral)


def _remind(referral: Referral) -> None:
    side = rules.turn(State(referral.state))
    place_id = referral.receiver_id if side is Side.RECEIVER else referral.sender_id or referral.network_id
    emails.in_the_morning(side, place_id, what=emails.REMINDER, since=clock.now() - emails.JUST_NOW)
