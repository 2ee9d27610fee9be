"""What roles allow where, and when a session ends."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from samenspel.accounts.rules import Grant, Scope, session_is_over

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
ids = st.sampled_from([UUID(int=number) for number in range(1, 7)])
permissions = st.sampled_from(["see_board", "edit_profile", "vet_partners"])
grants = st.builds(
    Grant,
    role=st.just("role"),
    permissions=st.frozensets(permissions),
    sees_care_data=st.booleans(),
    organisation_id=st.none() | ids,
    network_id=st.just(None),
    networks=st.frozensets(ids, max_size=2),
)
scopes = st.builds(Scope, user_id=ids, grants=st.lists(grants, max_size=4).map(tuple))


def over(*, idle_for: timedelta, signed_in_for: timedelta) -> bool:
    return session_is_over(started_at=NOW - signed_in_for, seen_at=NOW - idle_for, now=NOW, idle=IDLE, longest=LONGEST)


def test_half_an_hour_of_nothing_is_allowed_and_a_second_more_is_not() -> None:
    assert not over(idle_for=IDLE, signed_in_for=IDLE)
    assert over(idle_for=IDLE + timedelta(seconds=1), signed_in_for=IDLE)


def test_a_day_of_work_ends_also_for_who_is_busy() -> None:
    assert not over(idle_for=timedelta(0), signed_in_for=LONGEST)
    assert over(idle_for=timedelta(0), signed_in_for=LONGEST + timedelta(seconds=1))


@given(st.timedeltas(timedelta(0), timedelta(days=2)), st.timedeltas(timedelta(0), timedelta(days=2)))
def test_a_session_that_is_over_stays_over(idle_for: timedelta, more: timedelta) -> None:
    if over(idle_for=idle_for, signed_in_for=idle_for):
        assert over(idle_for=idle_for + more, signed_in_for=idle_for + more)


@given(permissions)
def test_nobody_may_do_nothing(permission: str) -> None:
    assert not Scope().may(permission)
    assert Scope().ids == frozenset()


@given(scopes, permissions, ids)
def test_may_at_an_organisation_needs_a_role_there_or_everywhere(scope: Scope, permission: str, place: UUID) -> None:
    giving = [grant for grant in scope.grants if permission in grant.permissions]
    there = any(grant.organisation_id in {place, None} for grant in giving)
    assert scope.may(permission, organisation_id=place) == there


@given(scopes, permissions, ids)
def test_may_somewhere_includes_may_in_a_network(scope: Scope, permission: str, network: UUID) -> None:
    if scope.may(permission, network_id=network):
        assert scope.may(permission)
        assert network in scope.networks or any(grant.organisation_id is None for grant in scope.grants)


@given(scopes, permissions)
def test_places_where_are_places_where_one_may(scope: Scope, permission: str) -> None:
    organisations, networks = scope.places_where(permission)
    assert all(scope.may(permission, organisation_id=place) for place in organisations)
    assert all(scope.may(permission, network_id=place) for place in networks)


@given(scopes)
def test_the_database_shows_only_what_somebody_holds(scope: Scope) -> None:
    held = {grant.organisation_id for grant in scope.grants} | {scope.user_id}
    assert scope.ids == frozenset(one for one in held if one)
    assert scope.sees_care_data == any(grant.sees_care_data for grant in scope.grants)
