"""The words of the log: kinds of action and outcome after NEN 7513 (L21), and in which roles somebody acted."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Action(StrEnum):
    """What was done with something (EventActionCode). Searching, exporting and printing count as execute (L22)."""

    CREATE = "C"
    READ = "R"
    UPDATE = "U"
    DELETE = "D"
    EXECUTE = "E"
    SEARCH = "E"  # the norm has five codes; the event tells which of these it was
    EXPORT = "E"
    PRINT = "E"
    SIGN_IN = "E"


class Outcome(StrEnum):
    """How it ended (EventOutcomeIndicator)."""

    SUCCESS = "0"
    REFUSED = "4"
    FAILED = "8"


class AccessPoint(StrEnum):
    """From where (NetworkAccessPointTypeCode); we keep only a keyed hash of the address."""

    ADDRESS = "2"
    NONE = ""


class Source(StrEnum):
    """Which part of the system wrote the line (AuditSourceTypeCode)."""

    WEB = "web"
    BACKGROUND = "background"


class HeldRole(Protocol):
    """The part of a grant that the log looks at."""

    @property
    def role(self) -> str: ...  # noqa: D102

    @property
    def organisation_id(self) -> UUID | None: ...  # noqa: D102

    @property
    def network_id(self) -> UUID | None: ...  # noqa: D102


def roles_acting(grants: Iterable[HeldRole], *, organisation_id: UUID | None, network_id: UUID | None) -> list[str]:
    """The roles in which somebody acted: those held at the place it was about, otherwise all they hold (RoleIDCode)."""
    held = list(grants)
    there = {organisation_id, network_id} - {None}
    at_the_place = [grant.role for grant in held if {grant.organisation_id, grant.network_id} & there]
    return sorted(set(at_the_place or [grant.role for grant in held]))
