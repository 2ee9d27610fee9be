"""Signing in, making an account, password and address."""

from typing import Any, ClassVar

from allauth.account import forms as account
from django.urls import reverse_lazy
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.forms.plain import PlainWords, Words

NEW_PASSWORD = _("Minstens 12 tekens. Een korte zin werkt goed en is makkelijk te onthouden.")
CODE = _("De code staat in de mail die u net kreeg. Streepjes en spaties maken niet uit.")


def _forgotten() -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse_lazy("account_reset_password"), gettext("Wachtwoord vergeten?"))


FORGOTTEN = lazy(_forgotten, SafeString)()


class LoginForm(PlainWords, account.LoginForm):  # type: ignore[misc]
    """An e-mail address; with `?met=wachtwoord` also a password. Without password a code is mailed."""

    words: ClassVar[Words] = {
        "login": (_("E-mailadres"), _("Het adres waarmee u uw account maakte of bent uitgenodigd.")),
        "password": (_("Wachtwoord"), FORGOTTEN),
    }

    def _setup_password_field(self) -> None:
        super()._setup_password_field()
        asked = self.request is not None and self.request.GET.get("met") == "wachtwoord"
        if not asked and "password" not in self.data:
            del self.fields["password"]


class RequestCodeForm(PlainWords, account.RequestLoginCodeForm):  # type: ignore[misc]
    """The address to which a code to sign in goes."""

    words: ClassVar[Words] = {"email": (_("E-mailadres"), _("Hier sturen wij de code naartoe."))}


class SignupForm(PlainWords, account.SignupForm):  # type: ignore[misc]
    """A resident makes an account with nothing but an address; a password can be chosen later."""

    words: ClassVar[Words] = {
        "email": (_("E-mailadres"), _("Hier sturen wij een code naartoe. Wij mailen u geen reclame."))
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password1", None)


class LoginCodeForm(PlainWords, account.ConfirmLoginCodeForm):  # type: ignore[misc]
    """The mailed code to sign in."""

    words: ClassVar[Words] = {"code": (_("Code uit de mail"), CODE)}


class AddressCodeForm(PlainWords, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The mailed code that shows that an address is somebody's own."""

    words: ClassVar[Words] = {"code": (_("Code uit de mail"), CODE)}


class ResetCodeForm(PlainWords, account.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    """The mailed code to choose a new password."""

    words: ClassVar[Words] = {"code": (_("Code uit de mail"), CODE)}


class ResetPasswordForm(PlainWords, account.ResetPasswordForm):  # type: ignore[misc]
    """The address whose password was forgotten."""

    words: ClassVar[Words] = {"email": (_("E-mailadres"), _("Hier sturen wij een code naartoe."))}


class NewPasswordForm(PlainWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password after the mailed code."""

    words: ClassVar[Words] = {
        "password1": (_("Nieuw wachtwoord"), NEW_PASSWORD),
        "password2": (_("Nieuw wachtwoord, nog een keer"), ""),
    }


class SetPasswordForm(PlainWords, account.SetPasswordForm):  # type: ignore[misc]
    """A first password."""

    words: ClassVar[Words] = {
        "password1": (_("Wachtwoord"), NEW_PASSWORD),
        "password2": (_("Wachtwoord, nog een keer"), ""),
    }


class ChangePasswordForm(PlainWords, account.ChangePasswordForm):  # type: ignore[misc]
    """Another password."""

    words: ClassVar[Words] = {
        "oldpassword": (_("Uw wachtwoord van nu"), FORGOTTEN),
        "password1": (_("Nieuw wachtwoord"), NEW_PASSWORD),
        "password2": (_("Nieuw wachtwoord, nog een keer"), ""),
    }


class AddressForm(PlainWords, account.AddEmailForm):  # type: ignore[misc]
    """Another address to sign in with."""

    words: ClassVar[Words] = {"email": (_("Nieuw e-mailadres"), _("Hier sturen wij een code naartoe."))}


class PasswordAgainForm(PlainWords, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something important."""

    words: ClassVar[Words] = {"password": (_("Wachtwoord"), FORGOTTEN)}
