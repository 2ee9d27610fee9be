"""How the sign-in library behaves in our house: its mails, its words, its secrets, and whom it lets in."""

import base64
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import User
from samenspel.lib import mail
from samenspel.lib.sealed import seal, unseal

SEALED_AS = "mfa.authenticator.secret"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """E-mail addresses are the only name of an account; mail goes through our queue."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account is gesloten."),
        "duplicate_email": _("Dit adres hoort al bij uw account."),
        "email_taken": _("Dit adres hoort al bij een ander account."),
        "email_password_mismatch": _("Het e-mailadres of het wachtwoord klopt niet."),
        "enter_current_password": _("Dit is niet uw wachtwoord van nu."),
        "incorrect_code": _("Deze code klopt niet. Kijk of u de nieuwste code hebt en typ die opnieuw."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "invalid_login": _("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."),
        "same_as_current": _("Dit is het adres dat u nu al gebruikt."),
        "too_many_login_attempts": _("Dat was te vaak achter elkaar. Wacht een paar minuten en probeer het opnieuw."),
        "rate_limited": _("Dat ging te snel achter elkaar. Wacht even en probeer het opnieuw."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter from the template's subject and text, and send it when the transaction stands."""
        subject = render_to_string(f"{template_prefix}_subject.txt", context)
        text = render_to_string(f"{template_prefix}_message.txt", context)
        mail.send_later(to=email, subject=subject.strip(), text=text.strip() + "\n")

    def new_user(self, request: HttpRequest) -> User:  # noqa: ARG002 -- the library's signature
        """A new account speaks the language in which it was made."""
        return User(language=(get_language() or "nl")[:2])

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways in which somebody can show again who they are, in our words."""
        words = {
            "reauthenticate": _("Met uw wachtwoord"),
            "mfa_reauthenticate": _("Met een code uit uw app of een reservecode"),
            "mfa_reauthenticate:webauthn": _("Met uw toegangssleutel"),
        }
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [way | {"description": words.get(way["id"], way["description"])} for way in ways]


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: its secrets are sealed, its words are ours."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. Kijk in uw app welke code er nu staat en typ die."),
        "cannot_generate_recovery_codes": _("Reservecodes krijgt u als u een tweede stap hebt."),
        "unverified_email": _("Bevestig eerst uw e-mailadres."),
    }

    def encrypt(self, text: str) -> str:
        """Seal the secret of an app or of recovery codes before it goes to the database."""
        return base64.b64encode(seal(text, context=SEALED_AS)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open such a secret."""
        return unseal(base64.b64decode(encrypted_text), context=SEALED_AS)

    def _get_site_name(self) -> str:
        return "Samenspel"

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002, ARG002 -- the library's signature
        """What a passkey is called until somebody names it."""
        return str(_("Mijn apparaat"))


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in through the organisation's own sign-in service (OIDC).

    It opens only an account that its owner tied to it on the page 'Koppelingen'. It never makes an account and never
    takes one over because the address looks the same: who is not known is told whom to ask.
    """

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultSocialAccountAdapter.error_messages,
        "connected_other": _("Deze inlog hoort al bij een ander account."),
        "no_password": _("Kies eerst een wachtwoord. Anders kunt u niet meer inloggen."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Nobody gets an account through an organisation's sign-in service."""
        return False

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: Any) -> User:  # noqa: ARG002
        """Keep only who somebody is at the service; what else it tells about them is not needed and not stored."""
        sociallogin.account.extra_data = {}
        user: User = sociallogin.user
        return user
