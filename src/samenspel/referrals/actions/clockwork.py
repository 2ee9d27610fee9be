"""What time does: one reminder to whose turn it is, and back to the sender when nobody said yes or no."""

from django.db import transaction

from samenspel.lib import clock
from samenspel.referrals.actions.stepping import Actor, StepNotPossible, comes_back, step
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Side, Step

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
