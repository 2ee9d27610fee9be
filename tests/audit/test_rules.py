"""Roles in which somebody acted, and the codes of the norm."""

from dataclasses import dataclass
from uuid import UUID

from samenspel.audit.rules import Action, roles_acting

HUISVRIEND, WELZIJN, MEERLINDEN = UUID(int=1), UUID(int=2), UUID(int=3)


@dataclass(frozen=True)
class Held:
    role: str
    organisation_id: UUID | None = None
    network_id: UUID | None = None


MARJAN = [
    Held("network_coordinator", network_id=MEERLINDEN),
    Held("administrator", WELZIJN),
    Held("coordinator", WELZIJN),
]


def test_only_the_roles_at_the_place_count() -> None:
    assert roles_acting(MARJAN, organisation_id=WELZIJN, network_id=None) == ["administrator", "coordinator"]
    assert roles_acting(MARJAN, organisation_id=None, network_id=MEERLINDEN) == ["network_coordinator"]


def test_without_a_role_at_the_place_all_roles_are_named() -> None:
    everything = ["administrator", "coordinator", "network_coordinator"]
    assert roles_acting(MARJAN, organisation_id=HUISVRIEND, network_id=None) == everything
    assert roles_acting(MARJAN, organisation_id=None, network_id=None) == everything


def test_a_platform_role_is_named_when_there_is_no_place() -> None:
    assert roles_acting([Held("log_keeper")], organisation_id=None, network_id=None) == ["log_keeper"]


def test_the_norm_has_five_codes() -> None:
    assert [action.value for action in Action] == ["C", "R", "U", "D", "E"]
    assert {Action.SEARCH, Action.EXPORT, Action.PRINT, Action.SIGN_IN} == {Action.EXECUTE}
