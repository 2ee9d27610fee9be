"""Forms of who keeps the front door: clarifying, the stop questions, parking, a note, closing, consent by phone."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory.words import kind_choices, kind_labels
from samenspel.helprequests.actions.working import Clarified
from samenspel.helprequests.deskwords import COMPLEXITY_TEXTS
from samenspel.helprequests.limitwords import AGREED_TEXT, ANSWER_TEXTS, QUESTION_TEXTS
from samenspel.helprequests.models import OUTCOME_TEXTS, URGENCY_TEXTS, HelpRequest
from samenspel.helprequests.rules import (
    CAN_BE_AGREED,
    MOST_KINDS,
    Answered,
    Complexity,
    Outcome,
    StopQuestion,
    Urgency,
    needs_answer,
)
from samenspel.lib import texts
from samenspel.people.models import GIVER_TEXTS, Person
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, givers_for

CHANNEL_TEXTS = [
    (ConsentChannel.ORAL.value, gettext_lazy("Aan de telefoon of in een gesprek")),
    (ConsentChannel.WRITTEN.value, gettext_lazy("Op papier")),
]


class DeskForm(forms.Form):
    """One of several forms on a page; `mark` keeps their fields apart."""

    mark = ""
    hide_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.mark}-%s"} | kwargs)


class ClarifyForm(DeskForm):
    """What the question really is (vraagverheldering)."""

    mark = "clarify"
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Welke hulp past bij deze vraag?"),
        help_text=gettext_lazy("Bovenaan staat wat het best bij de woorden past. Kies er hoogstens drie."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_kind = forms.ChoiceField(label=gettext_lazy("Of kies een andere soort hulp"), required=False)
    urgency = forms.ChoiceField(
        label=gettext_lazy("Hoe snel?"), choices=URGENCY_TEXTS, required=True, widget=forms.RadioSelect
    )
    complexity = forms.MultipleChoiceField(
        label=gettext_lazy("Wat maakt deze vraag zwaarder?"),
        choices=COMPLEXITY_TEXTS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, request: HelpRequest, guesses: Sequence[str], **kwargs: Any) -> None:
        now = {"kinds": request.kinds, "urgency": request.urgency, "complexity": request.complexity}
        super().__init__(*args, initial=now, **kwargs)
        codes = list(dict.fromkeys([*request.kinds, *guesses]))
        kinds, other = self.fields["kinds"], self.fields["other_kind"]
        assert isinstance(kinds, forms.MultipleChoiceField)  # noqa: S101 -- declared above
        assert isinstance(other, forms.ChoiceField)  # noqa: S101 -- declared above
        kinds.choices = [(code, label) for code in codes for label in kind_labels([code])]
        if not codes:
            del self.fields["kinds"]
        other.choices = kind_choices()

    def clean(self) -> dict[str, Any]:
        """At most three kinds, the one from the long list included."""
        cleaned = super().clean() or {}
        both = [*cleaned.get("kinds", []), cleaned.get("other_kind", "")]
        cleaned["all_kinds"] = tuple(dict.fromkeys(filter(None, both)))
        if len(cleaned["all_kinds"]) > MOST_KINDS:
            name = "kinds" if "kinds" in self.fields else "other_kind"
            self.add_error(name, _("Kies er hoogstens %(most)d.") % {"most": MOST_KINDS})
        return cleaned

    def found(self) -> Clarified:
        """What was filled in."""
        return Clarified(
            kinds=self.cleaned_data["all_kinds"],
            urgency=Urgency(self.cleaned_data["urgency"]),
            complexity=tuple(Complexity(one) for one in self.cleaned_data["complexity"]),
        )


class LimitsForm(DeskForm):
    """The seven stop questions; none can be skipped (L27)."""

    mark = "limits"

    def __init__(self, *args: Any, request: HelpRequest, **kwargs: Any) -> None:
        super().__init__(*args, initial=request.limits.get("answers", {}), **kwargs)
        for question in StopQuestion:
            self.fields[question.value] = forms.ChoiceField(
                label=QUESTION_TEXTS[question],
                choices=[*ANSWER_TEXTS, AGREED_TEXT] if question in CAN_BE_AGREED else ANSWER_TEXTS,
                widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Kies een antwoord. ‘Dat weet ik niet’ mag ook.")},
            )

    def answers(self) -> dict[StopQuestion, Answered]:
        """What was answered."""
        return {question: Answered(self.cleaned_data[question.value]) for question in StopQuestion}


class ParkForm(DeskForm):
    """Until when a request can wait."""

    mark = "park"
    until = forms.DateField(
        label=gettext_lazy("Tot welke dag?"),
        help_text=gettext_lazy("Op die dag staat de vraag weer op uw pagina Vandaag."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Kies een dag."),
            "invalid": gettext_lazy("Dit is geen dag. Typ bijvoorbeeld 31-12-2026."),
        },
    )


class NoteForm(DeskForm):
    """What was said while clarifying; who it is about can read it back."""

    mark = "note"
    about = forms.ChoiceField(label=gettext_lazy("Over wie gaat het?"), widget=forms.RadioSelect)
    text = texts.FreeTextField(
        label=gettext_lazy("Aantekening"),
        help_text=gettext_lazy("Alleen wat nodig is om te helpen. De persoon mag dit lezen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = self.fields["about"]
        assert isinstance(about, forms.ChoiceField)  # noqa: S101 -- declared above
        about.choices = [(str(person.pk), person.name or _("Degene die hulp krijgt")) for person in people]
        about.initial = about.choices[0][0] if about.choices else ""
        if len(people) == 1:
            about.widget = forms.HiddenInput()


class CloseForm(DeskForm):
    """How it ended; where nobody can help, in words that the person will hear."""

    mark = "close"
    outcome = forms.ChoiceField(label=gettext_lazy("Hoe is het afgelopen?"), widget=forms.RadioSelect)
    words = texts.FreeTextField(
        label=gettext_lazy("Wat vertelt u de persoon?"),
        help_text=gettext_lazy(
            "Nodig als niemand dit kan doen of als de hulp buiten het netwerk is. Schrijf het zoals u het zou zeggen, "
            "zonder namen en ziektes: wie mail koos, krijgt dit per mail."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, can_tell: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)  # noqa: S101 -- declared above
        outcome.choices = [(code, text) for code, text in OUTCOME_TEXTS if can_tell or not needs_answer(Outcome(code))]

    def clean(self) -> dict[str, Any]:
        """Nobody is sent away without words."""
        cleaned = super().clean() or {}
        outcome = cleaned.get("outcome")
        if outcome and needs_answer(Outcome(outcome)) and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Schrijf op wat u de persoon vertelt. Niemand krijgt zomaar ‘nee’."))
        return cleaned


class AgreeForm(DeskForm):
    """Somebody said yes, by phone or at the counter."""

    mark = "agree"
    given_by = forms.ChoiceField(
        label=gettext_lazy("Wie zei ja?"), choices=GIVER_TEXTS, initial=Giver.SELF.value, widget=forms.RadioSelect
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("Hoe?"),
        choices=CHANNEL_TEXTS,
        initial=ConsentChannel.ORAL.value,
        widget=forms.RadioSelect,
    )
    read_out = forms.BooleanField(
        label=gettext_lazy("Ik heb deze tekst voorgelezen of laten lezen, en het antwoord was ja."),
        error_messages={"required": gettext_lazy("Lees de tekst eerst voor. Zonder ja mogen wij niets lezen.")},
    )

    def __init__(self, *args: Any, band: str, whose: str, **kwargs: Any) -> None:
        self.mark = f"agree-{whose}"
        super().__init__(*args, **kwargs)
        possible = givers_for(AgeBand(band or AgeBand.ADULT), is_represented=False) | {Giver.REPRESENTATIVE}
        given_by = self.fields["given_by"]
        assert isinstance(given_by, forms.ChoiceField)  # noqa: S101 -- declared above
        given_by.choices = [(code, text) for code, text in GIVER_TEXTS if Giver(code) in possible]
        given_by.initial = given_by.choices[0][0]
