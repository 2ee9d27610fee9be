"""Sent referrals and whole paths in words: what was asked, how each one goes, and what came of it together."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.design.parts import Accent, Moment, Status
from samenspel.directory.words import DAY_TEXTS, LANGUAGE_TEXTS, kind_labels, listed
from samenspel.helprequests.models import FORM_TEXTS, WISH_TEXTS, HelpRequest
from samenspel.networks.models import Organisation
from samenspel.networks.rules import Side as OrganisationSide
from samenspel.referrals import receivedwords
from samenspel.referrals.models import Passed, Referral
from samenspel.referrals.queries.path import Node
from samenspel.referrals.queries.sent import Tab
from samenspel.referrals.receivedwords import BY_RECEIVER, sender_name
from samenspel.referrals.rules import TAKEN, UNANSWERED, Side, State, Step

TAB_TEXTS: dict[Tab, str | Promise] = {
    Tab.OURS: gettext_lazy("Vraag aan u"),
    Tab.WAITING: gettext_lazy("Wacht op antwoord"),
    Tab.RUNNING: gettext_lazy("Hulp loopt"),
    Tab.DONE: gettext_lazy("Klaar"),
    Tab.BACK: gettext_lazy("Ging niet door"),
}
HELPED = frozenset({State.STARTED, State.ENDED, State.REPORTED})


def kinds_of(thing: Referral | HelpRequest) -> str:
    """Which help is asked; a question without a kind is one too."""
    return ", ".join(kind_labels(thing.kinds)) or _("Nog niet gekozen wat voor hulp")


def facts(request: HelpRequest) -> list[tuple[str, object]]:
    """What a receiver may know before saying yes: theme, area, age, urgency, wishes (L7)."""
    told = [
        (_("Wat voor hulp"), kinds_of(request)),
        (_("Waar"), request.area.name if request.area else ""),
        (_("Leeftijd"), request.get_age_band_display()),
        (_("Hoe snel"), request.get_urgency_display()),
        (_("Wensen"), _wishes(request)),
    ]
    return [(label, value) for label, value in told if value]


def _wishes(request: HelpRequest) -> str:
    told = [
        listed(request.wish_days, DAY_TEXTS),
        listed(request.wish_languages, LANGUAGE_TEXTS),
        str(dict(FORM_TEXTS).get(request.wish_form, "")) if request.wish_form else "",
        str(dict(WISH_TEXTS).get(request.wish_helper, "")) if request.wish_helper else "",
    ]
    return "; ".join(one for one in told if one)


def status(referral: Referral, *, reader: Side) -> Status:
    """How a referral goes, for its sender or for who reads a whole path (`CLOCK`: neither), and how it ended."""
    told = receivedwords.status(referral, side=reader)
    return replace(told, otherwise=told.otherwise or _rest(referral))


def _rest(referral: Referral) -> str:
    if referral.state == State.PLANNED.value:
        return _("Gaat vanzelf weg als de organisatie ervoor nee zegt.")
    said = referral.get_because_display() if referral.because else referral.get_ending_display()
    return f"{said}." if said else ""


def accent_of(organisation: Organisation | None) -> Accent:
    """Formal, informal, or together for the front door of a network."""
    if organisation is None:
        return "together"
    return "formal" if organisation.side is OrganisationSide.FORMAL else "informal"


def moments(node: Node) -> list[Moment]:
    """The steps of one referral, each with who did it."""
    return [_moment(step, node.referral) for step in node.steps]


def _moment(step: Passed, referral: Referral) -> Moment:
    by_receiver = step.step in BY_RECEIVER
    who = referral.receiver.name if by_receiver else sender_name(referral)
    return Moment(
        at=step.at,
        what=str(step.get_state_display()),
        who="" if step.step == Step.EXPIRE.value else who,
        accent=accent_of(referral.receiver if by_receiver else referral.sender),
    )


def came_to(nodes: Sequence[Node]) -> str:
    """What came of a whole path, in one sentence; empty when nothing was sent."""
    states = {State(one.referral.state) for one in _flat(nodes)}
    if not states:
        return ""
    if states & {State.STARTED}:
        return _("Er is hulp.")
    if states & (TAKEN - HELPED):
        return _("Iemand zei ja. De hulp begint binnenkort.")
    if states & UNANSWERED:
        return _("Wij wachten op antwoord.")
    if states & HELPED:
        return _("De hulp is afgerond.")
    return _("Niemand heeft dit nu. Iemand moet er weer naar kijken.")


def _flat(nodes: Sequence[Node]) -> list[Node]:
    return [one for node in nodes for one in (node, *_flat(node.onward))]
