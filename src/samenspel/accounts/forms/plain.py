"""What makes a form of the sign-in library one of ours: our labels, help beside the field, no text inside it."""

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.functional import Promise
from django.utils.safestring import SafeString

Word = Promise | SafeString | str
Words = dict[str, tuple[Word, Word]]
LONGEST_PASSWORD = 200
LONGEST_CODE = 50


class PlainWords:
    """Gives the fields named in `words` our label and help sentence, and limits what may be typed.

    Goes before the library's form in the list of base classes.
    """

    words: ClassVar[Words] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = (str(word) for word in self.words[name])
            if isinstance(field.widget, forms.PasswordInput):
                field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))
            if name == "code":
                field.widget.attrs["autocapitalize"] = "characters"
                field.widget.attrs["maxlength"] = LONGEST_CODE
                field.validators.append(MaxLengthValidator(LONGEST_CODE))
