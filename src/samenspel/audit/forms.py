"""What to look for in the log."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.audit import words
from samenspel.audit.queries import Filter
from samenspel.lib import clock

USUAL_PERIOD = timedelta(days=6)
LONGEST_PERIOD = timedelta(days=366)
FIRST_DAY = date(2020, 1, 1)


def a_day_of_the_log(day: date) -> None:
    """A day on which there can be lines: not before there was a product, not in the future.

    Raises:
        ValidationError: with what is wrong with the day.
    """
    if day < FIRST_DAY:
        raise forms.ValidationError(_("Deze dag is te lang geleden. Kies een dag vanaf 1 januari 2020."))
    if day > clock.today():
        raise forms.ValidationError(_("Deze dag is nog niet geweest. Kies vandaag of een dag daarvoor."))


def _day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Dit is geen datum. Schrijf hem als 2026-11-22.")},
        validators=[a_day_of_the_log],
        required=False,
    )


class LogFilterForm(forms.Form):
    """Period, kind, and the ids of a person or an organisation; nothing chosen means the last seven days."""

    hide_optional = True

    van = _day_field(gettext_lazy("Van"))
    tot = _day_field(gettext_lazy("Tot en met"))
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat is er gedaan?"),
        choices=[("", gettext_lazy("Alles")), *words.ACTION_TEXTS.items()],
        error_messages={"invalid_choice": gettext_lazy("Kies een soort uit de lijst.")},
        required=False,
    )
    afloop = forms.ChoiceField(
        label=gettext_lazy("Hoe liep het af?"),
        choices=[("", gettext_lazy("Alles")), *words.OUTCOME_TEXTS.items()],
        error_messages={"invalid_choice": gettext_lazy("Kies een afloop uit de lijst.")},
        required=False,
    )
    persoon = forms.UUIDField(
        label=gettext_lazy("Nummer van de persoon"),
        help_text=gettext_lazy("Kies in de lijst een naam, dan staat het nummer hier vanzelf."),
        error_messages={"invalid": gettext_lazy("Dit is geen nummer uit het logboek. Kies in de lijst een naam.")},
        required=False,
    )
    organisatie = forms.UUIDField(
        label=gettext_lazy("Nummer van de organisatie"),
        help_text=gettext_lazy("Kies in de lijst een organisatie, dan staat het nummer hier vanzelf."),
        error_messages={
            "invalid": gettext_lazy("Dit is geen nummer uit het logboek. Kies in de lijst een organisatie.")
        },
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A period that runs forward and is not longer than a year."""
        cleaned = super().clean() or {}
        until_on: date = cleaned.get("tot") or clock.today()
        from_on: date = cleaned.get("van") or until_on - USUAL_PERIOD
        if from_on > until_on:
            self.add_error("van", _("De eerste dag ligt na de laatste dag. Draai ze om."))
        elif until_on - from_on > LONGEST_PERIOD:
            self.add_error("van", _("Kies een periode van hoogstens een jaar."))
        return {**cleaned, "van": from_on, "tot": until_on}

    @property
    def chosen(self) -> Filter:
        """The filter as the question wants it; call after `is_valid()`."""
        cleaned = self.cleaned_data
        return Filter(
            from_on=cleaned["van"],
            until_on=cleaned["tot"],
            person=cleaned["persoon"],
            organisation=cleaned["organisatie"],
            action=cleaned["soort"],
            outcome=cleaned["afloop"],
        )
