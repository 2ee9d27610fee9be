"""What somebody fills in on their own page: the code, and what is written down about them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib import texts
from samenspel.lib.formfields import CodeField, PhoneField
from samenspel.people.actions.persons import Details
from samenspel.people.models import TOLD_TEXTS, Person
from samenspel.people.rules import AgeBand, ToldBy

NEEDS = {
    ToldBy.EMAIL.value: "email",
    ToldBy.LETTER.value: "address",
    ToldBy.PHONE.value: "phone",
    ToldBy.SMS.value: "phone",
}


class CodeForm(forms.Form):
    """The code that opens the page."""

    digits = CodeField(
        label=gettext_lazy("Uw code"),
        help_text=gettext_lazy("Zes cijfers, uit de mail, de brief of van de telefoon."),
        error_messages={"required": gettext_lazy("Vul de code in.")},
    )


class DetailsForm(forms.Form):
    """Name, how to be reached, and how somebody wants to hear. What a person may not change alone is not here."""

    hide_optional = True

    name = texts.ShortTextField(label=gettext_lazy("Uw naam"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = PhoneField(label=gettext_lazy("Uw telefoonnummer"), required=False)
    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        required=False,
        help_text=gettext_lazy("Hierheen sturen wij ook de code van deze pagina."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    address = texts.ShortTextField(
        label=gettext_lazy("Uw adres"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    told_by = forms.ChoiceField(label=gettext_lazy("Hoe wilt u nieuws horen?"), widget=forms.RadioSelect)

    def __init__(self, data: Any, *, person: Person) -> None:
        self.person = person
        initial = {name: getattr(person, name) for name in ("name", "phone", "email", "address", "told_by")}
        super().__init__(data, initial=initial)
        ways = [way for way in TOLD_TEXTS if way[0] != ToldBy.SMS.value or settings.SMS_SENDER]
        field = self.fields["told_by"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- tells the type checker
        field.choices = ways

    def clean(self) -> dict[str, Any]:
        """What the chosen way needs."""
        cleaned = super().clean() or {}
        needed = NEEDS.get(cleaned.get("told_by", ""), "")
        sentences = {
            "email": _("Vul uw e-mailadres in als u mail wilt."),
            "address": _("Vul uw adres in als u een brief wilt."),
            "phone": _("Vul uw telefoonnummer in."),
        }
        if needed and not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, sentences[needed])
        return cleaned

    def details(self) -> Details:
        """The whole of what is written down, with what is not asked here as it was."""
        told, person = self.cleaned_data, self.person
        return Details(
            name=told["name"],
            phone=told["phone"],
            email=told["email"],
            address=told["address"],
            told_by=ToldBy(told["told_by"]),
            born_on=person.born_on_date,
            band=AgeBand(person.age_band) if person.age_band else None,
            area_code=person.area_id,
            language=person.language,
            is_represented=person.is_represented,
        )
