"""Changes to an account. The log lies above this context: it hears `events`, so every action here tells one."""

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import login, update_session_auth_hash
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest

from samenspel.accounts import events
from samenspel.accounts.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@transaction.atomic
def change_profile(*, by: User, name: str, language: str) -> None:
    """Change one's own name and language."""
    by.name = name
    by.language = language
    by.save(update_fields=["name", "language"])
    events.profile_changed.send(User, user_id=by.pk)


@transaction.atomic
def keep_language(*, by: User, language: str) -> None:
    """Remember the language that somebody switched to; nothing happens when it is the same."""
    if language != by.language:
        change_profile(by=by, name=by.name, language=language)


@transaction.atomic
def sign_out_elsewhere(*, by: User, request: HttpRequest) -> None:
    """End every session of this person except the one of this request."""
    User.objects.filter(pk=by.pk).update(sign_outs=F("sign_outs") + 1)
    by.refresh_from_db(fields=["sign_outs"])
    update_session_auth_hash(request, by)
    events.signed_out.send(User, user_id=by.pk, everywhere=True)


@transaction.atomic
def confirm_address(*, user: User, email: str) -> None:
    """Note that this person reads mail at the address of their account, shown by a code or a link sent there."""
    if email.lower() == user.email.lower():
        EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})


class NeedsSecondStep(Exception):
    """This account has a second factor, so a link in a mail is not enough to open it."""


@transaction.atomic
def sign_in(*, request: HttpRequest, user: User, method: str) -> None:
    """Sign somebody in who opened a link sent to their address, such as an invitation.

    Raises:
        NeedsSecondStep: they have a second factor and sign in as always, so that it is asked for (L13).
    """
    if is_mfa_enabled(user, ["totp", "webauthn"]):
        raise NeedsSecondStep
    confirm_address(user=user, email=user.email)
    login(request, user, backend=BACKEND)
    events.signed_in.send(User, user_id=user.pk, method=method)
