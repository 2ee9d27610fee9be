"""The search box: free words and a place. It stands in an address, so nothing is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.finding.asking import LONGEST, LONGEST_PLACE
from samenspel.lib import texts

GRID = {"lat": 0.0045, "lon": 0.0073}
"""Half a kilometre in degrees, at the latitude of the Netherlands."""


class FindForm(forms.Form):
    """What are you looking for, and where? Read by `asking.read`, which never refuses; this draws the fields."""

    hide_optional = True
    q = texts.ShortTextField(
        label=_("Wat zoekt u?"),
        help_text=_("In uw eigen woorden. Bijvoorbeeld: gezelschap voor mijn vader."),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}),
    )
    plek = texts.ShortTextField(
        label=_("Postcode of buurt"),
        help_text=_("Bijvoorbeeld 3743 AB, of Centrum Baarn."),
        max_length=LONGEST_PLACE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )


class NearbyForm(forms.Form):
    """Where a telephone says that it is, in degrees. Rounded before anything is done with it, and never kept."""

    lat = forms.FloatField(min_value=-90, max_value=90)
    lon = forms.FloatField(min_value=-180, max_value=180)

    def rounded(self) -> dict[str, float]:
        """The point to about half a kilometre: enough to know the neighbourhood, too little to know the door."""
        return {name: round(self.cleaned_data[name] / step) * step for name, step in GRID.items()}
