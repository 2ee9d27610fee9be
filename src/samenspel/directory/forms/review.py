"""Choosing the area of the overview."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.places.models import Area


class ReviewForm(forms.Form):
    """Which part of the network?"""

    hide_optional = True

    gebied = forms.ChoiceField(label=_("Welk gebied?"), required=False)

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["gebied"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
        field.choices = [(area.pk, f"{area.name} ({area.kind_label})") for area in areas]
