"""Hears what the sign-in library does with an account, and tells it on in our own words (`events`)."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as connected
from django.conf import settings
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from samenspel.accounts import actions, events
from samenspel.accounts.models import User

SECOND_FACTORS = {Authenticator.Type.TOTP.value, Authenticator.Type.WEBAUTHN.value}


@receiver(account.user_logged_in)
def signed_in(request: HttpRequest, response: HttpResponse, user: User, **_: Any) -> None:
    """Greet somebody in their own language, or the one they just chose, and forget why the last session ended."""
    request.session.pop("ended_by_idle_time", None)
    if chosen := request.session.pop("chosen_language", ""):
        actions.keep_language(by=user, language=chosen)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
    events.signed_in.send(User, user_id=user.pk, method=_method(request, user))


def _method(request: HttpRequest, user: User) -> str:
    """How somebody showed who they are: `code`, `password_totp`, `passkey` ..."""
    words = []
    for record in get_authentication_records(request, user):
        passkey = record.get("passwordless") and "passkey"
        words.append(str(passkey or record.get("type") or record["method"]))
    return "_".join(words)


@receiver(account.authentication_step_completed)
def address_shown(user: User, method: str, **about: Any) -> None:
    """A code that came by mail shows that the mailbox is theirs, also when the account was made by an invitation."""
    if method == "code" and about.get("email"):
        actions.confirm_address(user=user, email=about["email"])


@receiver(user_login_failed)
@receiver(account.login_code_rejected)
@receiver(mfa.authentication_failed)
def sign_in_failed(**about: Any) -> None:
    """Count a failure without telling whose."""
    if "authenticator" in about:
        method = str(about["authenticator"].type)
    else:
        method = "password" if "credentials" in about else "code"
    events.sign_in_failed.send(User, method=method)


@receiver(user_logged_out)
def signed_out(user: User | None, **_: Any) -> None:
    """Tell that somebody left, also when the house ended the session."""
    if user is not None:
        events.signed_out.send(User, user_id=user.pk, everywhere=False)


@receiver(mfa.authenticator_added)
def second_factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    """End the sessions that were opened without this factor, and tell that it is there."""
    if authenticator.type in SECOND_FACTORS:
        events.second_factor_added.send(User, user_id=user.pk, kind=authenticator.type)
        # Who just used the new factor does not have to show it again to read the recovery codes.
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type, reauthenticated=True)
        actions.sign_out_elsewhere(by=user, request=request)
    else:
        events.recovery_codes_made.send(User, user_id=user.pk)


@receiver(mfa.authenticator_removed)
def second_factor_removed(user: User, authenticator: Authenticator, **_: Any) -> None:
    """Tell that a second factor is gone."""
    if authenticator.type in SECOND_FACTORS:
        events.second_factor_removed.send(User, user_id=user.pk, kind=authenticator.type)


@receiver(mfa.authenticator_reset)
def recovery_codes_made(user: User, **_: Any) -> None:
    """Tell that the old recovery codes no longer work."""
    events.recovery_codes_made.send(User, user_id=user.pk)


@receiver(account.password_set)
@receiver(account.password_changed)
@receiver(account.password_reset)
def password_changed(user: User, **_: Any) -> None:
    """Tell that the password is another one."""
    events.password_changed.send(User, user_id=user.pk)


@receiver(account.email_changed)
def email_changed(user: User, from_email_address: EmailAddress | None, **_: Any) -> None:
    """Tell that somebody signs in with another address; not when an account confirms its first."""
    if from_email_address is not None:
        events.email_changed.send(User, user_id=user.pk)


@receiver(account.user_signed_up)
def opened(user: User, **_: Any) -> None:
    """Tell that somebody made an account."""
    events.opened.send(User, user_id=user.pk)


@receiver(connected.social_account_added)
def organisation_connected(sociallogin: Any, **_: Any) -> None:
    """Tell that the sign-in of an organisation now opens this account."""
    events.organisation_sign_in_changed.send(User, user_id=sociallogin.user.pk, connected=True)


@receiver(connected.social_account_removed)
def organisation_disconnected(socialaccount: Any, **_: Any) -> None:
    """Tell that the sign-in of an organisation no longer opens this account."""
    events.organisation_sign_in_changed.send(User, user_id=socialaccount.user_id, connected=False)
