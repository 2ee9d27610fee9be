"""Where the limits of volunteer work lie, and how far a request can go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.helprequests.rules import (
    CAN_BE_AGREED,
    STEPS,
    Answered,
    Complexity,
    Light,
    NotAnswered,
    Outcome,
    RequestState,
    StopQuestion,
    complexity,
    limits,
    may_step,
    needs_answer,
)

ALL_NO = dict.fromkeys(StopQuestion, Answered.NO)
ANSWERS = st.fixed_dictionaries({question: st.sampled_from(list(Answered)) for question in StopQuestion})
GRAVITY = [Light.GREEN, Light.ORANGE, Light.RED]


def test_seven_times_no_is_green() -> None:
    assert limits(ALL_NO).light == Light.GREEN
    assert limits(ALL_NO).because == ()


@pytest.mark.parametrize(
    "question",
    [StopQuestion.RESERVED_ACT, StopQuestion.MEDICATION, StopQuestion.LIFTING_WASHING, StopQuestion.DANGER],
)
def test_what_belongs_with_formal_care_is_red(question: StopQuestion) -> None:
    found = limits({**ALL_NO, question: Answered.YES})
    assert (found.light, found.because) == (Light.RED, (question,))


def test_lifting_that_was_learned_and_agreed_in_writing_is_allowed_on_conditions() -> None:
    assert limits({**ALL_NO, StopQuestion.LIFTING_WASHING: Answered.AGREED}).light == Light.ORANGE
    assert {StopQuestion.LIFTING_WASHING} == CAN_BE_AGREED


@pytest.mark.parametrize("question", [StopQuestion.MONEY, StopQuestion.LONG_OR_MUCH, StopQuestion.REFUSES_HELP])
def test_what_needs_a_second_look_is_orange(question: StopQuestion) -> None:
    assert limits({**ALL_NO, question: Answered.YES}).light == Light.ORANGE


@given(ANSWERS, st.sampled_from(list(StopQuestion)))
def test_a_yes_never_makes_it_lighter(answers: dict[StopQuestion, Answered], question: StopQuestion) -> None:
    with_no = limits({**answers, question: Answered.NO}).light
    assert GRAVITY.index(limits({**answers, question: Answered.YES}).light) >= GRAVITY.index(with_no)


@given(ANSWERS)
def test_the_gravest_reason_comes_first_and_green_has_none(answers: dict[StopQuestion, Answered]) -> None:
    found = limits(answers)
    assert bool(found.because) == (found.light != Light.GREEN)
    if found.because:
        assert limits({**ALL_NO, found.because[0]: answers[found.because[0]]}).light == found.light


@pytest.mark.parametrize("question", list(StopQuestion))
def test_a_question_that_was_skipped_gives_no_outcome(question: StopQuestion) -> None:
    with pytest.raises(NotAnswered):
        limits({one: Answered.NO for one in StopQuestion if one != question})


def test_from_every_state_a_request_can_be_closed_and_from_closed_only_taken_up_again() -> None:
    for state in RequestState:
        assert state == RequestState.CLOSED or may_step(now=state, to=RequestState.CLOSED)
    assert STEPS[RequestState.CLOSED] == {RequestState.TAKEN}
    assert set(STEPS) == set(RequestState)


def test_complexity_counts_what_is_known_once() -> None:
    assert complexity([Complexity.MEMORY.value, Complexity.MEMORY.value, "made_up", Complexity.MONEY.value]) == 2


def test_nobody_is_sent_away_without_words() -> None:
    assert [one for one in Outcome if needs_answer(one)] == [Outcome.NOBODY, Outcome.ELSEWHERE]
