"""Ages, who agrees, and who is the same person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.lib import lookup
from samenspel.people.rules import AgeBand, BornWrong, Giver, Keys, Likeness, age_band, givers_for, likeness

TODAY = date(2026, 11, 22)
SIGNS = st.sampled_from(["", "a", "b"])
KEYS = st.builds(Keys, name=SIGNS, born=SIGNS, phone=SIGNS, email=SIGNS)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2026, 11, 22), AgeBand.CHILD),
        (date(2014, 11, 23), AgeBand.CHILD),
        (date(2014, 11, 22), AgeBand.YOUTH),
        (date(2010, 11, 23), AgeBand.YOUTH),
        (date(2010, 11, 22), AgeBand.YOUNG),
        (date(1946, 11, 22), AgeBand.OLDEST),
        (date(1946, 11, 23), AgeBand.OLDER),
    ],
)
def test_the_band_changes_on_the_birthday(born: date, band: AgeBand) -> None:
    assert age_band(born_on=born, today=TODAY) == band


@pytest.mark.parametrize("born", [date(2026, 11, 23), date(1900, 1, 1)])
def test_a_birth_date_that_cannot_be_is_refused(born: date) -> None:
    with pytest.raises(BornWrong):
        age_band(born_on=born, today=TODAY)


def test_under_twelve_a_parent_agrees_and_under_sixteen_both() -> None:
    assert givers_for(AgeBand.CHILD, is_represented=False) == {Giver.PARENT}
    assert givers_for(AgeBand.YOUTH, is_represented=False) == {Giver.SELF_AND_PARENT}
    assert givers_for(AgeBand.YOUNG, is_represented=False) == {Giver.SELF}


@pytest.mark.parametrize("band", list(AgeBand))
def test_a_legal_representative_agrees_whatever_the_age(band: AgeBand) -> None:
    assert givers_for(band, is_represented=True) == {Giver.REPRESENTATIVE}


@given(KEYS, KEYS)
def test_being_alike_works_both_ways_and_never_rests_on_a_name_alone(one: Keys, other: Keys) -> None:
    assert likeness(one, other) == likeness(other, one)
    if likeness(one, other) != Likeness.NONE:
        assert (one.phone and one.phone == other.phone) or (one.email and one.email == other.email) or one.born


def test_two_birth_dates_in_one_household_are_two_persons() -> None:
    assert likeness(Keys("a", "x", "p", "m"), Keys("a", "y", "p", "m")) == Likeness.NONE
    assert likeness(Keys("a", "x", "p", ""), Keys("a", "x", "", "")) == Likeness.SURE
    assert likeness(Keys("a", "", "p", ""), Keys("a", "x", "p", "")) == Likeness.LIKELY
    assert likeness(Keys("a", "", "p", ""), Keys("b", "x", "p", "")) == Likeness.POSSIBLE


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("06 12 34 56 78", "0612345678"),
        ("+31 (0)6-12345678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("31612345678", "0612345678"),
        ("0300 123 456", "0300123456"),
    ],
)
def test_a_phone_number_is_one_number_however_it_is_written(typed: str, plain: str) -> None:
    assert lookup.plain_phone(typed) == plain


def test_names_meet_without_accents_and_signs_and_keys_do_not_mix() -> None:
    assert lookup.plain_name("José van 't Hof") == lookup.plain_name("jose VAN T HOF")
    assert lookup.key_of("name", "a") != lookup.key_of("phone", "a")
    assert lookup.key_of("name", "") == ""
