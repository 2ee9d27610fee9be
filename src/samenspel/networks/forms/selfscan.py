"""The self-scan: ten statements, each with an answer of 1 to 5 or 'weet ik niet'."""

from typing import Any

from django import forms

from samenspel.networks.statements import ANSWERS, STATEMENTS


class ScanForm(forms.Form):
    """One choice per statement; 'weet ik niet' is chosen beforehand, so nothing has to be answered."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for code, statement in STATEMENTS.items():
            self.fields[code] = forms.TypedChoiceField(
                label=str(statement),
                choices=ANSWERS,
                coerce=int,
                empty_value=None,
                required=False,
                initial="",
                widget=forms.RadioSelect,
            )

    hide_optional = True

    def scores(self) -> dict[str, int | None]:
        """The answers per statement."""
        return {code: self.cleaned_data[code] for code in STATEMENTS}
