"""The warm hand-over: who calls whom and when, done or not, and the way back when it does not work out."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.journal import actions as journal
from samenspel.lib import clock
from samenspel.referrals.actions import answering
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.models import Handover, Referral
from samenspel.referrals.rules import Calls, Ending, Side, State

GOING_ON = (State.ACCEPTED.value, State.STARTED.value)


class InThePast(Exception):
    """One agrees on a day that is still to come, or today."""


@dataclass(frozen=True)
class Plan:
    """Who calls whom on which day."""

    who: Calls
    planned_on: date


@transaction.atomic
def agree(*, referral: Referral, plan: Plan, by: Actor) -> Handover:
    """Agree on who calls whom; another agreement comes in the place of one that was not done.

    Raises:
        InThePast: see there.
        StepNotPossible: nobody said yes, or it is over.
    """
    if plan.planned_on < clock.today():
        raise InThePast
    if not Referral.objects.select_for_update().filter(pk=referral.pk, state__in=GOING_ON).exists():
        raise StepNotPossible
    agreed, _made = Handover.objects.update_or_create(
        referral=referral,
        done_at=None,
        defaults={"who": plan.who.value, "planned_on": plan.planned_on, "by": by.user_id, "agreed_at": clock.now()},
        create_defaults={
            "who": plan.who.value,
            "planned_on": plan.planned_on,
            "by": by.user_id,
            "sender_id": referral.sender_id,
            "receiver_id": referral.receiver_id,
            "network_id": referral.network_id,
            "person_id": referral.person_id,
        },
    )
    _tell("agreed", referral, by=by, detail=plan.who.value)
    return agreed


@transaction.atomic
def done(*, referral: Referral, by: Actor) -> None:
    """The call was made; pressing twice is pressing once."""
    if Handover.objects.filter(referral=referral, done_at=None).update(done_at=clock.now()):
        _tell("done", referral, by=by)


@transaction.atomic
def hand_back(*, referral: Referral, by: Actor, words: str) -> None:
    """It does not work out after all: it ends and is reported in one go, and is somebody's again to look at.

    Raises:
        StepNotPossible: nobody said yes, or it is over.
    """
    ending = Ending.ONWARD if referral.state == State.STARTED.value else Ending.NOT_BEGUN
    answering.end(referral=referral, ending=ending, by=by)
    answering.report(referral=referral, by=by, words=words)


@transaction.atomic
def finish(*, referral: Referral, ending: Ending, by: Actor, words: str = "") -> None:
    """The help is over, and how it went is told in one go.

    Raises:
        StepNotPossible: it went on in the meantime.
    """
    answering.end(referral=referral, ending=ending, by=by)
    answering.report(referral=referral, by=by, words=words)


def _tell(verb: str, referral: Referral, *, by: Actor, detail: str = "") -> None:
    both = (referral.sender_id, referral.receiver_id)
    mine, theirs = both if by.side is Side.SENDER else both[::-1]
    audit.record(
        f"referrals.handover.{verb}",
        action=Action.UPDATE,
        by=by.user_id,
        about=referral,
        organisation_id=mine,
        network_id=referral.network_id,
        subject_id=referral.person_id,
        detail="method=link" if by.by_link else "",
    )
    journal.write(
        f"handover.{verb}",
        about=journal.About(
            network_id=referral.network_id,
            thread_id=referral.request_id,
            area_code=referral.area_id or "",
            kinds=referral.kinds,
        ),
        organisation_id=mine,
        other_id=theirs,
        step_id=referral.pk,
        detail=detail,
    )
