"""The form with which a coordinator keeps the front page of the network."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.lib import texts
from samenspel.lib.formfields import PhoneField
from samenspel.networks.models import Network


class NetworkForm(forms.Form):
    """What residents read about the network, and whom they can call."""

    name = texts.ShortTextField(label=_("Naam van het netwerk"))
    summary = texts.ShortTextField(
        label=_("In één zin"),
        help_text=_("Wat hebben bewoners aan uw netwerk? Deze zin staat bovenaan de pagina."),
        max_length=200,
        required=False,
    )
    about = texts.FreeTextField(
        label=_("Zo werken wij samen"),
        help_text=_("Schrijf korte zinnen. Een lege regel maakt een nieuwe alinea."),
        max_length=4000,
        required=False,
    )
    phone = PhoneField(label=_("Telefoonnummer"), help_text=_("Het nummer dat iedereen mag bellen."), required=False)
    phone_hours = texts.ShortTextField(
        label=_("Bereikbaar"), help_text=_("Bijvoorbeeld: maandag tot en met vrijdag van 9 tot 17 uur."), required=False
    )
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    contact_name = texts.ShortTextField(label=_("Contactpersoon"), required=False)
    contact_role = texts.ShortTextField(label=_("Functie van de contactpersoon"), required=False)
    is_public = forms.BooleanField(
        label=_("De pagina is voor iedereen te zien"),
        help_text=_("Zet u dit uit? Dan zien alleen de partners de pagina."),
        required=False,
    )

    @classmethod
    def values_of(cls, network: Network) -> dict[str, Any]:
        """What the form shows first."""
        return {name: getattr(network, name) for name in cls.base_fields}
