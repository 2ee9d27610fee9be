"""Mails about referrals: how many wait and where to look, never whom or what it is about.

The first news of a day goes out soon, the rest of that day together the next morning: after each mail an empty notice
is put ready for the morning, and whatever happens until then is told with it.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.accounts.models import User
from samenspel.helprequests.rules import Urgency
from samenspel.lib import clock
from samenspel.lib.mail import send_later
from samenspel.networks.emails.gathering import once_in
from samenspel.networks.models import Network, Organisation
from samenspel.referrals.links import Purpose, address
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import UNANSWERED, Side, State, Step

TELL_TASK = "samenspel.referrals.tell"
SOON_MINUTES = 10
MORNING = time(8, 0)
JUST_NOW = timedelta(minutes=1)
"""A step is written a moment before its notice is asked for, and may be saved a moment after another mail went out."""
NEWS, REMINDER = "news", "reminder"
FOR_RECEIVER = frozenset({Step.SEND, Step.ANSWER, Step.WITHDRAW})
FOR_SENDER = frozenset({Step.ASK, Step.ACCEPT, Step.DECLINE, Step.PASS_ON, Step.REPORT, Step.EXPIRE})


def after_step(referral: Referral, step: Step) -> None:
    """Let the other side know that something happened; part of the running transaction."""
    since = clock.now() - JUST_NOW
    if step in FOR_RECEIVER and referral.sent_at:
        hurry = referral.urgency == Urgency.TODAY.value and step is Step.SEND
        _once(Side.RECEIVER, referral.receiver_id, NEWS, since=since, minutes=SOON_MINUTES, hurry=hurry)
    if step in FOR_SENDER:
        _once(Side.SENDER, referral.sender_id or referral.network_id, NEWS, since=since, minutes=SOON_MINUTES)


def in_the_morning(side: Side, place_id: UUID, *, what: str, since: datetime) -> None:
    """Put a notice ready for the morning; without anything to tell it stays away."""
    now = clock.now().astimezone(clock.AMSTERDAM)
    morning = datetime.combine(now.date(), MORNING, tzinfo=clock.AMSTERDAM)
    if morning <= now:
        morning = datetime.combine(now.date() + timedelta(days=1), MORNING, tzinfo=clock.AMSTERDAM)
    _once(side, place_id, what, since=since, minutes=int((morning - now).total_seconds() // 60) + 1)


def _once(side: Side, place_id: UUID, what: str, *, since: datetime, minutes: int, hurry: bool = False) -> None:
    lock = f"referrals:{what}:{side}:{place_id}{':today' if hurry else ''}"
    arguments = {"side": side.value, "place_id": str(place_id), "what": what, "since": since.isoformat()}
    once_in(minutes, task=TELL_TASK, lock=lock, **arguments)


def tell_members(people: Sequence[User], place: Network | Organisation, *, side: Side, number: int, what: str) -> None:
    """Mail everybody who reads the referrals of a place; their own page shows the rest."""
    for person in people:
        with translation.override(person.language):
            values = {"number": number, "place": place, "side": side.value, "what": what, "address": _page(place, side)}
            text = render_to_string("referrals/mail/members.txt", values)
            send_later(to=person.email, subject=_subject(side, number, what), text=text)


def tell_without_account(organisation: Organisation, referrals: Sequence[Referral], *, what: str) -> None:
    """Mail the known address of an organisation where nobody can sign in, with a link per referral."""
    if not organisation.contact_email:
        return
    with translation.override("nl"):
        links = [(one, address(one, purpose_of(one))) for one in referrals if one.state != State.WITHDRAWN.value]
        withdrawn = len(referrals) - len(links)
        values = {"links": links, "withdrawn": withdrawn, "organisation": organisation, "what": what,
                  "days": settings.REFERRAL_LINK_DAYS}  # fmt: skip
        text = render_to_string("referrals/mail/without_account.txt", values)
        subject = _subject(Side.RECEIVER, len(referrals), what)
        send_later(to=organisation.contact_email, subject=subject, text=text)


def purpose_of(referral: Referral) -> Purpose:
    """What a link for this referral is for at this moment."""
    return Purpose.DECIDE if State(referral.state) in UNANSWERED else Purpose.FOLLOW


def code(*, to: str, code: str) -> None:
    """The second factor of who answers without an account; without a word about what it opens."""
    text = render_to_string("referrals/mail/code.txt", {"code": code})
    send_later(to=to, subject=_("Uw code voor Samenspel"), text=text)


def _page(place: Network | Organisation, side: Side) -> str:
    if side is Side.SENDER or isinstance(place, Network):
        return settings.SITE_ADDRESS + reverse("web:today")
    return settings.SITE_ADDRESS + reverse("referrals:inbox", args=[place.slug])


def _subject(side: Side, number: int, what: str) -> str:
    if what == REMINDER:
        return ngettext(
            "Herinnering: %(number)d verwijzing wacht op u", "Herinnering: %(number)d verwijzingen wachten op u", number
        ) % {"number": number}
    if side is Side.RECEIVER:
        return ngettext("Er is %(number)d verwijzing voor u", "Er zijn %(number)d verwijzingen voor u", number) % {
            "number": number
        }
    return ngettext(
        "Er is nieuws over %(number)d verwijzing van u", "Er is nieuws over %(number)d verwijzingen van u", number
    ) % {"number": number}
