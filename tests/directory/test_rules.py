"""When an offer is still to be believed, and which numbers say something."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.directory.rules import Capacity, Freshness, Room, freshness

TERM = timedelta(days=90)
CONFIRMED = date(2026, 1, 1)
ASKED = CONFIRMED + TERM


@pytest.mark.parametrize(
    ("asked_on", "today", "expected"),
    [
        (None, CONFIRMED, Freshness.FRESH),
        (None, CONFIRMED + timedelta(days=89), Freshness.FRESH),
        (None, ASKED, Freshness.DUE),
        (ASKED, ASKED, Freshness.ASKED),
        (ASKED, ASKED + timedelta(days=13), Freshness.ASKED),
        (ASKED, ASKED + timedelta(days=14), Freshness.OLD),
        (ASKED, ASKED + timedelta(days=27), Freshness.OLD),
        (ASKED, ASKED + timedelta(days=28), Freshness.OVERDUE),
        (CONFIRMED - timedelta(days=1), CONFIRMED + timedelta(days=20), Freshness.FRESH),
        (CONFIRMED - timedelta(days=1), ASKED, Freshness.DUE),
    ],
)
def test_after_the_question_the_clock_runs(asked_on: date | None, today: date, expected: Freshness) -> None:
    assert freshness(confirmed_on=CONFIRMED, asked_on=asked_on, today=today, term=TERM) == expected


@given(st.integers(0, 400), st.integers(0, 400))
def test_an_offer_never_gets_fresher_by_waiting(first: int, second: int) -> None:
    order = list(Freshness)
    early, late = (
        freshness(confirmed_on=CONFIRMED, asked_on=ASKED, today=ASKED + timedelta(days=days), term=TERM)
        for days in sorted((first, second))
    )
    assert order.index(early) <= order.index(late)


@pytest.mark.parametrize(
    ("capacity", "places", "weeks"),
    [
        (Capacity.FULL, 1, None),
        (Capacity.UNKNOWN, 1, None),
        (Capacity.WAITING, 2, None),
        (Capacity.ROOM, None, 3),
        (Capacity.ROOM, 0, None),
        (Capacity.ROOM, 10_000, None),
        (Capacity.WAITING, None, 0),
        (Capacity.WAITING, None, 105),
    ],
)
def test_a_number_that_means_nothing_is_refused(capacity: Capacity, places: int | None, weeks: int | None) -> None:
    with pytest.raises(ValueError, match="goes with"):
        Room(capacity, free_places=places, waiting_weeks=weeks)


def test_a_number_that_means_something_is_fine() -> None:
    assert Room(Capacity.ROOM, free_places=3).free_places == 3
    assert Room(Capacity.WAITING, waiting_weeks=6).waiting_weeks == 6
    assert Room(Capacity.ROOM).free_places is None
