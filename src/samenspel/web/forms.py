"""The one question on the front page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.lib import texts


class WhereForm(forms.Form):
    """Where somebody lives: a postcode, a town or a neighbourhood. A search, so nothing is kept."""

    hide_optional = True
    waar = texts.ShortTextField(
        label=_("Waar woont u?"),
        help_text=_("Typ uw postcode, uw dorp of uw wijk."),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
