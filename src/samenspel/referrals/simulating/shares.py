"""How a year looks: which help is asked for how often, when, by whom and how it goes. Shares, not measurements.

They are our own estimates, so that pages and benches meet something like real work; no figure may be read off them.
"""

from collections.abc import Mapping
from random import Random
from typing import TypeVar

from samenspel.engine import taxonomy
from samenspel.helprequests.rules import Answered, Channel, Complexity, Door, Light, Outcome, StopQuestion, Urgency
from samenspel.people.rules import AgeBand, Relation, ToldBy
from samenspel.referrals.rules import Because, Ending

GROUPS: Mapping[str, int] = {
    "loneliness": 22, "practical-help": 24, "informal-carers": 9, "early-dementia": 7, "parenting": 7,
    "sport-and-activities": 6, "youth-mental-health": 5, "meeting-places": 5, "language": 4,
    "bereavement-and-palliative": 4, "professional-only": 4, "mental-vulnerability": 3,
}  # fmt: skip
MONTHS = (1.25, 1.1, 1.0, 0.95, 0.9, 0.85, 0.7, 0.7, 1.05, 1.1, 1.15, 1.25)
"""January to December: quiet when everybody is away, busy in the dark months."""
WEEKDAYS = (1.35, 1.2, 1.1, 1.1, 0.9, 0.3, 0.35)
HOURS = ((8, 2), (9, 5), (10, 6), (11, 5), (12, 3), (13, 4), (14, 5), (15, 4), (16, 3), (19, 2), (20, 2), (21, 1))
DARK = frozenset({11, 12, 1})
AGES: Mapping[str, Mapping[AgeBand, int]] = {
    "youth-mental-health": {AgeBand.YOUTH: 5, AgeBand.YOUNG: 5},
    "parenting": {AgeBand.ADULT: 9, AgeBand.YOUNG: 1},
    "language": {AgeBand.ADULT: 8, AgeBand.YOUNG: 2},
    "mental-vulnerability": {AgeBand.ADULT: 8, AgeBand.OLDER: 2},
    "early-dementia": {AgeBand.OLDER: 5, AgeBand.OLDEST: 5},
}
OTHER_AGES: Mapping[AgeBand, int] = {AgeBand.ADULT: 3, AgeBand.OLDER: 5, AgeBand.OLDEST: 4}
WOMAN = 0.62
WITH_CARER: Mapping[str, float] = {"early-dementia": 0.7, "informal-carers": 0.5, "youth-mental-health": 0.6}
OTHER_WITH_CARER = 0.18
NOT_AGREED_YET = 0.08
"""Of who is asked for by a carer: the carer agreed, the person themselves will be called first."""
DOORS = {Door.RESIDENT: 45, Door.PROFESSIONAL: 30, Door.COORDINATOR: 25}
BY_HAND = {Channel.PHONE: 8, Channel.COUNTER: 2}
URGENCIES = {Urgency.CAN_WAIT: 66, Urgency.WEEK: 28, Urgency.TODAY: 6}
TOLD_BY = {ToldBy.PHONE: 6, ToldBy.EMAIL: 3, ToldBy.LETTER: 1}
RELATIONS = {Relation.CHILD: 6, Relation.PARTNER: 4, Relation.FAMILY: 1, Relation.NEIGHBOUR: 1}
WORRIES = dict.fromkeys(Complexity, 1) | {Complexity.SEVERAL_QUESTIONS: 4, Complexity.NOBODY_NEAR: 3}
LIGHTS: Mapping[Light, Mapping[StopQuestion, Answered]] = {
    Light.GREEN: {},
    Light.ORANGE: {StopQuestion.MEDICATION: Answered.UNKNOWN},
    Light.RED: {StopQuestion.MEDICATION: Answered.YES},
}
LIGHT = {Light.GREEN: 80, Light.ORANGE: 16, Light.RED: 4}
CHECKED = 0.6
SOON_CLOSED = {None: 93, Outcome.WITHDRAWN: 3, Outcome.NOT_REACHED: 3, Outcome.DOUBLE: 1}
PARKED = 0.06
NO_OFFER = {Outcome.NOBODY: 3, Outcome.ELSEWHERE: 1}
REASONS = {
    Because.NO_ROOM: 30, Because.NO_VOLUNTEER: 22, Because.NOT_OUR_KIND: 8, Because.NOT_OUR_AREA: 5,
    Because.BEYOND_LIMITS: 5, Because.CONDITIONS: 5, Because.OTHER_PROVIDER: 3, Because.PERSON_REFUSES: 9,
    Because.NOT_REACHED: 6, Because.ALREADY_HELPED: 5, Because.MOVED_OR_DIED: 2,
}  # fmt: skip
ENDINGS = {Ending.HELPED: 64, Ending.PARTLY: 16, Ending.STOPPED: 9, Ending.NOT_BEGUN: 4, Ending.ONWARD: 7}
SHORT = frozenset({"practical-help", "sport-and-activities"})
"""Groups whose help is often over in some weeks; the other lasts months."""
TAKEN_BACK = 0.02
ONWARD = {"formal": 0.35, "informal": 0.12}
"""How often who helps asks another side to help as well: the practice a buddy, the volunteer a professional."""


Thing = TypeVar("Thing")


def one_of(dice: Random, shares: Mapping[Thing, float]) -> Thing:
    """One, as often as its share says."""
    return dice.choices(list(shares), list(shares.values()))[0]


def kinds_of_group() -> dict[str, list[str]]:
    """The kinds of help of each group, in the order of the list."""
    found: dict[str, list[str]] = {}
    for kind in taxonomy.standard().kinds:
        found.setdefault(kind.group, []).append(kind.code)
    return found


def group(dice: Random, month: int) -> str:
    """What it is about; loneliness is heavier in the dark months."""
    heavier = {"loneliness": GROUPS["loneliness"] * 1.4} if month in DARK else {}
    return one_of(dice, {**GROUPS, **heavier})


def kind(dice: Random, codes: list[str]) -> str:
    """One kind of a group, the first of the list most often."""
    return dice.choices(codes, [1 / (place + 1.5) for place in range(len(codes))])[0]
