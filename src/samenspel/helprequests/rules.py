"""How far a request is, how urgent and complex, and where the limits of volunteer work lie (L27). Plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

MOST_KINDS = 3
RULES_VERSION = "L27-2026-1"
"""Stored with every outcome, so that it can always be said by which rules it came about."""
ORDINARY_HOURS_A_WEEK = 4
ORDINARY_MONTHS = 12


class Door(StrEnum):
    """Through which door a request came (P0.2, P4.2)."""

    RESIDENT = "resident"
    PROFESSIONAL = "professional"
    COORDINATOR = "coordinator"


class Channel(StrEnum):
    """How it came in (L32): everything a resident does online a coordinator can do on their behalf."""

    ONLINE = "online"
    PHONE = "phone"
    COUNTER = "counter"


class Urgency(StrEnum):
    """How soon somebody should hear. Danger is no urgency: that goes to 112 before anything is stored."""

    TODAY = "today"
    WEEK = "week"
    CAN_WAIT = "can_wait"


class RequestState(StrEnum):
    """How far a request is."""

    NEW = "new"
    TAKEN = "taken"
    PARKED = "parked"
    REFERRED = "referred"
    HELPED = "helped"
    CLOSED = "closed"


STEPS: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.NEW: frozenset({RequestState.TAKEN, RequestState.PARKED, RequestState.REFERRED, RequestState.CLOSED}),
    RequestState.TAKEN: frozenset({RequestState.NEW, RequestState.PARKED, RequestState.REFERRED, RequestState.CLOSED}),
    RequestState.PARKED: frozenset({RequestState.TAKEN, RequestState.REFERRED, RequestState.CLOSED}),
    RequestState.REFERRED: frozenset({RequestState.TAKEN, RequestState.HELPED, RequestState.CLOSED}),
    RequestState.HELPED: frozenset({RequestState.TAKEN, RequestState.REFERRED, RequestState.CLOSED}),
    RequestState.CLOSED: frozenset({RequestState.TAKEN}),
}
"""From where to where; a closed request can be taken up again, nothing else leaves it."""


class Outcome(StrEnum):
    """How a request ended. 'Nobody' and 'elsewhere' ask for a human answer, never silence."""

    HELPED = "helped"
    PARTLY = "partly"
    NOBODY = "nobody"
    ELSEWHERE = "elsewhere"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not_reached"
    DOUBLE = "double"


class Complexity(StrEnum):
    """What makes a request more than one simple question; how many apply is its complexity (P1.1)."""

    SEVERAL_QUESTIONS = "several_questions"
    NOBODY_NEAR = "nobody_near"
    MEMORY = "memory"
    MENTAL_HEALTH = "mental_health"
    MONEY = "money"
    CARER_OVERBURDENED = "carer_overburdened"
    LANGUAGE = "language"
    REFUSES_CARE = "refuses_care"


class HelperWish(StrEnum):
    """Whether somebody would rather have a man or a woman; a wish, so it ranks and never excludes."""

    MAN = "man"
    WOMAN = "woman"
    ANY = ""


class StopQuestion(StrEnum):
    """The seven questions of the decision aid (L27)."""

    RESERVED_ACT = "reserved_act"
    MEDICATION = "medication"
    LIFTING_WASHING = "lifting_washing"
    MONEY = "money"
    DANGER = "danger"
    LONG_OR_MUCH = "long_or_much"
    REFUSES_HELP = "refuses_help"


class Answered(StrEnum):
    """What was answered; not knowing is an answer, and no reason to say yes."""

    YES = "yes"
    NO = "no"
    AGREED = "agreed"
    UNKNOWN = "unknown"


class Light(StrEnum):
    """What the decision aid says: a volunteer can, can on conditions, cannot through this network unless ... (L26)."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


OUTCOME_OF: Mapping[StopQuestion, Mapping[Answered, Light]] = {
    StopQuestion.RESERVED_ACT: {Answered.YES: Light.RED, Answered.UNKNOWN: Light.ORANGE},
    StopQuestion.MEDICATION: {Answered.YES: Light.RED, Answered.UNKNOWN: Light.ORANGE},
    StopQuestion.LIFTING_WASHING: {
        Answered.YES: Light.RED,
        Answered.AGREED: Light.ORANGE,  # trained, and agreed in writing
        Answered.UNKNOWN: Light.ORANGE,
    },
    StopQuestion.MONEY: {Answered.YES: Light.ORANGE, Answered.AGREED: Light.ORANGE, Answered.UNKNOWN: Light.ORANGE},
    StopQuestion.DANGER: {Answered.YES: Light.RED, Answered.UNKNOWN: Light.ORANGE},
    StopQuestion.LONG_OR_MUCH: {Answered.YES: Light.ORANGE, Answered.UNKNOWN: Light.GREEN},
    StopQuestion.REFUSES_HELP: {Answered.YES: Light.ORANGE, Answered.UNKNOWN: Light.GREEN},
}
"""What an answer leads to; 'no' is always green."""
CAN_BE_AGREED = frozenset({StopQuestion.LIFTING_WASHING})


@dataclass(frozen=True)
class Limits:
    """The outcome with the questions that made it, the gravest first."""

    light: Light
    because: tuple[StopQuestion, ...]
    version: str = RULES_VERSION


class NotAnswered(Exception):
    """A stop question has no answer; an aid that skips one is worth nothing."""


def limits(answers: Mapping[StopQuestion, Answered]) -> Limits:
    """Whether a volunteer can do this, by the seven stop questions (L27).

    Raises:
        NotAnswered: one of the seven is missing.
    """
    if missing := [question for question in StopQuestion if question not in answers]:
        raise NotAnswered(", ".join(missing))
    lights = {question: OUTCOME_OF[question].get(answers[question], Light.GREEN) for question in StopQuestion}
    gravity = [Light.RED, Light.ORANGE]
    because = [question for light in gravity for question in StopQuestion if lights[question] is light]
    return Limits(lights[because[0]] if because else Light.GREEN, tuple(because))


def may_step(*, now: RequestState, to: RequestState) -> bool:
    """Whether a request may go from where it is to there."""
    return to in STEPS[now]


def complexity(factors: Sequence[str]) -> int:
    """How many things make it complex; what is not in the list does not count."""
    return len({factor for factor in factors if factor in set(Complexity)})


def needs_answer(outcome: Outcome) -> bool:
    """Whether closing so asks for words to the person: nobody is sent away without hearing why."""
    return outcome in {Outcome.NOBODY, Outcome.ELSEWHERE}


def number_of(request_id: UUID) -> str:
    """The number by which people name a request on the phone and in a mail; says nothing about anybody."""
    last = request_id.hex[-8:].upper()
    return f"{last[:4]}-{last[4:]}"
