"""The table of steps: whose turn, who may, when it is late."""

from datetime import UTC, datetime, timedelta

import pytest

from samenspel.referrals.rules import (
    EXPIRES_AFTER,
    FINAL,
    OPEN,
    PERSONS_REASONS,
    REMIND_AFTER,
    TAKEN,
    TURN,
    WAYS,
    Because,
    Side,
    State,
    Step,
    has_expired,
    is_late,
    may,
    turn,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_every_state_but_the_first_is_reached_and_every_open_one_is_somebodys_turn() -> None:
    assert {way.to for way in WAYS.values()} == set(State) - {State.PLANNED}
    assert {state for state in State if turn(state) == Side.NOBODY} == FINAL
    assert set(TURN) == OPEN


def test_from_a_final_state_nothing_leads_away() -> None:
    assert not [step for step, way in WAYS.items() if way.begins & FINAL]


@pytest.mark.parametrize("state", sorted(OPEN))
def test_from_every_open_state_whose_turn_it_is_can_do_something(state: State) -> None:
    assert [step for step in Step if may(step, now=state, who=turn(state))]


def test_nobody_reads_a_name_before_saying_yes() -> None:
    assert {way.to for step, way in WAYS.items() if step == Step.ACCEPT} <= TAKEN
    assert all(way.begins <= TAKEN or step == Step.ACCEPT for step, way in WAYS.items() if way.to in TAKEN)


def test_there_are_at_most_twelve_reasons_on_two_sides() -> None:
    assert len(Because) <= 12
    assert set(Because) > PERSONS_REASONS


def test_one_reminder_after_ten_days_and_back_after_thirty() -> None:
    since = NOW - REMIND_AFTER
    assert is_late(since=since, now=NOW, reminded=False)
    assert not is_late(since=since, now=NOW, reminded=True)
    assert not is_late(since=since + timedelta(seconds=1), now=NOW, reminded=False)
    assert has_expired(sent_at=NOW - EXPIRES_AFTER, now=NOW)
    assert not has_expired(sent_at=NOW - EXPIRES_AFTER + timedelta(seconds=1), now=NOW)
