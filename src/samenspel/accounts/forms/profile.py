"""Who somebody is in our house, and whereto they go on."""

from django import forms
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import User
from samenspel.lib.texts import ShortTextField

# Each language in its own words, for who cannot read the others.
OWN_NAMES = [(code, get_language_info(code)["name_local"].capitalize()) for code, _name in settings.LANGUAGES]
LANGUAGE_HELP = _("De taal van de pagina's en van de mails die wij u sturen.")


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name and language."""

    name = ShortTextField(label=_("Naam"), required=False, help_text=_("Zo zien collega's en partners u."))
    language = forms.ChoiceField(label=_("Taal"), choices=OWN_NAMES, widget=forms.RadioSelect, help_text=LANGUAGE_HELP)

    class Meta:
        model = User
        fields = ["name", "language"]


class SecondStepForm(forms.Form):
    """Which second step somebody chooses, and where they were going."""

    way = forms.ChoiceField(choices=[("passkey", ""), ("app", "")])
    next = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean_next(self) -> str:
        """Only an address of our own; anything else is forgotten."""
        address: str = self.cleaned_data["next"]
        ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
        return address if ours else ""
