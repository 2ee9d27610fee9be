"""The four short steps in which a network is started (P1.2)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib.formfields import PhoneField
from samenspel.lib.texts import KvkField, ShortTextField
from samenspel.networks.models.network import KIND_TEXTS
from samenspel.networks.rules import OrganisationKind
from samenspel.places import queries as places
from samenspel.places.rules import AreaKind

MOST_NAMES = 5


class NameForm(forms.Form):
    """Step 1: what the network is called and where it works."""

    name = ShortTextField(
        label=gettext_lazy("Hoe heet het netwerk?"), help_text=gettext_lazy("Bijvoorbeeld: Netwerk Meerlinden.")
    )
    summary = ShortTextField(
        label=gettext_lazy("Wat doet het netwerk, in één zin?"),
        help_text=gettext_lazy("Deze zin staat straks boven aan de pagina van het netwerk."),
        max_length=200,
        required=False,
    )
    municipality = ShortTextField(
        label=gettext_lazy("In welke gemeente?"), help_text=gettext_lazy("Een naam is genoeg, bijvoorbeeld Baarn.")
    )
    area: str = ""

    def clean_municipality(self) -> str:
        """The municipality, found by its name; on an installation without areas any name will do.

        Raises:
            ValidationError: not found, or more than one fits.
        """
        typed = str(self.cleaned_data["municipality"])
        if not places.has_areas():
            return typed
        found = places.search(typed, kind=AreaKind.MUNICIPALITY)
        exact = [one for one in found if one.name.lower() == typed.lower()] or found
        if len(exact) != 1:
            names = ", ".join(one.name for one in exact[:MOST_NAMES])
            raise forms.ValidationError(
                _("Bedoelt u %(names)s? Schrijf de hele naam.") % {"names": names}
                if names
                else _("Deze gemeente kennen wij niet. Kijk of de naam goed is geschreven.")
            )
        self.area = exact[0].code
        return exact[0].name

    def draft(self) -> dict[str, Any]:
        """What is kept until the last step."""
        return {**self.cleaned_data, "area": self.area}


class LeadForm(forms.Form):
    """Step 2: the organisation that leads (penvoerder). One that is here already is found by its KvK number."""

    lead_name = ShortTextField(
        label=gettext_lazy("Welke organisatie is penvoerder?"),
        help_text=gettext_lazy(
            "De penvoerder houdt het geld en de papieren bij. Later kan dat een andere partner worden."
        ),
    )
    lead_kind = forms.ChoiceField(
        label=gettext_lazy("Soort organisatie"),
        # Who keeps money and papers for others needs a legal form.
        choices=[choice for choice in KIND_TEXTS if choice[0] != OrganisationKind.CITIZEN_INITIATIVE.value],
        widget=forms.RadioSelect,
    )
    lead_kvk = KvkField(
        label=gettext_lazy("KvK-nummer"),
        help_text=gettext_lazy(
            "8 cijfers. Staat deze organisatie al in Samenspel, dan vinden wij haar met dit nummer."
        ),
        required=False,
    )

    def draft(self) -> dict[str, Any]:
        """What is kept until the last step."""
        return dict(self.cleaned_data)


class ContactForm(forms.Form):
    """Step 3: whom people can call; all of this stands on the public page (P0.16)."""

    phone = PhoneField(
        label=gettext_lazy("Telefoonnummer van het netwerk"),
        help_text=gettext_lazy("Dit nummer staat boven aan elke pagina. Bellen kan altijd in plaats van invullen."),
    )
    phone_hours = ShortTextField(
        label=gettext_lazy("Wanneer bent u bereikbaar?"),
        help_text=gettext_lazy("Bijvoorbeeld: werkdagen van 9.00 tot 12.00 uur."),
        required=False,
    )
    contact_name = ShortTextField(
        label=gettext_lazy("Wie is de contactpersoon?"),
        help_text=gettext_lazy("Deze naam kan iedereen lezen. Vraag eerst of dat goed is."),
    )
    contact_role = ShortTextField(label=gettext_lazy("Wat is de functie van die persoon?"), required=False)

    def draft(self) -> dict[str, Any]:
        """What is kept until the last step."""
        return dict(self.cleaned_data)


class CoordinatorForm(forms.Form):
    """Step 4: who keeps the network together; nothing of this is kept in between."""

    email = forms.EmailField(
        label=gettext_lazy("E-mailadres van de coördinator"),
        help_text=gettext_lazy("De coördinator krijgt een uitnodiging per mail. In de mail staat geen naam."),
    )


STEPS: dict[int, type[NameForm] | type[LeadForm] | type[ContactForm]] = {1: NameForm, 2: LeadForm, 3: ContactForm}
LAST_STEP = 4
