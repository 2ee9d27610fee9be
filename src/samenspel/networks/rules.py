"""What kinds of organisation there are, and the steps of joining, asking and answering."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum


class OrganisationKind(StrEnum):
    """Kinds of organisation that work together in a network (P0.1); values are stored."""

    VOLUNTEER_CARE = "volunteer_care"
    WELFARE = "welfare"
    MUNICIPALITY = "municipality"
    CARE_PROVIDER = "care_provider"
    CITIZEN_INITIATIVE = "citizen_initiative"
    NATIONAL_BODY = "national_body"


class Side(StrEnum):
    """The side of the network a kind stands on; the colour code of the whole product."""

    INFORMAL = "informal"
    FORMAL = "formal"


SIDE_OF: dict[OrganisationKind, Side] = {
    OrganisationKind.VOLUNTEER_CARE: Side.INFORMAL,
    OrganisationKind.WELFARE: Side.INFORMAL,
    OrganisationKind.CITIZEN_INITIATIVE: Side.INFORMAL,
    OrganisationKind.NATIONAL_BODY: Side.INFORMAL,
    OrganisationKind.MUNICIPALITY: Side.FORMAL,
    OrganisationKind.CARE_PROVIDER: Side.FORMAL,
}


class JoinState(StrEnum):
    """Where a request to join stands."""

    REQUESTED = "requested"
    ADMITTED = "admitted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


JOIN_STEPS: dict[JoinState, frozenset[JoinState]] = {
    JoinState.REQUESTED: frozenset({JoinState.ADMITTED, JoinState.REFUSED, JoinState.WITHDRAWN}),
    JoinState.REFUSED: frozenset({JoinState.REQUESTED}),  # undoing a mistake
    JoinState.ADMITTED: frozenset(),
    JoinState.WITHDRAWN: frozenset(),
}


class MessageKind(StrEnum):
    """Why somebody writes: a question, or a talk with an adviser without obligation (P3.10)."""

    QUESTION = "question"
    ADVISER = "adviser"


class MessageState(StrEnum):
    """Where a message stands; it is never closed silently."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"


MESSAGE_STEPS: dict[MessageState, frozenset[MessageState]] = {
    MessageState.NEW: frozenset({MessageState.TAKEN, MessageState.ANSWERED, MessageState.CLOSED}),
    MessageState.TAKEN: frozenset({MessageState.NEW, MessageState.ANSWERED, MessageState.CLOSED}),
    MessageState.ANSWERED: frozenset({MessageState.CLOSED, MessageState.TAKEN}),
    MessageState.CLOSED: frozenset({MessageState.TAKEN}),
}


class AnswerChannel(StrEnum):
    """How an answer went back: by mail, or said on the phone and noted."""

    MAIL = "mail"
    PHONE = "phone"


ANSWER_WITHIN = 3
"""Working days within which somebody who writes hears something."""


def may_become(now: MessageState, then: MessageState) -> bool:
    """Whether a message may go from one state to another."""
    return then in MESSAGE_STEPS[now]


def may_close(*, answers: int, reason: str) -> bool:
    """A message is never closed silently: there is an answer, or a reason why there is none."""
    return answers > 0 or bool(reason.strip())


def working_day_after(day: date, days: int) -> date:
    """The day on which this number of working days (Monday to Friday) has passed."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5  # noqa: PLR2004 -- Saturday is day 5
    return day


def is_late(*, sent_on: date, today: date) -> bool:
    """Whether an unanswered message waits longer than was promised."""
    return today > working_day_after(sent_on, ANSWER_WITHIN)


class PostKind(StrEnum):
    """The board holds what organisations need and what they can offer each other (P3.8)."""

    NEED = "need"
    OFFER = "offer"


class PostTheme(StrEnum):
    """What a need or an offer is about; needs and offers of one theme are shown beside each other."""

    ROOM = "room"
    TRANSPORT = "transport"
    VOLUNTEERS = "volunteers"
    TRAINING = "training"
    KNOWLEDGE = "knowledge"
    MATERIAL = "material"
    PUBLICITY = "publicity"
    MONEY = "money"
    OTHER = "other"


APPLICATION_LINK_LASTS = timedelta(days=180)
INVITATION_LASTS = timedelta(days=14)
ALIKE_FROM = 0.84
LEGAL_WORDS = frozenset(
    {
        "stichting",
        "st",
        "vereniging",
        "cooperatie",
        "ua",
        "bv",
        "nv",
        "vof",
        "de",
        "het",
        "van",
        "en",
        "voor",
        "in",
        "te",
    }
)


class InvitationState(StrEnum):
    """What can still be done with an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def invitation_state(
    *, accepted_at: datetime | None, withdrawn_at: datetime | None, expires_at: datetime, now: datetime
) -> InvitationState:
    """Where an invitation stands; a used one stays used, also after its last day."""
    if accepted_at:
        return InvitationState.ACCEPTED
    if withdrawn_at:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if now < expires_at else InvitationState.EXPIRED


def days_waiting(*, since_on: date, today: date) -> int:
    """Whole calendar days that somebody has been waiting; on the day itself 0."""
    return max((today - since_on).days, 0)


def core_of_name(name: str) -> str:
    """A name of an organisation without accents, signs, legal form and small words; the whole when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\b\w)\.", "", plain))
    return " ".join(word for word in words if word not in LEGAL_WORDS) or " ".join(words) or name.strip().lower()


def names_alike(one: str, other: str) -> bool:
    """Whether two names may well be of the same organisation; a person decides."""
    first, second = core_of_name(one), core_of_name(other)
    if first.replace(" ", "") == second.replace(" ", ""):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE_FROM


OTHER_KIND = {PostKind.NEED: PostKind.OFFER, PostKind.OFFER: PostKind.NEED}


def has_expired(*, until_on: date | None, today: date) -> bool:
    """A post leaves the board by itself after its last day; one without a last day stays."""
    return until_on is not None and until_on < today
