"""To whom a list goes by mail: an address that is used once."""

from django import forms
from django.utils.translation import gettext_lazy as _


class MailForm(forms.Form):
    """One's own address."""

    hide_optional = True
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        help_text=_("Wij gebruiken het één keer en bewaren het niet."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
