"""Offers as columns: what the ranker needs of n offers, one array per property, and postings per term.

A snapshot: the database is the truth, this can be made again at any time. Points are RD New metres (EPSG:28992).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, targets, taxonomy

MOST_KINDS = 3
NO_KIND = -1
UNKNOWN = -1
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk", "ti", "fa", "ber", "pap", "fr", "de", "es", "so", "bg", "ro")
NAME_TIMES = 2
"""A word in the name counts as so many in the description."""
HUNDREDTHS, MOST_HUNDREDTHS = 100, 1023
"""How often a term occurs is kept in whole hundredths, so that sums do not depend on their order; ten times is all."""
MOST_WAITING_DAYS = 65_000


class Provider(IntEnum):
    """Who gives the help."""

    VOLUNTEER = 0
    PROFESSIONAL = 1
    BOTH = 2


class Form(IntEnum):
    """How the help reaches somebody."""

    ONE_TO_ONE = 0
    GROUP = 1
    REMOTE = 2


@dataclass(frozen=True, kw_only=True)
class OfferFacts:
    """One offer as its owner describes it; `kinds` with the main one first, `point` None for help without a place.

    `free_places` and `waiting_days` are None when nobody said; `remote` is help by phone or online. `owner` is the
    number of its organisation and `areas` are the numbers of the areas it serves, both given by the caller, small and
    without gaps; no areas is everywhere.
    """

    name: str
    description: str = ""
    kinds: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = (targets.EVERYONE,)
    provider: Provider = Provider.VOLUNTEER
    languages: tuple[str, ...] = ("nl",)
    days: tuple[str, ...] = DAYS
    collective: bool = False
    remote: bool = False
    point: tuple[float, float] | None = None
    free_places: int | None = None
    waiting_days: int | None = None
    open: bool = True
    owner: int = 0
    areas: tuple[int, ...] = ()

    @property
    def form(self) -> Form:
        """What somebody who looks for a form would call it: by phone or online goes before group or alone."""
        return Form.REMOTE if self.remote else Form.GROUP if self.collective else Form.ONE_TO_ONE


@dataclass(frozen=True)
class Postings:
    """Where a term occurs: offer numbers, rising, and how often it occurs there (weighted, in hundredths)."""

    offers: NDArray[np.int32]
    times: NDArray[np.int32]


@dataclass(frozen=True)
class Offers:
    """The columns; every array has one row per offer, in the order in which they were given."""

    kinds: NDArray[np.int16]
    targets: NDArray[np.bool_]
    provider: NDArray[np.int8]
    languages: NDArray[np.uint32]
    days: NDArray[np.uint8]
    form: NDArray[np.int8]
    points: NDArray[np.float32]
    free_places: NDArray[np.int32]
    waiting_days: NDArray[np.int32]
    open: NDArray[np.bool_]
    owner: NDArray[np.int32]
    areas: tuple[tuple[int, ...], ...]
    length: NDArray[np.int64]
    """The sum of how often all its terms occur, in hundredths."""
    postings: Mapping[str, Postings]

    @property
    def count(self) -> int:
        """How many offers there are."""
        return len(self.provider)

    @property
    def remote(self) -> NDArray[np.bool_]:
        """Per offer whether it is help by phone or online, for which distance does not count."""
        return np.asarray(self.form == Form.REMOTE)


def mask(codes: Sequence[str], order: Sequence[str]) -> int:
    """Codes as bits, by their place in the order; a code that is not in the order is left out."""
    return sum(1 << order.index(code) for code in set(codes) if code in order)


def build(facts: Sequence[OfferFacts]) -> Offers:
    """The columns of these offers; a kind or group that the taxonomy does not know is left out."""
    counted = [_counts(one) for one in facts]
    return Offers(
        kinds=np.array([_kinds(one) for one in facts], dtype=np.int16).reshape(-1, MOST_KINDS),
        targets=np.array([[code in one.target_groups for code in targets.codes()] for one in facts], dtype=np.bool_)
        .reshape(-1, len(targets.codes())),
        provider=np.array([one.provider for one in facts], dtype=np.int8),
        languages=np.array([mask(one.languages, LANGUAGES) for one in facts], dtype=np.uint32),
        days=np.array([mask(one.days, DAYS) for one in facts], dtype=np.uint8),
        form=np.array([one.form for one in facts], dtype=np.int8),
        points=np.array([one.point or (np.nan, np.nan) for one in facts], dtype=np.float32).reshape(-1, 2),
        free_places=np.array([_or_unknown(one.free_places) for one in facts], dtype=np.int32),
        waiting_days=np.array([_or_unknown(one.waiting_days) for one in facts], dtype=np.int32)
        .clip(UNKNOWN, MOST_WAITING_DAYS),
        open=np.array([one.open for one in facts], dtype=np.bool_),
        owner=np.array([one.owner for one in facts], dtype=np.int32),
        areas=tuple(one.areas for one in facts),
        length=np.array([sum(times.values()) for times in counted], dtype=np.int64),
        postings=_postings(counted),
    )  # fmt: skip


def _counts(one: OfferFacts) -> dict[str, int]:
    """How often each term occurs in the text of an offer, in hundredths."""
    words = analyser.standard()
    counted: dict[str, float] = defaultdict(float)
    for text, times in ((one.name, NAME_TIMES), (one.description, 1)):
        for term, count in words.counts(text).items():
            counted[term] += count * times
    return {term: min(round(count * HUNDREDTHS), MOST_HUNDREDTHS) for term, count in counted.items()}


def _kinds(one: OfferFacts) -> list[int]:
    known = taxonomy.standard()
    places = [known.place(code) for code in one.kinds if known.knows(code)][:MOST_KINDS]
    return places + [NO_KIND] * (MOST_KINDS - len(places))


def _or_unknown(number: int | None) -> int:
    return UNKNOWN if number is None else number


def _postings(counted: Sequence[Mapping[str, int]]) -> dict[str, Postings]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, times in enumerate(counted):
        for term, count in times.items():
            found[term].append((number, count))
    return {
        term: Postings(np.array([n for n, _ in rows], np.int32), np.array([c for _, c in rows], np.int32))
        for term, rows in found.items()
    }
