"""Who somebody is in our house, and whereto they go on."""

from django import forms
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import User


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]
    """Name and language."""

    class Meta:
        model = User
        fields = ["name", "language"]
        help_texts = {
            "name": _("Zo zien collega's en partners u."),
            "language": _("De taal van de bladzijden en van de mails die wij u sturen."),
        }

    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES, widget=forms.RadioSelect)


class SecondStepForm(forms.Form):
    """Which second step somebody chooses, and where they were going."""

    way = forms.ChoiceField(choices=[("passkey", ""), ("app", "")])
    next = forms.CharField(required=False, max_length=500)

    def clean_next(self) -> str:
        """Only an address of our own; anything else is forgotten."""
        address: str = self.cleaned_data["next"]
        ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
        return address if ours else ""
