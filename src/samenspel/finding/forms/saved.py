"""Under which name a search is kept, and how often one wants to hear of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.finding.alerts import Rhythm
from samenspel.finding.models.selections import RHYTHM_TEXTS
from samenspel.lib import texts

LONGEST_QUERY = 6000


class SavedSearchForm(forms.Form):
    """Name and rhythm."""

    hide_optional = True
    title = texts.ShortTextField(
        label=_("Hoe noemt u deze zoekvraag?"),
        help_text=_(
            "Alleen u ziet deze naam. Schrijf liever geen naam van een cliënt, maar bijvoorbeeld: eten, Centrum."
        ),
        max_length=80,
    )
    rhythm = forms.ChoiceField(
        label=_("Hoe vaak wilt u bericht als er nieuw aanbod is?"),
        help_text=_("U krijgt één mail voor al uw zoekvragen samen, en alleen als er iets nieuws is."),
        choices=RHYTHM_TEXTS,
        initial=Rhythm.WEEKLY.value,
        widget=forms.RadioSelect,
    )

    @property
    def chosen_rhythm(self) -> Rhythm:
        """The rhythm, once the form is valid."""
        return Rhythm(self.cleaned_data["rhythm"])


class NewSavedSearchForm(SavedSearchForm):
    """The same with the search itself, which came along from the page of results."""

    zoekvraag = texts.FreeTextField(max_length=LONGEST_QUERY, required=False, widget=forms.HiddenInput)
    netwerk = forms.SlugField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].widget.attrs["autocomplete"] = "off"
