"""The closed loop: consent blocks, saying yes opens, saying no goes on, and the end is told."""

from datetime import timedelta
from uuid import uuid4

import pytest

from samenspel.helprequests.models import HelpRequest, Story
from samenspel.helprequests.rules import RequestState
from samenspel.journal.models import Event
from samenspel.lib.scope import acting_for
from samenspel.people.actions import consent as consents
from samenspel.people.models import Consent, Person
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import answering, clockwork, sending
from samenspel.referrals.actions.knowing import NotAllowedAnyMore
from samenspel.referrals.actions.sending import AlreadySent, From, NoConsent, To
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.models import Passed, Referral, Word
from samenspel.referrals.rules import Because, Ending, Side, State
from tests.factories import make_organisation
from tests.referrals.making import Loop, make_loop, send

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    return [person.name for person in Person.objects.all()]


def state_of(referral: Referral, loop: Loop) -> str:
    with acting_for(loop.network.pk):
        return Referral.objects.get(pk=referral.pk).state


def request_state(loop: Loop) -> str:
    with acting_for(loop.network.pk):
        return HelpRequest.objects.get(pk=loop.request.pk).state


def test_before_yes_the_receiver_sees_theme_and_area_and_no_name() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        seen = Referral.objects.get()
        assert (seen.kinds, seen.age_band, seen.urgency) == (["buddy"], "older", "can_wait")
        assert names() == []
        assert not HelpRequest.objects.exists()
        answering.accept(referral=referral, by=loop.receiver)
        assert names() == ["Truus de Wit"]
        assert Story.objects.get().words == "Ik ben veel alleen."


def test_after_reporting_back_the_loop_is_closed_and_nobody_reads_on() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.see(referral=referral, by=loop.receiver)
        answering.accept(referral=referral, by=loop.receiver)
        answering.start(referral=referral, by=loop.receiver)
        answering.end(referral=referral, ending=Ending.HELPED, by=loop.receiver)
        answering.report(referral=referral, by=loop.receiver, words="Elke dinsdag samen koffie.")
        assert names() == []
        assert Word.objects.get().text == "Elke dinsdag samen koffie."
        path = list(Passed.objects.values_list("state", flat=True))
    assert path == ["sent", "seen", "accepted", "started", "ended", "reported"]
    with acting_for(loop.network.pk):
        told = Event.objects.filter(step_id=referral.pk).values_list("what", flat=True)
        assert list(told) == [f"referral.{state}" for state in path]
    assert request_state(loop) == RequestState.TAKEN.value


def test_without_consent_for_a_receiver_nothing_is_sent() -> None:
    loop = make_loop()
    other = make_organisation(network=loop.network)
    by = From(sender=None, user_id=loop.user_id)
    with acting_for(loop.network.pk), pytest.raises(NoConsent) as refused:
        sending.send(request=loop.request, to=[To(loop.receivers[0]), To(other)], by=by, once=uuid4())
    assert refused.value.receiver == other
    with acting_for(loop.network.pk):
        assert not Referral.objects.filter(receiver=other).exists()


def test_a_second_press_sends_nothing_and_another_form_is_refused() -> None:
    loop, once = make_loop(), uuid4()
    first, again = send(loop, once=once), send(loop, once=once)
    assert [one.pk for one in first] == [one.pk for one in again]
    with pytest.raises(AlreadySent):
        send(loop)
    with acting_for(loop.network.pk):
        assert Referral.objects.count() == Passed.objects.count() == 1


def test_declined_goes_to_the_next_in_line_and_then_back_to_the_front_door() -> None:
    loop = make_loop(receivers=2)
    first, second = send(loop, to=2)
    assert (first.state, second.state) == (State.SENT.value, State.PLANNED.value)
    with acting_for(loop.receivers[0].pk):
        answering.decline(referral=first, because=Because.NO_ROOM, by=loop.receiver)
    assert state_of(second, loop) == State.SENT.value
    assert request_state(loop) == RequestState.REFERRED.value
    with acting_for(loop.receivers[1].pk):
        answering.decline(referral=Referral.objects.get(), because=Because.PERSON_REFUSES, by=loop.receiver)
    assert request_state(loop) == RequestState.TAKEN.value


def test_a_question_waits_for_the_sender_and_its_answer_for_the_receiver() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.ask(referral=referral, text="Is er een lift?", by=loop.receiver)
    with acting_for(loop.network.pk):
        answering.answer(referral=referral, text="Ja.", by=loop.user_id)
        assert [word.text for word in Word.objects.all()] == ["Is er een lift?", "Ja."]
    with acting_for(loop.receivers[0].pk):
        answering.accept(referral=referral, by=loop.receiver)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_question_without_words_is_refused(text: str) -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk), pytest.raises(answering.NothingAsked):
        answering.ask(referral=referral, text=text, by=loop.receiver)


def test_passed_on_stays_one_path() -> None:
    loop = make_loop(receivers=2)
    (referral,) = send(loop)
    here, there = loop.receivers
    with acting_for(here.pk):
        onward = sending.pass_on(referral=referral, to=To(there), by=loop.receiver, sender=here, once=uuid4())
    with acting_for(there.pk):
        assert Referral.objects.get().parent_id == referral.pk
        answering.accept(referral=onward, by=loop.receiver)
        assert names() == ["Truus de Wit"]
    with acting_for(here.pk):
        assert names() == []
    assert state_of(referral, loop) == State.PASSED_ON.value


def test_passing_on_to_who_was_not_agreed_to_changes_nothing() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    there = make_organisation(network=loop.network)
    with acting_for(loop.receivers[0].pk), pytest.raises(NoConsent):
        sending.pass_on(referral=referral, to=To(there), by=loop.receiver, sender=loop.receivers[0], once=uuid4())
    assert state_of(referral, loop) == State.SENT.value


def test_taken_back_the_receiver_reads_nothing_any_more() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        answering.accept(referral=referral, by=loop.receiver)
    with acting_for(loop.network.pk):
        sending.withdraw(referral=referral, by=loop.sender)
    with acting_for(loop.receivers[0].pk):
        assert names() == []
        assert not Story.objects.exists()
        with pytest.raises(StepNotPossible):
            answering.start(referral=Referral.objects.get(), by=loop.receiver)


def test_consent_taken_back_before_yes_stops_the_yes() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.request.person_id):
        consents.withdraw(consent=Consent.objects.get(purpose=Purpose.SHARE.value), by=None)
    with acting_for(loop.receivers[0].pk), pytest.raises(NotAllowedAnyMore):
        answering.accept(referral=referral, by=loop.receiver)
    assert state_of(referral, loop) == State.SENT.value


def test_a_volunteer_organisation_refers_up_the_same_way() -> None:
    loop = make_loop(receivers=2)
    (referral,) = send(loop)
    volunteers, practice = loop.receivers
    with acting_for(volunteers.pk):
        answering.accept(referral=referral, by=loop.receiver)
        request = HelpRequest.objects.get()
        by = From(sender=volunteers, user_id=loop.user_id)
        (up,) = sending.send(request=request, to=[To(practice)], by=by, once=uuid4(), is_escalation=True)
    with acting_for(practice.pk):
        answering.accept(referral=up, by=loop.receiver)
        assert (names(), Referral.objects.get().is_escalation) == (["Truus de Wit"], True)


def test_without_an_answer_it_expires_and_comes_back() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    assert clockwork.mark_reminded(referral=referral) is False
    with acting_for(loop.network.pk):
        assert clockwork.mark_reminded(referral=referral)
        assert not clockwork.mark_reminded(referral=referral)
        assert clockwork.expire(referral=referral)
        assert not clockwork.expire(referral=referral)
    assert request_state(loop) == RequestState.TAKEN.value


def test_of_two_who_answer_at_once_the_second_is_told() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.receivers[0].pk):
        same = Referral.objects.get()
        answering.accept(referral=referral, by=loop.receiver)
        with pytest.raises(StepNotPossible):
            answering.decline(referral=same, because=Because.NO_ROOM, by=loop.receiver)


def test_the_sender_cannot_say_yes_for_the_receiver() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.network.pk), pytest.raises(StepNotPossible):
        answering.accept(referral=referral, by=Actor(Side.SENDER, loop.user_id))


def test_the_turn_begins_again_with_each_side() -> None:
    loop = make_loop()
    (referral,) = send(loop)
    with acting_for(loop.network.pk):
        before = referral.turn_since - timedelta(days=12)
        Referral.objects.update(turn_since=before, reminded_at=before)
        clockwork.mark_reminded(referral=referral)
    with acting_for(loop.receivers[0].pk):
        referral = Referral.objects.get()
        answering.ask(referral=referral, text="Is er een lift?", by=loop.receiver)
        assert Referral.objects.get().reminded_at is None
        assert Referral.objects.get().turn_since > before


def test_what_stood_ready_is_not_sent_to_who_lost_consent_meanwhile() -> None:
    loop = make_loop(receivers=3)
    first, second, third = send(loop, to=3)
    with acting_for(loop.request.person_id):
        consents.withdraw(consent=Consent.objects.get(organisation=loop.receivers[1]), by=None)
    with acting_for(loop.receivers[0].pk):
        answering.decline(referral=first, because=Because.NO_ROOM, by=loop.receiver)
    assert state_of(second, loop) == State.WITHDRAWN.value
    assert state_of(third, loop) == State.SENT.value


def test_taking_back_what_only_stood_ready_sends_nothing() -> None:
    loop = make_loop(receivers=3)
    first, second, third = send(loop, to=3)
    with acting_for(loop.network.pk):
        sending.withdraw(referral=second, by=loop.sender)
    states = [state_of(one, loop) for one in (first, second, third)]
    assert states == [State.SENT.value, State.WITHDRAWN.value, State.PLANNED.value]
