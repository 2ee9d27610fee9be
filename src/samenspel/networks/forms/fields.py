"""Fields that more than one form of a network asks for."""

import re
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.lib import texts

PHONE_DIGITS = range(9, 16)
NOT_A_PHONE = _("Dit is geen telefoonnummer. Typ het zo: 06 12 34 56 78 of 0300 123 456.")


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
