"""The words of the page of one request: who, wishes, limits, consents, and what else is known of the same person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.design.parts import Link, Tone
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, listed
from samenspel.helprequests import deskwords, limitwords
from samenspel.helprequests.filtering import TABS, Choice
from samenspel.helprequests.models import FORM_TEXTS, STATE_TEXTS, URGENCY_TEXTS, WISH_TEXTS, HelpRequest
from samenspel.helprequests.queries.one import Who, Whole
from samenspel.helprequests.rules import Channel, Light, Outcome, needs_answer
from samenspel.lib import clock
from samenspel.networks.models import Network
from samenspel.people.models import CHANNEL_TEXTS, GIVER_TEXTS, RELATION_TEXTS, TOLD_TEXTS, Consent, Person
from samenspel.people.rules import Purpose, ToldBy
from samenspel.people.words import consent_text

CAME_BY_TEXTS = {
    Channel.ONLINE.value: gettext_lazy("online"),
    Channel.PHONE.value: gettext_lazy("per telefoon"),
    Channel.COUNTER.value: gettext_lazy("aan de balie"),
}
LIGHT_TONES: dict[Light, Tone] = {Light.GREEN: "good", Light.ORANGE: "wait", Light.RED: "act"}


@dataclass(frozen=True)
class Agreed:
    """One consent in words; `pk` when it stands and can be taken back."""

    text: str
    how: str
    pk: UUID | None


@dataclass(frozen=True)
class NoteLine:
    """A note with the name of who wrote it."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class WhoCard:
    """Somebody in the request: their name only when they may be read."""

    who: Who
    title: str
    name: str
    told_by: str
    agreed: list[Agreed]
    notes: list[NoteLine]
    stop_all: bool

    @property
    def person(self) -> Person | None:
        """The record, when it may be read."""
        return self.who.person


@dataclass(frozen=True)
class Outcome27:
    """What the stop questions led to, in words."""

    title: str
    tone: Tone
    reasons: list[str]
    source: str


@dataclass(frozen=True)
class KnownLine:
    """Another request that may be of the same person; who it is about stands on its own page."""

    pk: UUID
    title: str
    about: str
    why: str
    url: str
    is_merged: bool


def colleagues(whole: Whole) -> set[UUID]:
    """Everybody whose name is on the page for what they did."""
    noted = {note.by for who in whole.people for note in who.notes}
    asked = {consent.asked_by for who in whole.people for consent in who.consents if consent.asked_by}
    return noted | asked | ({whole.request.taken_by} if whole.request.taken_by else set())


def lead(request: HelpRequest) -> str:
    """What may be said without saying who: where, how old, how soon."""
    area = request.area.name if request.area else None
    urgency = str(dict(URGENCY_TEXTS).get(request.urgency, ""))
    return f"{deskwords.where_and_age(area, request.age_band)} · {urgency}"


def back(network: Network, request: HelpRequest) -> Link:
    """The way back to the tab in which the request stands now."""
    tab = next(name for name, state in TABS.items() if state.value == request.state)
    url = reverse("helprequests:requests", args=[network.slug])
    return Link(label=_("Hulpvragen"), url=f"{url}?{Choice(tab=tab).query}")


def must_tell(request: HelpRequest) -> bool:
    """Whether the person has to hear in words why it was closed."""
    return bool(request.outcome) and needs_answer(Outcome(request.outcome))


def card(who: Who, *, names: Mapping[UUID, str]) -> WhoCard:
    """One of the people in the request."""
    relation = str(dict(RELATION_TEXTS)[who.relation.value]) if who.relation else ""
    title = _("Wie hulp vraagt voor een ander") if who.is_carer else _("Wie hulp krijgt")
    person = who.person
    return WhoCard(
        who,
        f"{title} ({relation.lower()})" if relation else title,
        (person.name or _("Naam nog niet gevraagd")) if person else _("Nog geen toestemming"),
        str(dict(TOLD_TEXTS).get(person.told_by, "")) if person else "",
        [_agreed(one, names=names) for one in who.consents],
        [NoteLine(note.text, names.get(note.by, ""), note.written_at) for note in who.notes],
        stop_all=len(who.standing) > 1,
    )


def _agreed(consent: Consent, *, names: Mapping[UUID, str]) -> Agreed:
    receiver = consent.network or consent.organisation
    text = consent_text(
        Purpose(consent.purpose), receiver=receiver.name if receiver else "", version=consent.text_version
    )
    parts = [
        str(dict(CHANNEL_TEXTS)[consent.channel]),
        str(dict(GIVER_TEXTS)[consent.given_by]),
        date_format(clock.day_of(consent.given_at), "j F Y"),
        _("tekst %(version)s") % {"version": consent.text_version},
    ]
    if consent.asked_by:
        parts.append(_("gevraagd door %(name)s") % {"name": names.get(consent.asked_by) or _("een collega")})
    if consent.asked_by_carer_id:
        parts.append(_("op het woord van de mantelzorger"))
    if consent.withdrawn_at:
        parts.append(_("ingetrokken op %(day)s") % {"day": date_format(clock.day_of(consent.withdrawn_at), "j F Y")})
    return Agreed(text, " · ".join(parts), None if consent.withdrawn_at else consent.pk)


def wishes(request: HelpRequest) -> list[tuple[str, object]]:
    """What somebody would like, and how the question came in."""
    came = str(CAME_BY_TEXTS[request.channel])
    asked_by = request.asked_by.name if request.asked_by else ""
    return [
        (_("Dagen"), listed(request.wish_days, DAY_TEXTS)),
        (_("Taal"), listed(request.wish_languages, LANGUAGE_TEXTS)),
        (_("Hoe"), str(dict(FORM_TEXTS).get(request.wish_form, ""))),
        (_("Wie komt er"), str(dict(WISH_TEXTS).get(request.wish_helper, ""))),
        (_("Gevraagd"), f"{date_format(clock.day_of(request.asked_at), 'j F Y')}, {came}"),
        *([(_("Door"), asked_by)] if asked_by else []),
        *([(_("Zwaarder door"), listed(request.complexity, deskwords.COMPLEXITY_TEXTS))] if request.complexity else []),
    ]


def limits(request: HelpRequest) -> Outcome27 | None:
    """What the stop questions led to; nothing as long as nobody went through them."""
    if not request.light:
        return None
    light = Light(request.light)
    version = {"version": request.limits.get("version", "")}
    return Outcome27(
        str(limitwords.LIGHT_TEXTS[light]),
        LIGHT_TONES[light],
        limitwords.reasons(request.limits),
        str(limitwords.SOURCE) % version,
    )


def known(whole: Whole, *, network: Network) -> list[KnownLine]:
    """Other requests of the same person, and those that may be."""
    states = dict(STATE_TEXTS)
    return [
        KnownLine(
            one.person.pk,
            deskwords.kinds_of(one.request.kinds),
            f"{deskwords.where_and_age(one.request.area.name if one.request.area else None, one.request.age_band)} · "
            f"{date_format(clock.day_of(one.request.asked_at), 'j F Y')} · {states[one.request.state]}",
            str(deskwords.LIKENESS_TEXTS[one.how_sure])
            if one.how_sure
            else _("Samengevoegd: dit is dezelfde persoon."),
            reverse("helprequests:request", args=[network.slug, one.request.pk]),
            is_merged=one.how_sure is None,
        )
        for one in whole.known
    ]


def to_tell(people: list[Person]) -> str:
    """How the people who are left hear it: whom to call, whom to write."""
    calls = [person for person in people if person.told_by != ToldBy.LETTER.value]
    if calls:
        return _("Bel nu om dit te vertellen. Het nummer staat op deze pagina.")
    return _("Schrijf nu een brief om dit te vertellen.")
