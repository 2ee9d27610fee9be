"""Sending in a sheet with offers."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory.sheets.columns import Headings, NoHeadings, headings
from samenspel.lib.formfields import SheetField
from samenspel.lib.sheets import Limits, Row

LIMITS = Limits(rows=1_000)


class SheetForm(forms.Form):
    """One file. After `is_valid()` its rows are in `rows` and what its columns mean in `headings`."""

    hide_optional = True

    file = SheetField(
        label=gettext_lazy("Uw lijst"),
        help_text=gettext_lazy("Een Excel-bestand (.xlsx) of CSV, hoogstens 5 MB en 1000 regels."),
        limits=LIMITS,
        error_messages={"required": gettext_lazy("Kies eerst een bestand.")},
    )

    def clean_file(self) -> list[Row]:
        """The rows, when their columns have names and there is something below them."""
        rows: list[Row] = self.cleaned_data["file"]
        try:
            found = headings(rows)
        except NoHeadings as none:
            sentence = _(
                "Wij zien niet welke kolom wat is. Zet boven de lijst een regel met de namen van de kolommen, met in "
                "elk geval Naam en Omschrijving. Makkelijker: gebruik ons lege bestand."
            )
            raise ValidationError(sentence, code="headings") from none
        if not any(row.number > found.row for row in rows):
            raise ValidationError(_("Onder de namen van de kolommen staat nog niets."), code="empty")
        self.headings: Headings = found
        return rows

    @property
    def rows(self) -> list[Row]:
        """The rows with something in them, headings and all."""
        found: Any = self.cleaned_data["file"]
        return list(found)
