"""Hears from accounts who signed in, and who tried (L22: failed attempts too)."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from samenspel.accounts import events
from samenspel.audit import actions
from samenspel.audit.rules import Action, Outcome


@receiver(events.signed_in, dispatch_uid="audit.signed_in")
def write_sign_in(*, user_id: UUID, method: str = "", **_more: Any) -> None:
    """A line for a sign-in, with how: code, password, passkey, ..."""
    actions.record(
        "accounts.session.started", action=Action.SIGN_IN, by=user_id, detail=f"method={method}" if method else ""
    )


@receiver(events.sign_in_failed, dispatch_uid="audit.sign_in_failed")
def write_failed_sign_in(**_more: Any) -> None:
    """A line for a failed attempt; whose account was tried is not known, or not to be told."""
    actions.record("accounts.session.refused", action=Action.SIGN_IN, by=None, outcome=Outcome.REFUSED)
