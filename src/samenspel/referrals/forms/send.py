"""Sending: what the person says about each receiver, words that go along, and how soon."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.helprequests.models import URGENCY_TEXTS
from samenspel.lib import texts
from samenspel.lib.formfields import OnceField
from samenspel.people import words as consent_words
from samenspel.people.models import CHANNEL_TEXTS
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, Purpose, givers_for
from samenspel.referrals.queries.asked import Asked
from samenspel.referrals.queries.suggesting import Choice

SHORTEST_NAME = 3
TITLES = frozenset({"mevrouw", "meneer", "heer", "opa", "oma", "familie", "mrs", "mister"})
NUMBERS = re.compile(r"(?:\d[\s\-]?){9,}|\S+@\S+\.\w+")
"""A telephone number or a mail address."""
AGREE_LABELS = {
    Giver.SELF: gettext_lazy("De persoon zegt: “%(text)s”"),
    Giver.PARENT: gettext_lazy("Een ouder of voogd zegt voor het kind: “%(text)s”"),
    Giver.SELF_AND_PARENT: gettext_lazy("De persoon én een ouder of voogd zeggen: “%(text)s”"),
    Giver.REPRESENTATIVE: gettext_lazy("De wettelijk vertegenwoordiger zegt voor de persoon: “%(text)s”"),
}
CHANNELS = [(code, text) for code, text in CHANNEL_TEXTS if code != ConsentChannel.ONLINE.value]


class SendForm(forms.Form):
    """One form for everybody who was chosen; a field for consent only where there is none yet."""

    hide_optional = True

    channel = forms.ChoiceField(
        label=gettext_lazy("Hoe kreeg u dit ja?"),
        choices=CHANNELS,
        initial=ConsentChannel.ORAL.value,
        widget=forms.RadioSelect,
    )
    consulted = texts.ShortTextField(
        label=gettext_lazy("Met welke beroepskracht hebt u overlegd?"),
        help_text=gettext_lazy("Naam en functie, bijvoorbeeld: S. de Boer, wijkverpleegkundige."),
        error_messages={"required": gettext_lazy("Schrijf op met wie u hebt overlegd.")},
    )
    urgency = forms.ChoiceField(label=gettext_lazy("Hoe snel?"), choices=URGENCY_TEXTS, widget=forms.RadioSelect)
    words = texts.FreeTextField(
        label=gettext_lazy("Woorden voor de ontvanger (mag leeg blijven)"),
        help_text=gettext_lazy("Geen namen, adressen of nummers: wie dit leest, weet nog niet om wie het gaat."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    no_names = forms.BooleanField(
        label=gettext_lazy("Dit is geen naam of nummer van iemand die hulp vraagt. Verstuur het zo."), required=False
    )
    once = OnceField()

    def __init__(self, *args: Any, asked: Asked, choices: Sequence[Choice], **kwargs: Any) -> None:
        self.asked, self.choices = asked, choices
        super().__init__(*args, **kwargs)
        self.fields["urgency"].initial = asked.request.urgency
        self.giver = giver_for(asked)
        missing = {self._agrees(one): self._agrees_field(one) for one in self.to_be_asked}
        talked = {self._talked(one): self._talked_field(one) for one in self.to_talk_about}
        if not missing:
            del self.fields["channel"]
        if not talked:
            del self.fields["consulted"]
        if asked.is_passing_on:
            del self.fields["urgency"]
        if "no_names" not in self.data:
            del self.fields["no_names"]
        self.fields = missing | self._carers() | talked | self.fields

    @property
    def to_be_asked(self) -> list[Choice]:
        """For whom a yes is missing that can be asked here."""
        return [one for one in self.choices if one.consent is None and self.asked.person]

    @property
    def to_talk_about(self) -> list[Choice]:
        """The volunteers that may only be asked after a professional was consulted (L26)."""
        return [one for one in self.choices if self.asked.is_beyond_volunteers and not one.is_formal]

    def agreed_to(self) -> list[Choice]:
        """Whom the person said yes to just now."""
        return [one for one in self.to_be_asked if self.cleaned_data.get(self._agrees(one))]

    def carer_agreed_to(self) -> list[Choice]:
        """Whom the carer said yes to just now."""
        return [one for one in self.choices if self.cleaned_data.get(self._carer(one))]

    def full_words(self) -> str:
        """The words with who was consulted."""
        consulted = self.cleaned_data.get("consulted", "")
        told = _("Overlegd met %(name)s.") % {"name": consulted} if consulted else ""
        return "\n\n".join(one for one in (self.cleaned_data["words"].strip(), told) if one)

    def clean(self) -> dict[str, Any]:
        """Names and numbers in the words are pointed out once; who says that they are none goes on."""
        cleaned = super().clean() or {}
        found = telling(cleaned.get("words", ""), self.asked)
        if found and not self.data.get("no_names"):
            text = ngettext(
                "Hierin lijkt een naam of nummer te staan: %(found)s. Haal dat weg, of zet een vinkje hieronder.",
                "Hierin lijken namen of nummers te staan: %(found)s. Haal die weg, of zet een vinkje hieronder.",
                len(found),
            )
            self.add_error("words", text % {"found": ", ".join(found)})
            self.fields["no_names"] = self.base_fields["no_names"]
        return cleaned

    def _agrees_field(self, one: Choice) -> forms.Field:
        text = consent_words.consent_text(Purpose.SHARE, receiver=one.organisation.name)
        refused = _("Zonder dit ja mag %(name)s niet weten wie het is. Vraag het eerst, of haal %(name)s weg.")
        return forms.BooleanField(
            label=AGREE_LABELS[self.giver] % {"text": text},
            error_messages={"required": refused % {"name": one.organisation.name}},
        )

    def _talked_field(self, one: Choice) -> forms.Field:
        label = _("Ik heb met een beroepskracht overlegd dat vrijwilligers van %(name)s dit mogen doen.")
        refused = _("Overleg eerst met een beroepskracht, of haal %(name)s weg.")
        return forms.BooleanField(
            label=label % {"name": one.organisation.name},
            error_messages={"required": refused % {"name": one.organisation.name}},
        )

    def _carers(self) -> dict[str, forms.Field]:
        """The carer is a person of their own and may say yes too; without it their name and words stay here (L8)."""
        if not self.asked.carer:
            return {}
        label = _("De mantelzorger vindt het ook goed dat %(name)s diens naam en verhaal krijgt.")
        return {
            self._carer(one): forms.BooleanField(label=label % {"name": one.organisation.name}, required=False)
            for one in self.choices
        }

    def _agrees(self, one: Choice) -> str:
        return f"agrees-{_mark(one.organisation.pk)}"

    def _talked(self, one: Choice) -> str:
        return f"talked-{_mark(one.organisation.pk)}"

    def _carer(self, one: Choice) -> str:
        return f"carer-{_mark(one.organisation.pk)}"


class WithdrawForm(forms.Form):
    """Taking a referral back, with a word for who received it."""

    words = texts.ShortTextField(
        label=gettext_lazy("Waarom trekt u hem in? (mag leeg blijven)"),
        help_text=gettext_lazy("De ontvanger leest dit. Geen namen."),
        required=False,
    )

    hide_optional = True


def giver_for(asked: Asked) -> Giver:
    """Who has to say yes for this person (L9)."""
    is_represented = bool(asked.person and asked.person.is_represented)
    band = asked.person.age_band if asked.person else asked.request.age_band
    return next(iter(givers_for(AgeBand(band or AgeBand.ADULT), is_represented=is_represented)))


def telling(text: str, asked: Asked) -> list[str]:
    """What in a text may say who it is about: parts of the names we know, telephone numbers, mail addresses."""
    names = " ".join(one.name for one in (asked.person, asked.carer) if one)
    parts = {
        part.lower() for part in re.findall(r"\w+", names) if part[:1].isupper() and len(part) >= SHORTEST_NAME
    } - TITLES
    words = [word for word in re.findall(r"\w+", text) if word.lower() in parts]
    return list(dict.fromkeys([*words, *(found.strip() for found in NUMBERS.findall(text))]))


def _mark(pk: UUID) -> str:
    return pk.hex[-12:]
