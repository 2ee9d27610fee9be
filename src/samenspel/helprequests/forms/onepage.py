"""The questions of a door on one page, for who asks for another: a professional, or a coordinator on the phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, kind_labels
from samenspel.engine import danger, kinds, taxonomy
from samenspel.helprequests.forms.door import UNKNOWN_KIND
from samenspel.helprequests.models import FORM_TEXTS, URGENCY_TEXTS
from samenspel.helprequests.rules import MOST_KINDS, Urgency
from samenspel.helprequests.words import HELPER_TEXTS, SAID_YES_ERRORS, SPOKEN_TEXTS
from samenspel.lib import texts
from samenspel.lib.formfields import OnceField, PhoneField
from samenspel.people.models import AGE_TEXTS, GIVER_TEXTS
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, givers_for

MOST_SHOWN = 10
WISHES = ("wish_form", "wish_helper", "wish_days", "wish_languages")


@dataclass(frozen=True)
class Section:
    """A part of the page: its heading and its fields."""

    title: str | Promise
    fields: Sequence[BoundField]


class OnePageForm(forms.Form):
    """What both doors ask. `seen` holds which questions stood on the page when it was sent."""

    hide_optional = True
    SECTIONS: ClassVar[list[tuple[str | Promise, tuple[str, ...]]]] = []

    words = texts.FreeTextField(
        label=gettext_lazy("Wat is er aan de hand?"),
        help_text=gettext_lazy("In gewone woorden. Geen diagnose: die is hier niet nodig."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Schrijf kort op wat er is.")},
    )
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        help_text=gettext_lazy("Kies wat past, hoogstens drie. Zo vinden wij sneller wie kan helpen."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.MultipleChoiceField(
        choices=[("kinds", ""), ("danger", "")], required=False, widget=forms.MultipleHiddenInput
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("Hoe oud is degene die hulp krijgt?"),
        help_text=gettext_lazy("Sommige hulp is voor een leeftijd. Een geboortedatum is niet nodig."),
        choices=[("", gettext_lazy("Kies")), *AGE_TEXTS],
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("Hoe snel moet iemand bellen?"),
        choices=URGENCY_TEXTS,
        initial=Urgency.CAN_WAIT.value,
        widget=forms.RadioSelect,
    )
    wish_form = forms.ChoiceField(
        label=gettext_lazy("Hoe heeft die de hulp het liefst?"), choices=FORM_TEXTS, required=False
    )
    wish_helper = forms.ChoiceField(label=gettext_lazy("Wie komt er het liefst?"), choices=HELPER_TEXTS, required=False)
    wish_days = forms.MultipleChoiceField(
        label=gettext_lazy("Welke dagen komen goed uit?"),
        choices=DAY_TEXTS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wish_languages = forms.MultipleChoiceField(
        label=gettext_lazy("In welke taal praat die het liefst?"),
        choices=LANGUAGE_TEXTS,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 4}),
    )
    name = texts.ShortTextField(
        label=gettext_lazy("Naam van degene die hulp krijgt"),
        help_text=gettext_lazy("Alleen de voordeur leest de naam, tot een organisatie ja zegt."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = PhoneField(
        label=gettext_lazy("Telefoonnummer van degene die hulp krijgt"),
        help_text=gettext_lazy("Op dit nummer bellen wij."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    given_by = forms.ChoiceField(
        label=gettext_lazy("Wie vindt dit goed?"),
        help_text=gettext_lazy(
            "Onder de 12 jaar beslist een ouder of voogd. Van 12 tot en met 15 jaar beslissen zij samen. Is er een "
            "curator of mentor? Dan beslist die."
        ),
        choices=GIVER_TEXTS,
        initial=Giver.SELF.value,
        widget=forms.RadioSelect,
    )
    consent_channel = forms.ChoiceField(
        label=gettext_lazy("Hoe is dat gezegd?"),
        choices=SPOKEN_TEXTS,
        initial=ConsentChannel.ORAL.value,
        widget=forms.RadioSelect,
    )
    agrees = forms.BooleanField()
    once = OnceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said = str((self.data.get("words") if self.is_bound else self.initial.get("words")) or "")
        self.is_danger = bool(danger.flags(self.said))
        asked = set(self._sent("seen"))
        self.unseen = (["kinds"] if "kinds" not in asked else []) + (
            ["danger"] if self.is_danger and "danger" not in asked else []
        )
        self._offer_kinds()

    def _offer_kinds(self) -> None:
        """Five guesses, and what was chosen before the words were changed."""
        guesses = [guess.code for guess in kinds.standard().guess(self.said)] if self.said.strip() else []
        chosen = [code for code in self._sent("kinds") if code in taxonomy.standard().codes]
        codes = list(dict.fromkeys([*guesses, *chosen[:MOST_SHOWN]]))
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- declared above
        labels = zip(codes, kind_labels(codes), strict=True)
        field.choices = [*labels, (UNKNOWN_KIND, _("Iets anders, of ik weet het niet"))]

    def _sent(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, MultiValueDict) else []

    @property
    def shows_kinds(self) -> bool:
        """Whether there are words to guess from."""
        return bool(self.said.strip())

    @property
    def sections(self) -> list[Section]:
        """The page in its parts; the words, the kinds and the place stand before them."""
        parts = [
            Section(title, [self[name] for name in names if name in self.fields]) for title, names in self.SECTIONS
        ]
        return [part for part in parts if part.fields]

    @property
    def wishes(self) -> list[BoundField]:
        """What may stay folded."""
        return [self[name] for name in WISHES]

    @property
    def has_wishes(self) -> bool:
        """Whether something was filled in there, so that it stands open."""
        return any(self[name].value() for name in WISHES)

    def clean_kinds(self) -> list[str]:
        """At most three; 'I do not know' stands for none.

        Raises:
            ValidationError: more than three.
        """
        chosen = [code for code in self.cleaned_data["kinds"] if code != UNKNOWN_KIND]
        if len(chosen) > MOST_KINDS:
            raise forms.ValidationError(_("Kies er hoogstens %(most)d.") % {"most": MOST_KINDS})
        return chosen

    def clean(self) -> dict[str, Any]:
        """Who agrees follows the age (L9)."""
        cleaned = super().clean() or {}
        if cleaned.get("age_band") and cleaned.get("given_by") and self.needs_consent(cleaned):
            band, giver = AgeBand(cleaned["age_band"]), Giver(cleaned["given_by"])
            if giver not in givers_for(band, is_represented=giver is Giver.REPRESENTATIVE):
                self.add_error("given_by", SAID_YES_ERRORS[next(iter(givers_for(band, is_represented=False)))])
        return cleaned

    def needs_consent(self, cleaned: dict[str, Any]) -> bool:  # noqa: ARG002 -- for forms where it depends
        """Whether the person who is helped agreed."""
        return True

    def plain(self) -> dict[str, Any]:
        """What was filled in as plain values, to keep locked or to ask with."""
        return {name: str(value) if name == "once" else value for name, value in self.cleaned_data.items()}
