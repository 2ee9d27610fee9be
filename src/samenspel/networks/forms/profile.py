"""The one form with which an organisation keeps its profile (P0.5)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib import texts
from samenspel.lib.formfields import PhoneField, PictureField
from samenspel.networks.models import Organisation
from samenspel.networks.rules import OrganisationKind


class WebsiteField(forms.URLField):
    """A website; without a scheme it becomes https, and nothing but http and https will do."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", max_length=200, **options)


class ProfileForm(forms.Form):
    """What we do, can offer and need; how to reach us; our picture."""

    what_we_do = texts.FreeTextField(
        label=gettext_lazy("Wat wij doen"),
        help_text=gettext_lazy("De eerste zin staat ook op de pagina van het netwerk."),
        required=False,
    )
    what_we_offer = texts.FreeTextField(
        label=gettext_lazy("Wat wij kunnen bieden"),
        help_text=gettext_lazy("Aan bewoners en aan andere organisaties, zoals een ruimte of kennis."),
        required=False,
    )
    what_we_need = texts.FreeTextField(
        label=gettext_lazy("Wat wij nodig hebben"),
        help_text=gettext_lazy("Waar zou een ander u mee kunnen helpen?"),
        required=False,
    )
    contact_name = texts.ShortTextField(label=gettext_lazy("Contactpersoon"), required=False)
    contact_phone = PhoneField(label=gettext_lazy("Telefoonnummer"), required=False)
    contact_email = forms.EmailField(label=gettext_lazy("E-mailadres"), required=False)
    website = WebsiteField(label=gettext_lazy("Website"), required=False)
    kvk = texts.KvkField(
        label=gettext_lazy("KvK-nummer"), help_text=gettext_lazy("Alleen als u er een hebt."), required=False
    )
    rsin = texts.RsinField(
        label=gettext_lazy("RSIN"), help_text=gettext_lazy("Alleen als u er een hebt."), required=False
    )
    picture = PictureField(
        label=gettext_lazy("Foto of logo"),
        help_text=gettext_lazy("Een jpg, png, gif of webp van hoogstens 5 MB. Plaats en datum halen wij eruit."),
        required=False,
    )
    without_picture = forms.BooleanField(label=gettext_lazy("Haal de foto weg die er nu staat"), required=False)
    picture_alt = texts.ShortTextField(
        label=gettext_lazy("Wat is er op de foto te zien?"),
        help_text=gettext_lazy("Eén zin voor mensen die de foto niet kunnen zien."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, organisation: Organisation) -> None:
        self.organisation = organisation
        super().__init__(*args)
        self.initial = {name: getattr(organisation, name) for name in self.text_names()}
        if not organisation.picture:
            del self.fields["without_picture"]
        if organisation.kind == OrganisationKind.CITIZEN_INITIATIVE:
            self.fields["contact_name"].required = True

    @classmethod
    def text_names(cls) -> list[str]:
        """The fields that are texts of the organisation itself."""
        return [name for name in cls.base_fields if name not in {"picture", "without_picture"}]

    def clean_kvk(self) -> str:
        """A number of the trade register belongs to one organisation."""
        kvk: str = self.cleaned_data["kvk"]
        if kvk and Organisation.objects.filter(kvk=kvk).exclude(pk=self.organisation.pk).exists():
            raise self.number_taken()
        return kvk

    def number_taken(self) -> ValidationError:
        """What to say when another organisation has this number."""
        text = _("Dit KvK-nummer hoort al bij een andere organisatie op Samenspel. Klopt dat niet? Bel ons dan.")
        return ValidationError(text, code="taken")

    def clean(self) -> dict[str, Any]:
        """A picture always has words, for who cannot see it."""
        cleaned = super().clean() or {}
        stays = self.organisation.picture and not cleaned.get("without_picture")
        if (cleaned.get("picture") or stays) and not cleaned.get("picture_alt") and "picture_alt" not in self.errors:
            self.add_error("picture_alt", _("Schrijf in één zin wat er op de foto te zien is."))
        return cleaned
