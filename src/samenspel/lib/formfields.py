"""Form fields that many forms ask for: a phone number, a picture, a sheet, the mark that makes a form count once."""

import re
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.lib import sheets, texts
from samenspel.lib.pictures import Picture, PictureRefused, read_picture
from samenspel.lib.pictures import Problem as PictureProblem
from samenspel.lib.sheets import Limits, Row, SheetRefused
from samenspel.lib.sheets import Problem as SheetProblem

PHONE_DIGITS = range(9, 16)
NOT_A_PHONE = _("Dit is geen telefoonnummer. Typ het zo: 06 12 34 56 78 of 0300 123 456.")
PICTURE_REFUSALS = {
    PictureProblem.TOO_HEAVY: _("Deze foto is te groot. Kies een foto van hoogstens 5 MB."),
    PictureProblem.TOO_LARGE: _("Deze foto heeft te veel beeldpunten. Maak hem kleiner en probeer het opnieuw."),
    PictureProblem.NOT_A_PICTURE: _("Dit is geen foto die wij kunnen lezen. Kies een jpg, png, gif of webp."),
}
SHEET_REFUSALS = {
    SheetProblem.TOO_HEAVY: _("Dit bestand is te groot: hoogstens 5 MB. Haal foto's eruit, of splits het in tweeën."),
    SheetProblem.TOO_LARGE: _("Uitgepakt is dit bestand te groot. Zet alleen uw lijst in een nieuw Excel-bestand."),
    SheetProblem.TOO_MANY_ROWS: _("Dit bestand heeft meer dan %(rows)s regels. Knip het op in kleinere bestanden."),
    SheetProblem.TOO_MANY_COLUMNS: _("Regel %(row)s heeft meer dan %(columns)s kolommen. Haal weg wat niet nodig is."),
    SheetProblem.LONG_CELL: _(
        "In regel %(row)s staat een cel met heel veel tekst. Kort die in. Staat er ergens een los aanhalingsteken? "
        "Haal dat weg."
    ),
    SheetProblem.OLD_EXCEL: _("Dit is een oud Excel-bestand (.xls). Open het, kies ‘Opslaan als’ en dan .xlsx."),
    SheetProblem.PROTECTED: _("Er zit een wachtwoord op dit bestand, of het is een oud Excel-bestand. Sla het op als "
                              "gewoon .xlsx-bestand, zonder wachtwoord."),
    SheetProblem.OPEN_DOCUMENT: _("Dit is een .ods-bestand. Open het, kies ‘Opslaan als’ en dan Excel (.xlsx) of CSV."),
    SheetProblem.EMPTY: _("Er staat niets in dit bestand. Vul eerst uw lijst in."),
    SheetProblem.NOT_A_SHEET: _("Dit bestand kunnen wij niet lezen. Kies een Excel-bestand (.xlsx) of CSV-bestand."),
}  # fmt: skip


class PhoneField(texts.ShortTextField):
    """A phone number as people write it; spaces, dashes and a country code are fine."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
        super().__init__(max_length=20, **options)

    def validate(self, value: Any) -> None:
        """Between 9 and 15 digits, and nothing but signs that belong in a number."""
        super().validate(value)
        if value and (not re.fullmatch(r"[+()\d .\-/]+", value) or len(re.sub(r"\D", "", value)) not in PHONE_DIGITS):
            raise ValidationError(NOT_A_PHONE, code="phone")


class CodeField(forms.CharField):
    """A code of six digits from a mail, a letter or the phone; spaces and dashes between them are fine."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"})
    default_error_messages = {"invalid": _("Een code heeft zes cijfers.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20, **options)

    def to_python(self, value: Any) -> Any:
        """Only what stands between the spaces and dashes."""
        return re.sub(r"[\s-]", "", super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        """Six digits, nothing else.

        Raises:
            ValidationError: it is something else.
        """
        super().validate(value)
        if not re.fullmatch(r"[0-9]{6}", value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class PictureField(forms.FileField):
    """A picture; what it is shows from its content, not from its name. The cleaned value is drawn again."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"})

    def clean(self, data: Any, initial: Any = None) -> Picture | None:
        """The picture in two sizes, or nothing when none was chosen."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return read_picture(file, size=file.size)
        except PictureRefused as refused:
            raise ValidationError(PICTURE_REFUSALS[refused.problem], code=refused.problem.value) from refused


class SheetField(forms.FileField):
    """An Excel or CSV file; what it is shows from its content. The cleaned value is its rows, headings first."""

    widget = forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"})

    def __init__(self, *, limits: Limits | None = None, **options: Any) -> None:
        self.limits = limits or Limits()
        super().__init__(allow_empty_file=True, max_length=300, **options)

    def clean(self, data: Any, initial: Any = None) -> list[Row]:
        """The rows, or one sentence that says why there are none."""
        file = super().clean(data, initial)
        if not file:
            return []
        try:
            return sheets.read_sheet(file, size=file.size, limits=self.limits)
        except SheetRefused as refused:
            values = {"row": refused.row, "rows": self.limits.rows, "columns": self.limits.columns}
            raise ValidationError(
                SHEET_REFUSALS[refused.problem], code=refused.problem.value, params=values
            ) from refused


class OnceField(forms.Field):
    """A signed mark in a form, so that the same form sent twice (a lost connection) counts once."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(initial=new_mark, required=False)

    def to_python(self, value: Any) -> UUID:
        """The mark; a changed or missing one becomes a fresh one, so that nobody loses what they typed."""
        try:
            return UUID(signing.loads(str(value), salt=MARK_SALT))
        except (signing.BadSignature, ValueError):
            return uuid4()


MARK_SALT = "networks.once"


def new_mark() -> str:
    """A new mark for a form that is shown for the first time."""
    return signing.dumps(str(uuid4()), salt=MARK_SALT)
