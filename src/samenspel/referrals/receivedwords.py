"""Referrals in words: what may be known of them beforehand, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.design.parts import Status, Tone
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, kind_labels
from samenspel.helprequests.rules import Urgency
from samenspel.lib import clock
from samenspel.referrals import rules
from samenspel.referrals.models import Handover, Referral, Word
from samenspel.referrals.rules import UNANSWERED, Calls, Side, State, Step

BY_RECEIVER = {step.value for step, way in rules.WAYS.items() if way.who is Side.RECEIVER}
TONE_OF_URGENCY: dict[str, Tone] = {Urgency.TODAY.value: "act", Urgency.WEEK.value: "wait"}
GOOD = frozenset({State.ACCEPTED, State.STARTED, State.ENDED, State.REPORTED})


@dataclass(frozen=True)
class Row:
    """One referral in the list: what it is about, and whom the keyboard goes to when this one is decided."""

    referral: Referral
    title: str
    about: list[str]
    sender: str
    waits: str
    tone: Tone
    last_word: Word | None
    next_id: str


def rows(referrals: Sequence[Referral]) -> list[Row]:
    """The list, each with the one below it."""
    following = [*(str(one.pk) for one in referrals[1:]), ""]
    return [_row(one, after) for one, after in zip(referrals, following, strict=False)]


def _row(referral: Referral, next_id: str) -> Row:
    spoken = list(referral.words.all())
    return Row(
        referral=referral,
        title=theme(referral),
        about=[one for one in (_area(referral), referral.get_age_band_display(), *wishes(referral)) if one],
        sender=sender_name(referral),
        waits=waits(referral),
        tone=TONE_OF_URGENCY.get(referral.urgency, "info"),
        last_word=spoken[-1] if spoken else None,
        next_id=next_id,
    )


def theme(referral: Referral) -> str:
    """What kind of help is asked."""
    return " · ".join(kind_labels(referral.kinds)) or _("Hulp")


def wishes(referral: Referral) -> list[str]:
    """What the person would rather have."""
    days, languages = dict(DAY_TEXTS), dict(LANGUAGE_TEXTS)
    told = [
        ", ".join(str(days.get(day, "")) for day in referral.wish_days),
        ", ".join(str(languages.get(one, one)) for one in referral.wish_languages),
        referral.get_wish_form_display() if referral.wish_form else "",
        referral.get_wish_helper_display() if referral.wish_helper else "",
    ]
    return [str(one) for one in told if one]


def facts(referral: Referral) -> list[tuple[str, object]]:
    """What may be known before saying yes (L7)."""
    return [
        (_("Wat voor hulp"), theme(referral)),
        (_("Waar"), _area(referral)),
        (_("Leeftijd"), referral.get_age_band_display()),
        (_("Hoe snel"), referral.get_urgency_display()),
        (_("Wensen"), ", ".join(wishes(referral)) or _("geen")),
        (_("Van"), sender_name(referral)),
        (_("Voor"), _for(referral)),
    ]


def _for(referral: Referral) -> str:
    return f"{referral.receiver.name} · {referral.offer.name}" if referral.offer else referral.receiver.name


def _area(referral: Referral) -> str:
    return referral.area.name if referral.area else ""


def sender_name(referral: Referral) -> str:
    """Who sent it: an organisation, or the front door of the network."""
    return referral.sender.name if referral.sender else referral.network.name


def waits(referral: Referral) -> str:
    """Since when it waits for whose turn it is."""
    days = (clock.today() - clock.day_of(referral.turn_since)).days
    if days == 0:
        return _("sinds vandaag")
    return ngettext("sinds %(days)d dag", "sinds %(days)d dagen", days) % {"days": days}


def status(referral: Referral, *, side: Side) -> Status:
    """Where it is, whose turn it is, and what happens when nobody does anything."""
    state = State(referral.state)
    whose = rules.turn(state)
    return Status(
        where=f"{referral.get_state_display()}.",
        turn=_turn(referral, whose, side),
        since=referral.turn_since,
        otherwise=_otherwise(referral, state),
        tone="act" if whose is side else "good" if state in GOOD else "wait" if whose is not Side.NOBODY else "info",
    )


def _turn(referral: Referral, whose: Side, side: Side) -> str:
    if whose is side:
        return _("U bent aan zet.")
    match whose:
        case Side.RECEIVER:
            return _("%(name)s is aan zet.") % {"name": referral.receiver.name}
        case Side.SENDER:
            return _("%(name)s is aan zet.") % {"name": sender_name(referral)}
        case _:
            return ""


def _otherwise(referral: Referral, state: State) -> str:
    if state not in UNANSWERED or referral.sent_at is None:
        return ""
    last = clock.day_of(referral.sent_at + timedelta(days=settings.REFERRAL_EXPIRE_DAYS))
    return _("Komt er geen antwoord? Dan gaat de verwijzing op %(day)s terug.") % {"day": date_format(last, "j F")}


def said(referral: Referral, words: Sequence[Word]) -> list[tuple[str, Word]]:
    """What was written, each with who wrote it."""
    return [(_who(referral, one.step), one) for one in words]


def _who(referral: Referral, step: str) -> str:
    if step == Step.EXPIRE.value:
        return ""
    return referral.receiver.name if step in BY_RECEIVER else sender_name(referral)


def agreed(referral: Referral, handover: Handover) -> str:
    """Who calls whom, with the names of both."""
    names = {"receiver": referral.receiver.name, "sender": sender_name(referral)}
    texts = {
        Calls.RECEIVER.value: _("%(receiver)s belt de persoon."),
        Calls.SENDER.value: _("%(sender)s belt de persoon en vertelt dat %(receiver)s komt."),
        Calls.EACH_OTHER.value: _("%(receiver)s en %(sender)s bellen eerst met elkaar."),
        Calls.TOGETHER.value: _("%(receiver)s en %(sender)s praten samen met de persoon."),
    }
    return texts[handover.who] % names
