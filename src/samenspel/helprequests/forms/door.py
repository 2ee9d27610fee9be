"""The five short steps in which a resident or a carer asks (P0.2). Only the first and the last ask for anything."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, kind_labels
from samenspel.helprequests.models import FORM_TEXTS, URGENCY_TEXTS
from samenspel.helprequests.rules import MOST_KINDS, Urgency
from samenspel.helprequests.words import AGREE_TEXTS, FOR_MYSELF, FOR_OTHER, FOR_WHOM_TEXTS, HELPER_TEXTS, KNOWS_TEXTS
from samenspel.lib import texts
from samenspel.lib.formfields import OnceField, PhoneField
from samenspel.people.models import AGE_TEXTS, RELATION_TEXTS
from samenspel.people.rules import AgeBand, Giver, ToldBy, givers_for

UNKNOWN_KIND = "onbekend"
TOLD_TEXTS = [
    (ToldBy.PHONE.value, gettext_lazy("Bellen")),
    (ToldBy.EMAIL.value, gettext_lazy("Mailen")),
    (ToldBy.LETTER.value, gettext_lazy("Een brief")),
]
NO_CONSENT = gettext_lazy("Zonder uw toestemming mogen wij uw vraag niet lezen. Zet een vinkje, of bel ons.")
Draft = dict[str, Any]


class StepForm(forms.Form):
    """One step; what it holds goes into the draft as plain values."""

    hide_optional = True

    def draft(self) -> Draft:
        """What is kept until the question is sent."""
        return dict(self.cleaned_data)


class WordsForm(StepForm):
    """Step 1: what is going on, in one's own words."""

    words = texts.FreeTextField(
        label=gettext_lazy("Wat is er aan de hand?"),
        help_text=gettext_lazy("Schrijf het zoals u het zou zeggen. Een paar zinnen zijn genoeg."),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Schrijf kort op wat er is. Of bel ons, dat mag ook.")},
    )


class KindsForm(StepForm):
    """Step 2: the kinds of help that the words point to, to confirm; not knowing is fine."""

    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Waar gaat uw vraag over?"),
        help_text=gettext_lazy("Kies wat past. U mag er meer kiezen."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, guesses: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = zip(guesses, kind_labels(guesses), strict=True)
        field = self.fields["kinds"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 -- declared above
        field.choices = [*labels, (UNKNOWN_KIND, _("Iets anders, of ik weet het niet"))]

    def clean_kinds(self) -> list[str]:
        """At most three; 'I do not know' stands for none.

        Raises:
            ValidationError: more than three.
        """
        chosen = [code for code in self.cleaned_data["kinds"] if code != UNKNOWN_KIND]
        if len(chosen) > MOST_KINDS:
            raise forms.ValidationError(_("Kies er hoogstens %(most)d.") % {"most": MOST_KINDS})
        return chosen


class WhoForm(StepForm):
    """Step 3: for whom; the neighbourhood is asked beside it with `places.forms.PlaceForm`."""

    for_whom = forms.ChoiceField(
        label=gettext_lazy("Voor wie vraagt u hulp?"),
        help_text=gettext_lazy("Dan weten wij wie wij moeten bellen."),
        choices=FOR_WHOM_TEXTS,
        widget=forms.RadioSelect,
    )
    relation = forms.ChoiceField(
        label=gettext_lazy("Vraagt u voor iemand anders: wat bent u van diegene?"),
        choices=[("", gettext_lazy("Kies")), *RELATION_TEXTS],
        required=False,
    )
    age_band = forms.ChoiceField(
        label=gettext_lazy("Hoe oud is degene die hulp krijgt?"),
        help_text=gettext_lazy("Sommige hulp is voor een leeftijd. Een geboortedatum vragen wij niet."),
        choices=AGE_TEXTS,
        widget=forms.RadioSelect,
    )
    is_represented = forms.BooleanField(
        label=gettext_lazy("Er is een wettelijk vertegenwoordiger (curator of mentor)."),
        help_text=gettext_lazy("Een curator of mentor beslist mee. Weet u het niet? Laat dit leeg."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Who asks for another says what they are to each other."""
        cleaned = super().clean() or {}
        if cleaned.get("for_whom") == FOR_OTHER and not cleaned.get("relation"):
            self.add_error("relation", _("Kies wat u van diegene bent."))
        if cleaned.get("for_whom") == FOR_MYSELF:
            cleaned["relation"] = ""
        return cleaned


class WishesForm(StepForm):
    """Step 4: what somebody would like. Wishes rank, they never shut anything out; everything may stay empty."""

    wish_form = forms.ChoiceField(
        label=gettext_lazy("Hoe hebt u de hulp het liefst?"),
        help_text=gettext_lazy("Wij kijken eerst naar wat u het liefst wilt. U mag dit overslaan."),
        choices=FORM_TEXTS,
        required=False,
        widget=forms.RadioSelect,
    )
    wish_helper = forms.ChoiceField(
        label=gettext_lazy("Wie komt er het liefst?"), choices=HELPER_TEXTS, required=False, widget=forms.RadioSelect
    )
    wish_days = forms.MultipleChoiceField(
        label=gettext_lazy("Welke dagen komen goed uit?"),
        choices=DAY_TEXTS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wish_languages = forms.MultipleChoiceField(
        label=gettext_lazy("In welke taal praat u het liefst?"),
        help_text=gettext_lazy("Wij zoeken iemand die u verstaat."),
        choices=LANGUAGE_TEXTS,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 4}),
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("Hoe snel wilt u iets horen?"),
        help_text=gettext_lazy("Zo weten wij wie wij het eerst bellen."),
        choices=URGENCY_TEXTS,
        initial=Urgency.CAN_WAIT.value,
        widget=forms.RadioSelect,
    )


class ReachForm(StepForm):
    """Step 5: how to reach who asks, who it is for, and the act of agreeing (L5). Nothing of this is kept before."""

    name = texts.ShortTextField(
        label=gettext_lazy("Uw naam"),
        help_text=gettext_lazy("Alleen de voordeur van het netwerk leest uw naam, tot u zelf iemand kiest."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=gettext_lazy("Uw telefoonnummer"),
        help_text=gettext_lazy("Vul uw telefoonnummer of uw e-mailadres in. Allebei mag ook."),
        required=False,
    )
    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    told_by = forms.ChoiceField(
        label=gettext_lazy("Hoe wilt u horen hoe het verder gaat?"),
        choices=TOLD_TEXTS,
        initial=ToldBy.PHONE.value,
        widget=forms.RadioSelect,
    )
    address = texts.ShortTextField(
        label=gettext_lazy("Uw adres, als u een brief wilt"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    other_name = texts.ShortTextField(
        label=gettext_lazy("Hoe heet degene die hulp krijgt?"),
        help_text=gettext_lazy("Weet diegene nog niets? Dan leest niemand deze naam, tot diegene ja zegt."),
        required=False,
    )
    other_phone = PhoneField(
        label=gettext_lazy("Telefoonnummer van diegene"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    other_knows = forms.ChoiceField(
        label=gettext_lazy("Weet diegene dat u dit vraagt?"),
        help_text=gettext_lazy("Iedereen beslist zelf. Zo niet, dan praten wij eerst met u."),
        choices=KNOWS_TEXTS,
        widget=forms.RadioSelect,
    )
    agrees = forms.BooleanField(error_messages={"required": NO_CONSENT})
    once = OnceField()

    def __init__(self, *args: Any, network_name: str, so_far: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_for_other = so_far.get("for_whom") == FOR_OTHER
        self.giver = giver_of(so_far)
        asking = Giver.SELF if self.is_for_other and self.giver is Giver.SELF else self.giver
        self.fields["agrees"].label = AGREE_TEXTS[asking] % {"network": network_name}
        if not self.is_for_other:
            for name in ("other_name", "other_phone", "other_knows"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A way to be reached, and what the chosen way needs."""
        cleaned = super().clean() or {}
        needed = {ToldBy.EMAIL.value: "email", ToldBy.LETTER.value: "address"}.get(cleaned.get("told_by", ""))
        if needed and not cleaned.get(needed) and needed not in self.errors:
            sentences = {"email": _("Vul uw e-mailadres in als u mail wilt."), "address": _("Vul uw adres in.")}
            self.add_error(needed, sentences[needed])
        if not any(cleaned.get(name) or name in self.errors for name in ("phone", "email")):
            self.add_error("phone", _("Vul uw telefoonnummer of e-mailadres in. Anders kunnen wij u niet bereiken."))
        return cleaned


def giver_of(so_far: Draft) -> Giver:
    """Who has to agree for the person who is helped, by what was filled in so far (L9)."""
    band = AgeBand(so_far.get("age_band") or AgeBand.ADULT)
    return next(iter(givers_for(band, is_represented=bool(so_far.get("is_represented")))))
