"""From where and for whom the current work is done, so that whoever writes a line in the log need not say it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from samenspel.accounts.rules import Scope
from samenspel.audit import rules

ADDRESS_LENGTH = 32


@dataclass(frozen=True)
class Circumstances:
    """Who works, from which access point, through which part of the system; background work has no person."""

    scope: Scope | None = None
    access_point: str = ""
    source: rules.Source = rules.Source.BACKGROUND

    def roles_of(self, by: UUID | None, *, organisation_id: UUID | None, network_id: UUID | None) -> list[str]:
        """The roles of the person at work, when that is who acts; nobody else's roles are known here."""
        if by is None or self.scope is None or self.scope.user_id != by:
            return []
        return rules.roles_acting(self.scope.grants, organisation_id=organisation_id, network_id=network_id)


BACKGROUND = Circumstances()
_current: ContextVar[Circumstances] = ContextVar("circumstances", default=BACKGROUND)


def current() -> Circumstances:
    """What is known about the work going on now."""
    return _current.get()


@contextmanager
def during(request: HttpRequest) -> Iterator[None]:
    """Remember the circumstances of a request until its answer is ready."""
    token = _current.set(
        Circumstances(
            scope=getattr(request, "scope", None),
            access_point=_hashed(request.META.get("REMOTE_ADDR", "")),
            source=rules.Source.WEB,
        )
    )
    try:
        yield
    finally:
        _current.reset(token)


def _hashed(address: str) -> str:
    """Enough to see that two lines came from one place, not enough to find the place (data minimisation)."""
    if not address:
        return ""
    return salted_hmac("samenspel.audit.address", address, algorithm="sha256").hexdigest()[:ADDRESS_LENGTH]
