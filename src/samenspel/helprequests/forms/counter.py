"""The counter door: somebody calls or stands at the counter, and a coordinator fills it in on their word (L32)."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.helprequests.actions.asking import Asked, Side
from samenspel.helprequests.forms.door import TOLD_TEXTS
from samenspel.helprequests.forms.onepage import OnePageForm
from samenspel.helprequests.forms.professional import details_of, wishes_of
from samenspel.helprequests.rules import Channel, Door, Urgency
from samenspel.helprequests.words import CALLER_TEXTS, CHANNEL_TEXTS, FOR_MYSELF, FOR_OTHER, KNOWS, KNOWS_TEXTS_COUNTER
from samenspel.lib import texts
from samenspel.lib.formfields import PhoneField
from samenspel.networks.models import Network
from samenspel.people.actions.consent import Given
from samenspel.people.actions.persons import Details
from samenspel.people.models import RELATION_TEXTS
from samenspel.people.rules import ConsentChannel, Giver, Purpose, Relation, ToldBy
from samenspel.people.words import consent_text

CARER_FIELDS = ("relation", "carer_name", "carer_phone")


class CounterForm(OnePageForm):
    """The same questions, with how it came in, who calls, and how they want to hear what comes of it."""

    SECTIONS: ClassVar[list[tuple[str | Promise, tuple[str, ...]]]] = [
        (gettext_lazy("Wie belt of komt langs?"), ("channel", "for_whom", *CARER_FIELDS, "other_knows")),
        (gettext_lazy("Wie krijgt de hulp?"), ("name", "phone", "age_band", "told_by", "email", "address")),
        (gettext_lazy("Toestemming"), ("given_by", "consent_channel", "agrees")),
    ]
    channel = forms.ChoiceField(
        label=gettext_lazy("Hoe komt de vraag binnen?"),
        choices=CHANNEL_TEXTS,
        initial=Channel.PHONE.value,
        widget=forms.RadioSelect,
    )
    for_whom = forms.ChoiceField(
        label=gettext_lazy("Voor wie is de hulp?"),
        choices=CALLER_TEXTS,
        initial=FOR_MYSELF,
        widget=forms.RadioSelect,
    )
    relation = forms.ChoiceField(
        label=gettext_lazy("Wat is de beller van degene die hulp krijgt?"),
        choices=[("", gettext_lazy("Kies")), *RELATION_TEXTS],
        required=False,
    )
    carer_name = texts.ShortTextField(label=gettext_lazy("Naam van de beller"), required=False)
    carer_phone = PhoneField(
        label=gettext_lazy("Telefoonnummer van de beller"),
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    other_knows = forms.ChoiceField(
        label=gettext_lazy("Weet degene die hulp krijgt hiervan?"),
        help_text=gettext_lazy("Weet die het nog niet? Dan leest niemand de naam, tot die ja zegt."),
        choices=KNOWS_TEXTS_COUNTER,
        required=False,
        widget=forms.RadioSelect,
    )
    told_by = forms.ChoiceField(
        label=gettext_lazy("Hoe wil diegene horen hoe het verder gaat?"),
        choices=TOLD_TEXTS,
        initial=ToldBy.PHONE.value,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres, voor een mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    address = texts.ShortTextField(
        label=gettext_lazy("Adres, voor een brief"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name", "phone"):
            self.fields[name].required = False
        agrees = self.fields["agrees"]
        agrees.label = _("Ik heb dit voorgelezen en het antwoord was ja.")
        agrees.help_text = f"“{consent_text(Purpose.HANDLE, receiver=network.name)}”"
        agrees.error_messages["required"] = _("Zonder een ja mogen wij de vraag niet bewaren. Lees de zin voor.")

    def needs_consent(self, cleaned: dict[str, Any]) -> bool:
        """Whoever asks for themselves, and who knows that another asks."""
        return cleaned.get("for_whom") != FOR_OTHER or cleaned.get("other_knows") == KNOWS

    def clean(self) -> dict[str, Any]:
        """Who is to be called has a name and a number, and the chosen way of telling what it needs."""
        cleaned = super().clean() or {}
        if cleaned.get("for_whom") == FOR_OTHER:
            self._need(cleaned, *CARER_FIELDS, "other_knows")
        if self.needs_consent(cleaned):
            self._need(cleaned, "name")
        if cleaned.get("for_whom") != FOR_OTHER and cleaned.get("told_by") == ToldBy.PHONE.value:
            self._need(cleaned, "phone")
        way = {ToldBy.EMAIL.value: "email", ToldBy.LETTER.value: "address"}.get(cleaned.get("told_by", ""))
        if way and self.needs_consent(cleaned):
            self._need(cleaned, way)
        return cleaned

    def _need(self, cleaned: dict[str, Any], *names: str) -> None:
        for name in names:
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit in."))


def asked_at_counter(network: Network, typed: dict[str, Any], *, by: UUID, draft_id: UUID | None) -> Asked:
    """The question that somebody told a coordinator, on whose word it rests."""
    is_for_other = typed["for_whom"] == FOR_OTHER
    agreed = Given(by=Giver(typed["given_by"]), channel=ConsentChannel(typed["consent_channel"]), asked_by=by)
    knows = not is_for_other or typed["other_knows"] == KNOWS
    told = {"email": typed["email"], "address": typed["address"], "told_by": ToldBy(typed["told_by"])}
    return Asked(
        once=UUID(typed["once"]),
        network=network,
        door=Door.COORDINATOR,
        channel=Channel(typed["channel"]),
        person=Side(
            details=details_of(typed, **told),
            agreed=agreed if knows else None,
            words="" if is_for_other else typed["words"],
        ),
        carer=_caller(typed, by=by) if is_for_other else None,
        relation=Relation(typed["relation"] or Relation.FAMILY),
        represents=is_for_other and typed["given_by"] == Giver.REPRESENTATIVE.value,
        kinds=tuple(typed["kinds"]),
        urgency=Urgency(typed["urgency"]),
        wishes=wishes_of(typed),
        by=by,
        draft_id=draft_id,
    )


def _caller(typed: dict[str, Any], *, by: UUID) -> Side:
    details = Details(name=typed["carer_name"], phone=typed["carer_phone"])
    spoken = Given(channel=ConsentChannel.ORAL, asked_by=by)
    return Side(details=details, agreed=spoken, words=typed["words"])
