"""The words of the desk: rows of the list, where a request stands, why it waits, and what happened."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspel.design.parts import Accent, Moment, Status, Tone
from samenspel.directory.words import kind_labels
from samenspel.helprequests.filtering import Row
from samenspel.helprequests.models import OUTCOME_TEXTS, HelpRequest
from samenspel.helprequests.rules import Complexity, RequestState, Urgency
from samenspel.journal.models import Event
from samenspel.lib import clock
from samenspel.people.models import AGE_TEXTS
from samenspel.people.rules import Likeness

COMPLEXITY_TEXTS = [
    (Complexity.SEVERAL_QUESTIONS.value, gettext_lazy("Er zijn meer vragen tegelijk")),
    (Complexity.NOBODY_NEAR.value, gettext_lazy("Er is niemand in de buurt die helpt")),
    (Complexity.MEMORY.value, gettext_lazy("Geheugen of dementie")),
    (Complexity.MENTAL_HEALTH.value, gettext_lazy("Psychische klachten")),
    (Complexity.MONEY.value, gettext_lazy("Zorgen om geld")),
    (Complexity.CARER_OVERBURDENED.value, gettext_lazy("De mantelzorger kan niet meer")),
    (Complexity.LANGUAGE.value, gettext_lazy("Nederlands is moeilijk")),
    (Complexity.REFUSES_CARE.value, gettext_lazy("Weigert zorg die nodig is")),
]
TAB_TEXTS = {
    "nieuw": gettext_lazy("Nieuw"),
    "opgepakt": gettext_lazy("Opgepakt"),
    "geparkeerd": gettext_lazy("Geparkeerd"),
    "doorgegeven": gettext_lazy("Doorgegeven"),
    "hulp": gettext_lazy("Er is hulp"),
    "afgesloten": gettext_lazy("Afgesloten"),
}
URGENCY_TAGS: dict[str, tuple[Promise, Tone]] = {
    Urgency.TODAY.value: (gettext_lazy("Vandaag of morgen"), "act"),
    Urgency.WEEK.value: (gettext_lazy("Deze week"), "wait"),
}
DOOR_TEXTS = {
    "resident": gettext_lazy("De vraag kwam binnen van een bewoner."),
    "professional": gettext_lazy("De vraag kwam binnen van een professional."),
    "coordinator": gettext_lazy("De vraag is opgeschreven door een coördinator."),
}
EVENT_TEXTS = {
    "request.asked": gettext_lazy("Om hulp gevraagd."),
    "request.taken": gettext_lazy("De vraag is opgepakt."),
    "request.handed_back": gettext_lazy("Teruggegeven aan collega’s."),
    "request.parked": gettext_lazy("De vraag is geparkeerd."),
    "request.clarified": gettext_lazy("De vraag is verhelderd."),
    "request.limits_checked": gettext_lazy("Nagegaan of een vrijwilliger dit kan doen."),
    "request.closed": gettext_lazy("De vraag is afgesloten:"),
    "request.reopened": gettext_lazy("De vraag is weer opgepakt."),
    "request.referred": gettext_lazy("De vraag is doorgegeven."),
    "request.helped": gettext_lazy("Er is hulp."),
    "request.came_back": gettext_lazy("De vraag kwam terug."),
    "request.told": gettext_lazy("Aan de persoon verteld waarom het is afgesloten."),
    "referral.sent": gettext_lazy("Gestuurd naar een organisatie."),
    "referral.seen": gettext_lazy("De organisatie heeft het gezien."),
    "referral.asked": gettext_lazy("De organisatie heeft een vraag."),
    "referral.answered": gettext_lazy("Die vraag is beantwoord."),
    "referral.accepted": gettext_lazy("De organisatie neemt het aan."),
    "referral.declined": gettext_lazy("De organisatie neemt het niet aan."),
    "referral.passed_on": gettext_lazy("Doorgegeven aan een andere organisatie."),
    "referral.started": gettext_lazy("De hulp is begonnen."),
    "referral.ended": gettext_lazy("De hulp is gestopt."),
    "referral.reported": gettext_lazy("Teruggemeld hoe het is afgelopen."),
    "referral.withdrawn": gettext_lazy("Ingetrokken."),
    "referral.expired": gettext_lazy("Er kwam geen antwoord op tijd."),
}
LIKENESS_TEXTS = {
    Likeness.SURE: gettext_lazy("Zeker dezelfde: geboortedatum en naam, telefoon of mail zijn gelijk."),
    Likeness.LIKELY: gettext_lazy("Waarschijnlijk dezelfde: naam en telefoon of mail zijn gelijk."),
    Likeness.POSSIBLE: gettext_lazy("Misschien dezelfde, of een huisgenoot: telefoon of mail is gelijk."),
}


def kinds_of(codes: object) -> str:
    """The kinds of help in words."""
    labels = kind_labels(codes if isinstance(codes, list | tuple) else [])
    return ", ".join(labels) or _("Nog niet duidelijk welke hulp")


def where_and_age(area: str | None, age_band: str) -> str:
    """What may be said about somebody without saying who."""
    ages = dict(AGE_TEXTS)
    return " · ".join(str(one) for one in (area or _("buurt onbekend"), ages.get(age_band, "")) if one)


def days_words(row: Row, *, today: date) -> str:
    """How long somebody waits."""
    days = (today - clock.day_of(row.asked_at)).days
    if days == 0:
        return _("sinds vandaag")
    return ngettext("%(days)d dag", "%(days)d dagen", days) % {"days": days}


def why(row: Row, *, me: UUID | None, names: Mapping[UUID, str], today: date) -> str:  # noqa: PLR0911 -- one per state
    """Why it waits, in words."""
    match RequestState(row.state):
        case RequestState.NEW:
            return _("niemand heeft dit opgepakt")
        case RequestState.TAKEN:
            return _taken(row.taken_by, me=me, names=names)
        case RequestState.PARKED:
            if row.parked_until and row.parked_until > today:
                return _("geparkeerd tot %(day)s") % {"day": date_format(row.parked_until, "j F")}
            return _("geparkeerd, en nu weer aan de beurt")
        case RequestState.REFERRED:
            return _("een organisatie is aan zet, sinds %(day)s") % {"day": _day(row)}
        case RequestState.HELPED:
            return _("er is hulp sinds %(day)s") % {"day": _day(row)}
        case RequestState.CLOSED:
            return str(dict(OUTCOME_TEXTS).get(row.outcome, ""))


def _taken(taken_by: UUID | None, *, me: UUID | None, names: Mapping[UUID, str]) -> str:
    if taken_by is None:
        return _("teruggekomen, niemand is ermee bezig")
    if taken_by == me:
        return _("u bent ermee bezig")
    return _("%(name)s is ermee bezig") % {"name": names.get(taken_by) or _("een collega")}


def _day(row: Row) -> str:
    return date_format(clock.day_of(row.state_since), "j F")


def status(request: HelpRequest, *, me: UUID, names: Mapping[UUID, str], is_told: bool) -> Status:
    """Where a request stands, whose turn it is, and what happens if nobody acts."""
    where, turn, otherwise, tone = _sentences(request, me=me, names=names, is_told=is_told)
    return Status(where=where, turn=turn, since=request.state_since, otherwise=otherwise, tone=tone)


def _sentences(
    request: HelpRequest, *, me: UUID, names: Mapping[UUID, str], is_told: bool
) -> tuple[str, str, str, Tone]:
    match RequestState(request.state):
        case RequestState.NEW:
            stays = _("Pakt niemand dit op, dan blijft het bovenaan op Vandaag staan.")
            return _("Nieuw."), _("Niemand heeft deze vraag opgepakt."), stays, "act"
        case RequestState.TAKEN:
            who = _taken(request.taken_by, me=me, names=names)
            return _("Opgepakt:"), who + ".", _("De vraag blijft op Vandaag staan tot u iets doet."), "wait"
        case RequestState.PARKED:
            day = date_format(request.parked_until, "j F Y") if request.parked_until else ""
            back = _("Op die dag staat de vraag weer op Vandaag.")
            return _("Geparkeerd tot %(day)s.") % {"day": day}, "", back, "wait"
        case RequestState.REFERRED:
            back = _("Zegt niemand ja, dan komt de vraag hier terug.")
            return _("Doorgegeven."), _("Een organisatie is aan zet."), back, "wait"
        case RequestState.HELPED:
            return _("Er is hulp."), "", _("Stopt de hulp, dan hoort u hoe het ging."), "good"
        case RequestState.CLOSED:
            how = str(dict(OUTCOME_TEXTS).get(request.outcome, ""))
            turn = "" if is_told else _("De persoon moet dit nog horen.")
            return _("Afgesloten: %(how)s.") % {"how": how.lower()}, turn, "", "info" if is_told else "act"


def moments(events: list[Event], *, names: Mapping[UUID, str]) -> list[Moment]:
    """What happened, the newest first."""
    return [_moment(event, names) for event in sorted(events, key=lambda one: (one.at, one.pk), reverse=True)]


def _moment(event: Event, names: Mapping[UUID, str]) -> Moment:
    what = str(EVENT_TEXTS.get(event.what, _("Er is iets gebeurd.")))
    if event.what == "request.closed":
        what = f"{what} {str(dict(OUTCOME_TEXTS).get(event.detail, '')).lower()}."
    if event.what == "request.asked":
        what = str(DOOR_TEXTS.get(event.detail, what))
    there = [names[one] for one in (event.organisation_id, event.other_id) if one and one in names]
    accent: Accent = "together" if event.what.startswith("referral.") else "plain"
    return Moment(at=event.at, what=what, who=" → ".join(there), accent=accent)
