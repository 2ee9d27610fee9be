"""Roles as code: every permission and every role has words, and no word is missing."""

from samenspel.accounts.roles import PERMISSION_TEXTS, ROLES, Permission


def test_every_permission_has_a_text() -> None:
    assert set(PERMISSION_TEXTS) == set(Permission)


def test_every_role_says_what_it_is_for() -> None:
    assert all(str(role.name) and str(role.description).startswith("U ") for role in ROLES.values())
    assert all(code == role.code for code, role in ROLES.items())


def test_every_permission_is_held_by_some_role() -> None:
    assert frozenset().union(*(role.permissions for role in ROLES.values())) == frozenset(Permission)
