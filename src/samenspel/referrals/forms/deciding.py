"""One small form for each thing that can be done with a referral."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, texts
from samenspel.lib.formfields import CodeField
from samenspel.referrals.models import BECAUSE_TEXTS, CALLS_TEXTS, ENDING_TEXTS
from samenspel.referrals.rules import PERSONS_REASONS, Because

Choices = Sequence[tuple[str, str | Promise]]
NO_NAMES = _("Zet hier geen naam, adres of telefoonnummer in.")
SHORT_WORD = 500


def reasons() -> list[tuple[str | Promise, Choices]]:
    """The twelve reasons, apart for what lies with us and what lies with the person."""
    persons = {one.value for one in PERSONS_REASONS}
    return [
        (_("Het ligt bij ons"), [one for one in BECAUSE_TEXTS if one[0] not in persons]),
        (_("Het ligt bij de persoon"), [one for one in BECAUSE_TEXTS if one[0] in persons]),
    ]


def _word(label: str | Promise, help_text: str | Promise = NO_NAMES, *, required: bool = False) -> texts.FreeTextField:
    box = forms.Textarea(attrs={"rows": 3})
    return texts.FreeTextField(label=label, help_text=help_text, required=required, max_length=SHORT_WORD, widget=box)


class DecidingForm(forms.Form):
    """Several of these stand on one page, so the marks of the fields begin with what the form does."""

    def __init__(self, *args: Any, does: str, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": f"{does}_%s"})


class PlainForm(DecidingForm):
    """Only a button."""


class AskForm(DecidingForm):
    """A question of the receiver before saying yes or no."""

    text = _word(_("Wat wilt u eerst weten?"), required=True)


class AnswerForm(DecidingForm):
    """The answer of the sender."""

    text = _word(_("Uw antwoord"), required=True)


class DeclineForm(DecidingForm):
    """Why not: one of twelve reasons, and a word for who sent it."""

    because = forms.ChoiceField(label=_("Waarom niet?"))
    words = _word(_("Wilt u er iets bij zeggen?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        because = self.fields["because"]
        assert isinstance(because, forms.ChoiceField)  # noqa: S101 -- declared above
        because.choices = [("", _("Kies een reden")), *reasons()]

    def clean_because(self) -> Because:
        """The chosen reason."""
        return Because(self.cleaned_data["because"])


class EndForm(DecidingForm):
    """How the help ended, in one go with the word back to who sent it."""

    ending = forms.ChoiceField(label=_("Hoe liep het af?"), choices=ENDING_TEXTS, widget=forms.RadioSelect)
    words = _word(_("Wat wilt u terugmelden?"))


class ReportForm(DecidingForm):
    """The word back to who sent it."""

    words = _word(_("Wat wilt u terugmelden?"))


class HandoverForm(DecidingForm):
    """Who calls whom, and when."""

    who = forms.ChoiceField(label=_("Wie belt?"), choices=CALLS_TEXTS, widget=forms.RadioSelect)
    planned_on = forms.DateField(label=_("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean_planned_on(self) -> Any:
        """Today or later."""
        day = self.cleaned_data["planned_on"]
        if day < clock.today():
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return day


class BackForm(DecidingForm):
    """Why it goes back after all."""

    words = _word(_("Waarom gaat het terug?"), required=True)


class CodeForm(forms.Form):
    """The code from the mail."""

    code = CodeField(
        label=_("De code uit de mail"),
        error_messages={"invalid": _("De code heeft 6 cijfers. Kijk in de nieuwste mail.")},
    )

    def refuse(self) -> None:
        """Say that the code does not open; not how close it was."""
        text = _("Deze code klopt niet, of werkt niet meer. Kijk in de nieuwste mail, of vraag een nieuwe code.")
        self.add_error("code", str(text))
