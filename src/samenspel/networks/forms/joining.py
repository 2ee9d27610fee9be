"""What an organisation tells when it asks to join, and what a coordinator writes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib.formfields import OnceField, PhoneField
from samenspel.lib.texts import FreeTextField, KvkField, ShortTextField
from samenspel.networks.actions.joining import Application
from samenspel.networks.models.network import KIND_TEXTS
from samenspel.networks.rules import OrganisationKind


class JoinForm(forms.Form):
    """The public form to ask for a place in the network; the phone number is always an alternative."""

    name = ShortTextField(
        label=gettext_lazy("Naam van de organisatie"), widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Soort organisatie"),
        help_text=gettext_lazy(
            "Bent u een groep bewoners zonder stichting of vereniging? Kies dan Bewonersinitiatief."
        ),
        choices=KIND_TEXTS,
        widget=forms.RadioSelect,
    )
    kvk = KvkField(
        label=gettext_lazy("KvK-nummer"),
        help_text=gettext_lazy("8 cijfers. Hebt u geen nummer? Laat dit dan leeg, u kunt gewoon meedoen."),
        required=False,
    )
    motivation = FreeTextField(
        label=gettext_lazy("Waarom wilt u meedoen?"),
        help_text=gettext_lazy("Een paar zinnen zijn genoeg: wat doet u, en wat hoopt u samen te kunnen doen?"),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    contact_name = ShortTextField(
        label=gettext_lazy("Uw naam"),
        help_text=gettext_lazy(
            "Na toelating staat u als contactpersoon op de pagina van uw organisatie. U kunt dat zelf veranderen."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        help_text=gettext_lazy(
            "Hier sturen wij een link naartoe waarmee u uw aanvraag volgt. Alleen het netwerk ziet het."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    contact_phone = PhoneField(
        label=gettext_lazy("Uw telefoonnummer"),
        help_text=gettext_lazy("Dan kan de coördinator u bellen om kennis te maken. Alleen het netwerk ziet het."),
        required=False,
    )
    mark = OnceField()

    def clean(self) -> dict[str, Any]:
        """A citizen initiative is its people: a first and a last name of one of them (P3.7)."""
        cleaned = super().clean() or {}
        name = str(cleaned.get("contact_name", ""))
        if cleaned.get("kind") == OrganisationKind.CITIZEN_INITIATIVE.value and name and " " not in name:
            self.add_error(
                "contact_name",
                _("Schrijf uw voornaam en uw achternaam. Een bewonersinitiatief heeft een vaste contactpersoon."),
            )
        return cleaned

    def application(self) -> Application:
        """What was filled in, for the action."""
        return Application(**{name: value for name, value in self.cleaned_data.items() if name != "mark"})


class RefuseForm(forms.Form):
    """Why an organisation cannot join; the applicant reads it."""

    reason = FreeTextField(
        label=gettext_lazy("Waarom laat u deze organisatie niet toe?"),
        help_text=gettext_lazy("De aanvrager leest dit. Schrijf ook wat er nodig is om later wel mee te doen."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class InviteAdministratorForm(forms.Form):
    """Who becomes the first administrator of an organisation that has none yet."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van de nieuwe beheerder"),
        help_text=gettext_lazy(
            "Alleen iemand die bij deze organisatie werkt. Bel eerst even als u het niet zeker weet."
        ),
    )
