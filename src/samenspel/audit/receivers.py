"""Hears from accounts who signed in, who tried (L22: failed attempts too), and what changed about an account."""

from typing import Any
from uuid import UUID

from django.dispatch import Signal, receiver

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


def _write_change(event: str, told: Signal, action: Action) -> None:
    """Let every telling of this become a line; its details are codes, such as `kind=totp`."""

    def write(*, user_id: UUID, **more: Any) -> None:
        detail = ",".join(f"{name}={str(more[name]).lower()}" for name in DETAILS if name in more)
        actions.record(event, action=action, by=user_id, object_type="accounts.user", object_id=user_id, detail=detail)

    told.connect(write, weak=False, dispatch_uid=f"audit.{event}")


DETAILS = ("kind", "everywhere", "connected")
_write_change("accounts.account.opened", events.opened, Action.CREATE)
_write_change("accounts.session.ended", events.signed_out, Action.EXECUTE)
_write_change("accounts.second-factor.added", events.second_factor_added, Action.CREATE)
_write_change("accounts.second-factor.removed", events.second_factor_removed, Action.DELETE)
_write_change("accounts.recovery-codes.made", events.recovery_codes_made, Action.CREATE)
_write_change("accounts.password.changed", events.password_changed, Action.UPDATE)
_write_change("accounts.address.changed", events.email_changed, Action.UPDATE)
_write_change("accounts.profile.changed", events.profile_changed, Action.UPDATE)
_write_change("accounts.organisation-sign-in.changed", events.organisation_sign_in_changed, Action.UPDATE)
