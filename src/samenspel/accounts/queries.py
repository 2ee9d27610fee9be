"""What somebody sees about their own account."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings

from samenspel.accounts.models import User


@dataclass(frozen=True)
class WaysIn:
    """In which ways somebody can sign in, and what protects the account besides."""

    password: bool
    app: bool
    passkeys: int
    recovery_codes: bool
    organisation: bool
    organisation_offered: bool

    @property
    def second_step(self) -> bool:
        """Whether signing in asks for something besides the mailbox or the password."""
        return self.app or self.passkeys > 0


def ways_in_of(user: User) -> WaysIn:
    """The ways in which this person signs in, in two queries."""
    kinds = list(Authenticator.objects.filter(user=user).order_by("pk").values_list("type", flat=True))
    return WaysIn(
        password=user.has_usable_password(),
        app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
        organisation=SocialAccount.objects.filter(user=user).exists(),
        organisation_offered=bool(settings.SOCIALACCOUNT_PROVIDERS),
    )
