"""When an invitation is open, how long somebody waits, and which names are alike."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samenspel.networks.rules import (
    JOIN_STEPS,
    InvitationState,
    JoinState,
    core_of_name,
    days_waiting,
    invitation_state,
    names_alike,
)

NOW = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=14)


@pytest.mark.parametrize(
    ("accepted", "withdrawn", "expires", "state"),
    [
        (None, None, LATER, InvitationState.OPEN),
        (None, None, NOW, InvitationState.EXPIRED),
        (NOW, None, NOW - timedelta(days=1), InvitationState.ACCEPTED),
        (None, NOW, LATER, InvitationState.WITHDRAWN),
    ],
)
def test_what_can_still_be_done_with_an_invitation(
    accepted: datetime | None, withdrawn: datetime | None, expires: datetime, state: InvitationState
) -> None:
    assert invitation_state(accepted_at=accepted, withdrawn_at=withdrawn, expires_at=expires, now=NOW) is state


def test_waiting_is_counted_in_whole_days() -> None:
    assert days_waiting(since_on=date(2026, 2, 27), today=date(2026, 3, 2)) == 3
    assert days_waiting(since_on=date(2026, 3, 2), today=date(2026, 3, 2)) == 0
    assert days_waiting(since_on=date(2026, 3, 3), today=date(2026, 3, 2)) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting Huisvriend", "Huisvriend"),
        ("Stichting Huisvriend", "St. Huis-Vriend"),
        ("Coöperatie De Linde U.A.", "Cooperatie de Linde UA"),
        ("Buurtzorg Oeverland B.V.", "Buurtzorg Oeverland"),
        ("Vrienden van het Dorpshuis", "Vriend van 't Dorpshuis"),
    ],
)
def test_names_of_one_organisation_are_alike(one: str, other: str) -> None:
    assert names_alike(one, other)
    assert names_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Welzijn Meerlinden", "Gemeente Meerlinden"),
        ("Stichting Huisvriend", "Stichting De Zonnebloem"),
        ("De Linde", "De Wilg"),
    ],
)
def test_names_of_different_organisations_are_not(one: str, other: str) -> None:
    assert not names_alike(one, other)


def test_a_name_of_small_words_only_stays_itself() -> None:
    assert core_of_name("Voor en van") == "voor en van"
    assert core_of_name("الأمل") == "الأمل"


def test_what_is_admitted_or_withdrawn_stays_so() -> None:
    assert JOIN_STEPS[JoinState.ADMITTED] == frozenset()
    assert JOIN_STEPS[JoinState.WITHDRAWN] == frozenset()
    assert JOIN_STEPS.keys() == set(JoinState)
