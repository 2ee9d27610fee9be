"""The order of offers for a question, as a sum of factors that can each be told: exact, over every offer.

This is the yardstick for any faster index and what a small network uses. Limits exclude first; then each factor gives
a value from 0 to 1, times its weight. Two offers with the same score stand in the order of their numbers.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import offers, questions, targets

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]


class Factor(StrEnum):
    """What can make an offer fit better; the values are the reason codes."""

    TEXT = "text"
    KIND = "kind"
    TARGET = "target"
    PROVIDER = "provider"
    LANGUAGE = "language"
    DAYS = "days"
    DISTANCE = "distance"
    CAPACITY = "capacity"


WEIGHTS: Mapping[Factor, float] = {
    Factor.TEXT: 1.2,
    Factor.KIND: 3.0,
    Factor.TARGET: 0.6,
    Factor.PROVIDER: 0.4,
    Factor.LANGUAGE: 0.8,
    Factor.DAYS: 0.4,
    Factor.DISTANCE: 1.2,
    Factor.CAPACITY: 0.6,
}
ADDED = (*(factor for factor in Factor if factor != Factor.TEXT), Factor.TEXT)
"""The order in which the points are added: the text last, since a faster index often need not read it."""
STEPS = 2.0**30
"""A score is a whole number of these parts of one: what is closer than a billionth is equal, in every index."""
KIND_BY_PLACE = (1.0, 0.7, 0.6)
"""What a kind counts that an offer names first, second, third."""
SECOND_KIND = 0.2
"""What the second fitting kind of an offer adds to the first."""
SATURATION, LENGTH_SHARE = 1.2, 0.5
"""BM25's two settings: how soon repeating a word stops counting, how far a long text is held back."""
LONG_BASE = SATURATION * (1 - LENGTH_SHARE) * offers.HUNDREDTHS
LONG_RISE = SATURATION * LENGTH_SHARE * offers.HUNDREDTHS
"""The same two, for times and lengths in hundredths."""
HALF_TEXT = 9.0
"""The BM25 sum at which the text factor is one half."""
FOR_EVERYONE = 0.4
BEST_GROUP = 0.7
"""What the best fitting group counts beside the share of groups that fit."""
HALF_DISTANCE_M = 3_000.0
"""The distance at which nearness counts half."""
NEARNESS_UNKNOWN = 0.3
HALF_WAITING_DAYS = 21.0
CAPACITY_UNKNOWN, FULL = 0.5, 0.1


@dataclass(frozen=True)
class Ranking:
    """The best offers: their numbers, best first, their scores, and per factor the points (weight included)."""

    numbers: NDArray[np.intp]
    scores: Floats
    points: Mapping[Factor, Floats]
    possible: int
    """How many offers the limits leave."""
    metres: Floats = field(compare=False)
    """Distance of each shown offer; nan without a place, 0 for help by phone or online."""


def rank(question: questions.Question, columns: offers.Offers, *, most: int = 10) -> Ranking:
    """The `most` best offers that the limits allow, exactly."""
    metres = distances(question, columns)
    values = factors(question, columns, metres)
    total = np.zeros(columns.count, dtype=np.float64)
    for factor in ADDED:
        total += WEIGHTS[factor] * values[factor]
    scores = np.floor(total * STEPS + 0.5).astype(np.int64)
    left = np.flatnonzero(possible(question, columns, metres))
    best = left[np.argsort(-scores[left], kind="stable")[:most]]
    return Ranking(
        numbers=best,
        scores=(scores[best] / STEPS).astype(np.float32),
        points={factor: (WEIGHTS[factor] * value[best]).astype(np.float32) for factor, value in values.items()},
        possible=len(left),
        metres=metres[best].astype(np.float32),
    )


def possible(question: questions.Question, columns: offers.Offers, metres: Doubles) -> NDArray[np.bool_]:
    """Per offer whether the limits leave it: only these exclude, never a wish."""
    limits = question.limits
    left = columns.open & _owned(limits, columns) & _serves(limits, columns)
    if limits.provider is not None:
        left &= (columns.provider == limits.provider) | (columns.provider == offers.Provider.BOTH)
    if limits.form is not None:
        left &= columns.form == limits.form
    if limits.languages:
        left &= (columns.languages & np.uint32(limits.languages)) != 0
    if limits.days:
        left &= (columns.days & np.uint8(limits.days)) != 0
    if limits.with_room:
        left &= columns.free_places > 0
    if limits.within_m is not None and question.point is not None:
        left &= metres <= limits.within_m
    if limits.kinds:
        left &= np.isin(columns.kinds, limits.kinds).any(axis=1)
    return left


def _owned(limits: questions.Limits, columns: offers.Offers) -> NDArray[np.bool_]:
    """Per offer whether its owner is one whose offers may be shown."""
    if limits.owners is None:
        return np.ones(columns.count, dtype=np.bool_)
    known = columns.owner < len(limits.owners)
    return np.asarray(known & np.append(limits.owners, np.False_)[np.where(known, columns.owner, -1)])


def _serves(limits: questions.Limits, columns: offers.Offers) -> NDArray[np.bool_]:
    """Per offer whether it serves where the asker lives; one without areas serves everywhere."""
    wanted = set(limits.served)
    if not wanted:
        return np.ones(columns.count, dtype=np.bool_)
    return np.array([not areas or not wanted.isdisjoint(areas) for areas in columns.areas], dtype=np.bool_)


def distances(question: questions.Question, columns: offers.Offers) -> Doubles:
    """Metres from the asker to each offer; 0 for help by phone or online, nan when one of the two has no place."""
    if question.point is None:
        return np.where(columns.remote, 0, np.nan)
    east = columns.points[:, 0].astype(np.float64) - question.point[0]
    north = columns.points[:, 1].astype(np.float64) - question.point[1]
    return np.where(columns.remote, 0, np.sqrt(east * east + north * north))


def factors(question: questions.Question, columns: offers.Offers, metres: Doubles) -> dict[Factor, Doubles]:
    """Per factor the value of each offer, 0 to 1; a factor about which nothing was asked is 0 for all."""
    nothing = np.zeros(columns.count, dtype=np.float64)
    return {
        Factor.TEXT: text_values(question, columns),
        Factor.KIND: kind_values(question, columns),
        Factor.TARGET: target_values(question, columns),
        Factor.PROVIDER: provider_values(question, columns),
        Factor.LANGUAGE: _any_bit(columns.languages, question.languages) if question.languages else nothing,
        Factor.DAYS: _share_of_bits(columns.days, question.days) if question.days else nothing,
        Factor.DISTANCE: distance_values(metres) if question.point is not None else nothing,
        Factor.CAPACITY: capacity_values(columns),
    }


def rarity(count: int, having: int) -> float:
    """How much a term tells that `having` of `count` offers have."""
    return math.log1p((count - having + 0.5) / (having + 0.5))


def usual_length(count: int, length: int) -> float:
    """The average length of an offer's text in hundredths, from the sum of all."""
    return max(length / count, 1.0) if count else 1.0


def text_values(question: questions.Question, columns: offers.Offers) -> Doubles:
    """How much the words of an offer are those of the question: BM25, brought between 0 and 1."""
    total = np.zeros(columns.count, dtype=np.float64)
    usual = usual_length(columns.count, int(columns.length.sum()))
    long = LONG_BASE + LONG_RISE * (columns.length / usual)
    for term in question.terms:
        if (found := columns.postings.get(term.text)) is not None:
            telling = term.weight * rarity(columns.count, len(found.offers))
            total[found.offers] += telling * (found.times / (found.times + long[found.offers]))
    return np.asarray(total / (total + HALF_TEXT))


def kind_values(question: questions.Question, columns: offers.Offers) -> Doubles:
    """How well the kinds of an offer answer the kinds asked: the best of them, and a little for the next."""
    asked = np.append(question.kinds, np.float32(0)).astype(np.float64)
    met = asked[columns.kinds] * np.array(KIND_BY_PLACE)
    ordered = np.sort(met, axis=1)
    return np.asarray(np.minimum(1, ordered[:, -1] * (1 - SECOND_KIND / 2) + SECOND_KIND * ordered[:, -2]))


def target_values(question: questions.Question, columns: offers.Offers) -> Doubles:
    """How far an offer is meant for the people asked about; 'for everyone' stands in the middle, as not knowing."""
    everyone = columns.targets[:, targets.codes().index(targets.EVERYONE)]
    if not question.targets.any():
        return np.full(columns.count, FOR_EVERYONE)
    best, added = np.zeros(columns.count), np.zeros(columns.count)
    for group in np.flatnonzero(question.targets):
        meant = columns.targets[:, group] * float(question.targets[group])
        best, added = np.maximum(best, meant), added + meant
    found = BEST_GROUP * best + (1 - BEST_GROUP) * (added / np.maximum(columns.targets.sum(axis=1), 1))
    return np.asarray(np.maximum(found, FOR_EVERYONE * everyone))


def provider_values(question: questions.Question, columns: offers.Offers) -> Doubles:
    """How well volunteers or professionals fit the need: a need for professionals makes theirs the better offer."""
    return np.asarray(np.array([1 - question.professional, question.professional, 1.0])[columns.provider])


def distance_values(metres: Doubles) -> Doubles:
    """1 here, one half at three kilometres; an offer without a place stands somewhere between."""
    near = HALF_DISTANCE_M / (HALF_DISTANCE_M + metres)
    return np.where(np.isnan(metres), NEARNESS_UNKNOWN, near)


def capacity_values(columns: offers.Offers) -> Doubles:
    """1 with a free place now, less the longer one waits, little when full without a waiting time."""
    waiting = HALF_WAITING_DAYS / (HALF_WAITING_DAYS + np.maximum(columns.waiting_days, 0))
    waits = np.where(columns.waiting_days == offers.UNKNOWN, FULL, waiting)
    value = np.where(columns.free_places > 0, 1.0, waits)
    unknown = (columns.free_places == offers.UNKNOWN) & (columns.waiting_days == offers.UNKNOWN)
    return np.where(unknown, CAPACITY_UNKNOWN, value)


def _any_bit(bits: NDArray[np.uint32], wished: int) -> Doubles:
    return np.asarray((bits & np.uint32(wished)) != 0, dtype=np.float64)


def _share_of_bits(bits: NDArray[np.uint8], wished: int) -> Doubles:
    return np.asarray(np.bitwise_count(bits & np.uint8(wished)) / float(wished.bit_count()))
