"""The second step: an app with codes, and passkeys."""

from typing import Any, ClassVar

from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.forms.plain import PlainWords, Words
from samenspel.lib.texts import ShortTextField

APP_CODE = (_("Code"), _("De zes cijfers die nu in uw app staan, of een van uw reservecodes."))
LONGEST_NAME = 60
STRANGE = (KeyError, TypeError, ValueError, AttributeError)


class Sturdy:
    """A passkey that was not made by a browser gets a sentence, where the library would fall over it."""

    def clean(self) -> Any:
        """What the library makes of it."""
        return self._sturdily("clean")

    def _sturdily(self, step: str) -> Any:
        try:
            return getattr(super(), step)()
        except STRANGE as strange:
            raise forms.ValidationError(_("Deze toegangssleutel konden wij niet lezen.")) from strange


class SturdyUse(Sturdy):
    """The same where the passkey is looked up."""

    def clean_credential(self) -> Any:
        """The passkey in our database that belongs to what the browser sent."""
        return self._sturdily("clean_credential")


class LoginPasskeyForm(SturdyUse, webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    """Signing in with a passkey alone."""


class UsePasskeyForm(SturdyUse, webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as second step."""


class UsePasskeyAgainForm(SturdyUse, webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey once more, before something important."""


class AuthenticateForm(PlainWords, mfa.AuthenticateForm):  # type: ignore[misc]
    """The code at signing in."""

    words: ClassVar[Words] = {"code": APP_CODE}


class ReauthenticateForm(PlainWords, mfa.ReauthenticateForm):  # type: ignore[misc]
    """The code once more, before something important."""

    words: ClassVar[Words] = {"code": APP_CODE}


class ActivateAppForm(PlainWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new app."""

    words: ClassVar[Words] = {"code": (_("Code"), _("De zes cijfers die nu in uw app staan."))}


class AddPasskeyForm(PlainWords, Sturdy, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey of this device; it always asks for finger, face or PIN, so that it counts for two steps."""

    words: ClassVar[Words] = {
        "name": (_("Naam van dit apparaat"), _("Zo herkent u het later, bijvoorbeeld: telefoon van Joke.")),
    }
    name = ShortTextField(required=False, max_length=LONGEST_NAME)
    passwordless = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def clean_passwordless(self) -> bool:
        """Whatever the browser sent: the device must have checked who is there."""
        return True


class RenamePasskeyForm(PlainWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    words: ClassVar[Words] = {"name": (_("Naam van dit apparaat"), _("Zo herkent u het later."))}
    name = ShortTextField(max_length=LONGEST_NAME)
