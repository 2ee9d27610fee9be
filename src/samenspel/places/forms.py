"""Asking people where something is. `PlaceForm` is the one way to do so, for every context above.

It takes a postcode (with or without letters and house number) or the name of a neighbourhood. Where several
neighbourhoods are possible it shows them as a choice and keeps what was typed; it never guesses. No JavaScript needed.
"""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.lib import texts
from samenspel.places import finding
from samenspel.places.finding import label_of
from samenspel.places.models import Area
from samenspel.places.rules import AreaKind

LONGEST = 120
MOST_CHOICES = 40
"""More than this nobody reads; the form then asks for a postcode instead."""


class PlaceForm(forms.Form):
    """Where? After `is_valid()` the answer is `form.area`.

    `kinds` says which layers will do; only neighbourhoods unless told otherwise. To put it in a form of your own,
    give it a `prefix` and draw it in the same `<form>`.
    """

    where = texts.ShortTextField(
        label=gettext_lazy("Postcode of buurt"),
        help_text=gettext_lazy("Bijvoorbeeld 3743 AB, of Centrum Baarn."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
    choice = forms.ChoiceField(
        label=gettext_lazy("Welke buurt bedoelt u?"), required=False, widget=forms.RadioSelect, choices=()
    )

    def __init__(self, *args: Any, kinds: Collection[AreaKind] = (AreaKind.NEIGHBOURHOOD,), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        self.area: Area | None = None
        typed = self.data.get(self.add_prefix("where"), "") if self.is_bound else ""
        found = finding.find(typed[:LONGEST], kinds=kinds, most=MOST_CHOICES)
        self._problem, self.candidates = found.problem, found.candidates
        if len(self.candidates) > 1:
            field = self.fields["choice"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 -- declared above
            field.choices = [(candidate.area.code, label_of(candidate)) for candidate in self.candidates]
            # Browsers bring back an old choice after 'back', while the choices may be others by then.
            field.widget.attrs["autocomplete"] = "off"
        else:
            del self.fields["choice"]

    def clean(self) -> dict[str, Any]:
        """Settle on one area, or say at the field what is missing."""
        cleaned = super().clean() or {}
        if "where" in self.errors:
            return cleaned
        if self._problem:
            self.add_error("where", self._problem)
        elif len(self.candidates) == 1:
            self.area = self.candidates[0].area
        else:
            self._take_choice(cleaned.get("choice", ""))
        return cleaned

    def _take_choice(self, code: str) -> None:
        """The chosen candidate; without a choice the form comes back with the question."""
        self.area = next((one.area for one in self.candidates if one.area.code == code), None)
        if self.area is None and "choice" not in self.errors:
            count = len(self.candidates)
            self.add_error("choice", _("Er zijn %(count)s buurten mogelijk. Kies er één.") % {"count": count})


class SearchForm(forms.Form):
    """The search box of the page with all areas; what was found stands below it, also when that is nothing."""

    hide_optional = True

    zoek = texts.ShortTextField(
        label=gettext_lazy("Naam of postcode"),
        help_text=gettext_lazy("Bijvoorbeeld Baarn, Centrum Baarn of 3743."),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
