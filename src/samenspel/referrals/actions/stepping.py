"""One step of one referral: conditional, written down, and told. Every other action here goes through it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.helprequests.actions import working
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import RequestState, may_step
from samenspel.journal import actions as journal
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people import queries as people
from samenspel.people.rules import Purpose
from samenspel.referrals import emails, rules
from samenspel.referrals.actions import telling
from samenspel.referrals.models import Passed, Referral, Word
from samenspel.referrals.rules import OPEN, Side, State, Step


class StepNotPossible(Exception):
    """The referral is not where this step begins, or it is not this side's step: somebody was first."""


@dataclass(frozen=True)
class Actor:
    """Who does a step: which side, which member (none for a link or the clock), and whether by signed link."""

    side: Side
    user_id: UUID | None = None
    by_link: bool = False


@transaction.atomic
def step(referral: Referral, step: Step, *, by: Actor, words: str = "", **changes: Any) -> None:
    """Move a referral, when it is where this step begins and this side may do it.

    One conditional update: of two who press at once the second is told that the first was before. The step is one line
    in the path of the referral, one in the log and one in the journal.

    Raises:
        StepNotPossible: see there.
    """
    way = rules.WAYS[step]
    if not rules.may(step, now=State(referral.state), who=by.side):
        raise StepNotPossible
    now = clock.now()
    fresh = changes | {"state": way.to.value}
    if rules.turn(way.to) != rules.turn(State(referral.state)) or step in {Step.ACCEPT, Step.START, Step.END}:
        fresh |= {"turn_since": now, "reminded_at": None}
    if not Referral.objects.filter(pk=referral.pk, state=referral.state).update(**fresh):
        raise StepNotPossible
    for name, value in fresh.items():
        setattr(referral, name, value)
    written(referral, step, by=by, words=words)


def written(referral: Referral, step: Step, *, by: Actor, words: str = "") -> None:
    """Put a step in the path, the log and the journal, with the words that go with it."""
    same = {
        "referral": referral,
        "sender_id": referral.sender_id,
        "receiver_id": referral.receiver_id,
        "network_id": referral.network_id,
        "person_id": referral.person_id,
        "step": step.value,
        "by": by.user_id,
    }
    Passed.objects.create(**same, state=referral.state, by_link=by.by_link)
    if words.strip():
        Word.objects.create(**same, text=words)
    _log(referral, step, by=by)
    _journal(referral, step, by=by)
    emails.after_step(referral, step)
    telling.after_step(referral, step)


def follow(referral: Referral, *, verb: str, by: Actor, to: RequestState) -> None:
    """Let the request move along; the front door keeps it, so this works for the network."""
    with acting_for(referral.network_id):
        request = HelpRequest.objects.get(pk=referral.request_id)
        if may_step(now=RequestState(request.state), to=to) and request.state != to.value:
            working.move(request=request, to=to, by=by.user_id, verb=verb)


def comes_back(referral: Referral, *, by: Actor) -> None:
    """The receiver will not do it: what was planned next goes out, else the request is somebody's to look at again."""
    with acting_for(referral.network_id):
        sender = Actor(Side.SENDER, by.user_id)
        for following in _planned(referral):
            if _may_know(following):
                now = clock.now()
                step(following, Step.SEND, by=sender, sent_at=now, turn_since=now)
                return
            step(following, Step.WITHDRAW, by=sender)
        others = Referral.objects.filter(request=referral.request_id, state__in=[one.value for one in OPEN])
        if not others.exists():
            follow(referral, verb="came_back", by=by, to=RequestState.TAKEN)
            telling.nobody_yet(referral)


def _planned(referral: Referral) -> QuerySet[Referral]:
    """What stands ready in the same order of preference, the first first, held until the end of the transaction."""
    planned = Referral.objects.select_for_update().filter(
        request=referral.request_id, sender=_head(referral).sender_id, state=State.PLANNED.value
    )
    return planned.order_by("rank", "made_at")


def _may_know(referral: Referral) -> bool:
    """Whether the consent for this receiver still stands; it may have been taken back while this stood ready (L5)."""
    consent = people.standing_consent(referral.person_id, purpose=Purpose.SHARE, receiver_id=referral.receiver_id)
    return consent is not None


def no_longer_needed(referral: Referral, *, by: Actor) -> None:
    """Somebody said yes: what stood ready behind it, in case of a no, goes nowhere any more."""
    with acting_for(referral.network_id):
        for planned in _planned(referral):
            step(planned, Step.WITHDRAW, by=Actor(Side.SENDER, by.user_id))


def _head(referral: Referral) -> Referral:
    """The referral that was passed on until it was this one: who sent that made the order of preference."""
    while referral.parent and referral.parent.state == State.PASSED_ON.value:
        referral = referral.parent
    return referral


def _log(referral: Referral, step: Step, *, by: Actor) -> None:
    audit.record(
        f"referrals.referral.{EVENT_OF[step]}",
        action=Action.CREATE if step is Step.SEND else Action.UPDATE,
        by=by.user_id,
        about=referral,
        network_id=referral.network_id,
        organisation_id=referral.receiver_id if by.side is Side.RECEIVER else referral.sender_id,
        subject_id=referral.person_id,
        detail="method=link" if by.by_link else "",
    )


def _journal(referral: Referral, step: Step, *, by: Actor) -> None:
    mine, theirs = referral.sender_id, referral.receiver_id
    journal.write(
        f"referral.{EVENT_OF[step]}",
        about=journal.About(
            network_id=referral.network_id,
            thread_id=referral.request_id,
            area_code=referral.area_id or "",
            kinds=referral.kinds,
        ),
        organisation_id=theirs if by.side is Side.RECEIVER else mine,
        other_id=mine if by.side is Side.RECEIVER else theirs,
        step_id=referral.pk,
        detail=referral.because or referral.ending,
    )


EVENT_OF = {
    Step.SEND: "sent",
    Step.SEE: "seen",
    Step.ASK: "asked",
    Step.ANSWER: "answered",
    Step.ACCEPT: "accepted",
    Step.DECLINE: "declined",
    Step.PASS_ON: "passed_on",
    Step.START: "started",
    Step.END: "ended",
    Step.REPORT: "reported",
    Step.WITHDRAW: "withdrawn",
    Step.EXPIRE: "expired",
}
"""The past-tense word of each step, for the log and the journal."""
