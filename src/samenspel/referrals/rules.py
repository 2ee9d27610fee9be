"""The steps of a referral: who may do what from where, whose turn it is, and when it is late. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REMIND_AFTER = timedelta(days=10)
EXPIRES_AFTER = timedelta(days=30)
"""The bars of the best peer: an answer in ten days or a reminder, closed at thirty; a network can set its own."""
LINK_LASTS = timedelta(days=8)
CODE_LASTS = timedelta(minutes=15)
DOOR_STAYS_OPEN = timedelta(minutes=30)
MOST_TRIES = 5
"""Answering without an account: how long the link, the code and the opened page last, and how often one may guess."""


class State(StrEnum):
    """How far a referral is."""

    PLANNED = "planned"
    SENT = "sent"
    SEEN = "seen"
    ASKED = "asked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    STARTED = "started"
    ENDED = "ended"
    REPORTED = "reported"
    DECLINED = "declined"
    PASSED_ON = "passed_on"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Side(StrEnum):
    """Who can do a step. The person (or who handles it for them) can always take consent back: that is `SENDER` too."""

    SENDER = "sender"
    RECEIVER = "receiver"
    CLOCK = "clock"
    NOBODY = "nobody"


class Step(StrEnum):
    """What somebody does with a referral."""

    SEND = "send"
    SEE = "see"
    ASK = "ask"
    ANSWER = "answer"
    ACCEPT = "accept"
    DECLINE = "decline"
    PASS_ON = "pass_on"  # noqa: S105 -- a step, not a word to get in with
    START = "start"
    END = "end"
    REPORT = "report"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


UNANSWERED = frozenset({State.SENT, State.SEEN, State.ASKED, State.ANSWERED})
"""The receiver has not said yes or no."""
TAKEN = frozenset({State.ACCEPTED, State.STARTED, State.ENDED, State.REPORTED})
"""The receiver said yes; only from here does it know who it is about (L7)."""
FINAL = frozenset({State.REPORTED, State.DECLINED, State.PASSED_ON, State.WITHDRAWN, State.EXPIRED})
OPEN = frozenset(State) - FINAL


@dataclass(frozen=True)
class Way:
    """One step: who does it, from where, to where."""

    who: Side
    begins: frozenset[State]
    to: State


WAYS: Mapping[Step, Way] = {
    Step.SEND: Way(Side.SENDER, frozenset({State.PLANNED}), State.SENT),
    Step.SEE: Way(Side.RECEIVER, frozenset({State.SENT}), State.SEEN),
    Step.ASK: Way(Side.RECEIVER, frozenset({State.SENT, State.SEEN, State.ANSWERED}), State.ASKED),
    Step.ANSWER: Way(Side.SENDER, frozenset({State.ASKED}), State.ANSWERED),
    Step.ACCEPT: Way(Side.RECEIVER, UNANSWERED, State.ACCEPTED),
    Step.DECLINE: Way(Side.RECEIVER, UNANSWERED, State.DECLINED),
    Step.PASS_ON: Way(Side.RECEIVER, UNANSWERED, State.PASSED_ON),
    Step.START: Way(Side.RECEIVER, frozenset({State.ACCEPTED}), State.STARTED),
    Step.END: Way(Side.RECEIVER, frozenset({State.ACCEPTED, State.STARTED}), State.ENDED),
    Step.REPORT: Way(Side.RECEIVER, frozenset({State.ENDED}), State.REPORTED),
    Step.WITHDRAW: Way(
        Side.SENDER, frozenset({State.PLANNED, State.ACCEPTED, State.STARTED}) | UNANSWERED, State.WITHDRAWN
    ),
    Step.EXPIRE: Way(Side.CLOCK, UNANSWERED, State.EXPIRED),
}
"""The whole table: a referral is never in a state, and never moves, outside it."""
TURN: Mapping[State, Side] = {
    State.PLANNED: Side.SENDER,
    State.SENT: Side.RECEIVER,
    State.SEEN: Side.RECEIVER,
    State.ASKED: Side.SENDER,
    State.ANSWERED: Side.RECEIVER,
    State.ACCEPTED: Side.RECEIVER,
    State.STARTED: Side.RECEIVER,
    State.ENDED: Side.RECEIVER,
}
"""Whose turn it is; only they are reminded. In a final state it is nobody's."""


class Because(StrEnum):
    """Why a referral was declined: at most twelve reasons, split into the person's side and the provider's."""

    NO_ROOM = "no_room"
    NOT_OUR_AREA = "not_our_area"
    NOT_OUR_KIND = "not_our_kind"
    BEYOND_LIMITS = "beyond_limits"
    NO_VOLUNTEER = "no_volunteer"
    CONDITIONS = "conditions"
    OTHER_PROVIDER = "other_provider"
    PERSON_REFUSES = "person_refuses"
    NOT_REACHED = "not_reached"
    ALREADY_HELPED = "already_helped"
    MOVED_OR_DIED = "moved_or_died"
    OTHER_PERSON = "other_person"


PERSONS_REASONS = frozenset(
    {Because.PERSON_REFUSES, Because.NOT_REACHED, Because.ALREADY_HELPED, Because.MOVED_OR_DIED, Because.OTHER_PERSON}
)


class Ending(StrEnum):
    """How the help ended, as the one who helped sees it."""

    HELPED = "helped"
    PARTLY = "partly"
    NOT_BEGUN = "not_begun"
    STOPPED = "stopped"
    ONWARD = "onward"


class Calls(StrEnum):
    """Who calls whom at a warm hand-over."""

    RECEIVER = "receiver"
    SENDER = "sender"
    EACH_OTHER = "each_other"
    TOGETHER = "together"


def may(step: Step, *, now: State, who: Side) -> bool:
    """Whether this side may do this step from here."""
    way = WAYS[step]
    return who == way.who and now in way.begins


def turn(state: State) -> Side:
    """Whose turn it is."""
    return TURN.get(state, Side.NOBODY)


def is_late(*, since: datetime, now: datetime, reminded: bool, after: timedelta = REMIND_AFTER) -> bool:
    """Whether it is time for the one reminder to whose turn it is."""
    return not reminded and now >= since + after


def has_expired(*, sent_at: datetime, now: datetime, after: timedelta = EXPIRES_AFTER) -> bool:
    """Whether nobody said yes or no for so long that it goes back."""
    return now >= sent_at + after


def code_counts(*, asked_at: datetime, tries: int, now: datetime) -> bool:
    """Whether a code can still open the door: not too old, and not guessed at too often."""
    return tries < MOST_TRIES and asked_at <= now < asked_at + CODE_LASTS


def stays_open(*, opened_at: datetime | None, now: datetime) -> bool:
    """Whether a door that was opened by code is open still."""
    return opened_at is not None and opened_at <= now < opened_at + DOOR_STAYS_OPEN
