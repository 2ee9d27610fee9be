"""Form fields for what people type: cleaned of invisible signs, never longer than asked, never with a BSN in it.

Every free text in the product goes through one of these; a test walks all forms and fails on one that does not.
"""

import re
import unicodedata
from typing import Any

from django import forms

from samenspel.lib import numbers, validators

SHORT = 120
LONG = 2000
# Joiners carry meaning in Persian and in emoji; the other invisible format signs only mislead.
MEANINGFUL_FORMAT_SIGNS = {"\u200c", "\u200d"}


def clean(text: str) -> str:
    """The text without control characters and invisible signs such as right-to-left overrides, one kind of line end.

    A tab becomes a space; what people can see stays as it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(sign for sign in lines if _stays(sign)))


def clean_line(text: str) -> str:
    """The same for one line: line ends become spaces, double spaces one."""
    return re.sub(r"\s+", " ", clean(text)).strip()


def _stays(sign: str) -> bool:
    if sign == "\n" or sign in MEANINGFUL_FORMAT_SIGNS:
        return True
    return unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co"}


class FreeTextField(forms.CharField):
    """Several lines of text that somebody writes; `max_length` counts after cleaning."""

    widget: type[forms.Widget] = forms.Textarea

    def __init__(self, *, max_length: int = LONG, **options: Any) -> None:
        options["validators"] = [*options.get("validators", ()), validators.refuse_bsn]
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: object) -> Any:
        """The cleaned text."""
        return super().to_python(clean(value) if isinstance(value, str) else value)


class ShortTextField(FreeTextField):
    """One line of text that somebody writes: a name, a title."""

    widget = forms.TextInput

    def __init__(self, *, max_length: int = SHORT, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)

    def to_python(self, value: object) -> Any:
        """The cleaned text on one line."""
        return super().to_python(clean_line(value) if isinstance(value, str) else value)


class _OfficialNumberField(forms.CharField):
    """A number that people may type with spaces or dots; kept as digits."""

    def to_python(self, value: object) -> Any:
        """Only the digits, when there are any."""
        return super().to_python(numbers.tidy(clean(value)) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """A number keyboard on a phone."""
        return {**super().widget_attrs(widget), "inputmode": "numeric"}


class KvkField(_OfficialNumberField):
    """The number of an organisation in the trade register."""

    default_validators = [validators.kvk_number]


class RsinField(_OfficialNumberField):
    """The number by which the tax office knows an organisation; the one field that may hold nine digits like these."""

    default_validators = [validators.rsin_number]
