"""Random steps by random actors: the table holds, the path agrees, and nobody reads a name too early or too late."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspel.journal.models import Event
from samenspel.lib.scope import acting_for
from samenspel.people.actions import consent as consents
from samenspel.people.models import Consent, Person
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import answering, clockwork, sending
from samenspel.referrals.actions.knowing import NotAllowedAnyMore
from samenspel.referrals.actions.sending import NoConsent, To
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.models import Passed, Referral
from samenspel.referrals.rules import FINAL, Because, Ending, Side, State, turn
from tests.referrals.making import Loop, make_loop, send

pytestmark = pytest.mark.django_db
KNOWS = {State.ACCEPTED, State.STARTED, State.ENDED}
REFUSED = (StepNotPossible, NotAllowedAnyMore, NoConsent, sending.AlreadySent)
Do = Callable[[Loop, Referral, Side], object]


def withdraw_consent(loop: Loop, referral: Referral, _side: Side) -> None:
    with acting_for(loop.request.person_id):
        for consent in Consent.objects.filter(purpose=Purpose.SHARE.value, organisation=referral.receiver_id):
            consents.withdraw(consent=consent, by=None)


def pass_on(loop: Loop, referral: Referral, side: Side) -> None:
    there = next(one for one in loop.receivers if one.pk != referral.receiver_id)
    sending.pass_on(
        referral=referral, to=To(there), by=Actor(side, loop.user_id), sender=referral.receiver, once=uuid4()
    )


DOINGS: dict[str, Do] = {
    "see": lambda _loop, one, side: answering.see(referral=one, by=Actor(side)),
    "ask": lambda _loop, one, side: answering.ask(referral=one, text="Is er een lift?", by=Actor(side)),
    "answer": lambda loop, one, _side: answering.answer(referral=one, text="Ja.", by=loop.user_id),
    "accept": lambda _loop, one, side: answering.accept(referral=one, by=Actor(side)),
    "decline": lambda _loop, one, side: answering.decline(referral=one, because=Because.NO_ROOM, by=Actor(side)),
    "start": lambda _loop, one, side: answering.start(referral=one, by=Actor(side)),
    "end": lambda _loop, one, side: answering.end(referral=one, ending=Ending.HELPED, by=Actor(side)),
    "report": lambda _loop, one, side: answering.report(referral=one, by=Actor(side)),
    "withdraw": lambda _loop, one, side: sending.withdraw(referral=one, by=Actor(side)),
    "expire": lambda _loop, one, _side: clockwork.expire(referral=one),
    "pass_on": pass_on,
    "withdraw_consent": withdraw_consent,
}
SEQUENCES = st.lists(
    st.tuples(st.sampled_from(sorted(DOINGS)), st.sampled_from(list(Side)), st.integers(0, 2)), max_size=12
)


class Undo(Exception):
    """Ends one example: everything it did is rolled back."""


def all_referrals(loop: Loop) -> list[Referral]:
    with acting_for(loop.network.pk):
        return list(Referral.objects.select_related("receiver").order_by("made_at", "pk"))


def do(loop: Loop, name: str, side: Side, which: int) -> None:
    """One step as the organisation whose side it is; what is not possible must change nothing."""
    referrals = all_referrals(loop)
    referral = referrals[which % len(referrals)]
    before = {one.pk: one.state for one in referrals}
    scope = referral.receiver_id if side is Side.RECEIVER else loop.network.pk
    try:
        with transaction.atomic(), acting_for(scope):
            DOINGS[name](loop, referral, side)
    except REFUSED:
        assert {one.pk: one.state for one in all_referrals(loop)} == before


def reads(reader_id: UUID) -> bool:
    with acting_for(reader_id):
        return Person.objects.exists()


def check(loop: Loop) -> None:
    """What must be true after every step."""
    with acting_for(loop.request.person_id):
        agreed = set(Consent.objects.filter(withdrawn_at=None).values_list("organisation_id", flat=True))
    referrals = all_referrals(loop)
    for receiver in loop.receivers:
        knows = any(State(one.state) in KNOWS for one in referrals if one.receiver_id == receiver.pk)
        assert reads(receiver.pk) == (knows and receiver.pk in agreed)
    with acting_for(loop.network.pk):
        for one in referrals:
            path = list(Passed.objects.filter(referral=one).values_list("state", flat=True))
            told = list(Event.objects.filter(step_id=one.pk).values_list("what", flat=True))
            assert len(path) == len(told)
            assert (path or [State.PLANNED.value])[-1] == one.state
            assert (turn(State(one.state)) == Side.NOBODY) == (State(one.state) in FINAL)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_whatever_people_do_the_loop_stays_whole(steps: list[tuple[str, Side, int]]) -> None:
    with pytest.raises(Undo), transaction.atomic():  # noqa: PT012 -- one example is one transaction
        loop = make_loop(receivers=3)
        send(loop, to=2)
        for name, side, which in steps:
            do(loop, name, side, which)
            check(loop)
        raise Undo
