"""How an offer lies in memory: one record that every question reads, one that only few questions reach.

Offers of one main kind lie together in leaves of at most `LEAF`, near each other on the map; leaves lie together in
groups. A leaf and a group carry a summary (`NODE`) that says what its best offer could be at most.
"""

from functools import cache
from typing import Any

import numpy as np

from samenspel.engine import offers, targets, taxonomy
from samenspel.engine.offers import UNKNOWN, Form, OfferFacts, Provider

LEAF, FILLED = 64, 48
"""Places in a leaf and leaves in a group at most, and how many are filled when an index is built."""
BITS = 8_192
"""Bits per leaf that say which terms its texts may hold."""
LANGUAGE_BITS, DAY_BITS = 16, 7
FIRST_DAY = LANGUAGE_BITS
FIRST_PROVIDER = FIRST_DAY + DAY_BITS
FIRST_FORM = FIRST_PROVIDER + len(Provider)
ROOM, OPEN = 1 << (FIRST_FORM + len(Form)), 2 << (FIRST_FORM + len(Form))
REMOTE = 1 << (FIRST_FORM + Form.REMOTE)
CAPACITY_UNKNOWN, FULL, FREE, WAITING = 0, 1, 2, 3
"""Codes of capacity; `WAITING` and up is a waiting time in days."""
TIMES_BITS = 10
"""The lower bits of a word of text: how often the term occurs, in hundredths; above it stands the term."""

SLOT = np.dtype(
    [("x", "f4"), ("y", "f4"), ("who", "u4"), ("profile", "i4"), ("owner", "i4"), ("territory", "i4")]
    + [("capacity", "u2"), ("terms", "u2"), ("first", "i1"), ("second", "i1"), ("third", "i1")],
    align=True,
)
"""Point, target groups as bits, number of its traits, owner, areas served, capacity, number of terms, three kinds."""
COLD = np.dtype([("high", "u8"), ("low", "u8"), ("text", "u4"), ("length", "i4")], align=True)
"""The two halves of the key, where its text begins, and the length of that in hundredths."""
NODE = np.dtype(
    [("seconds", "u8"), ("thirds", "u8"), ("high", "u8"), ("capacity", "f8")]
    + [("west", "f4"), ("east", "f4"), ("south", "f4"), ("north", "f4"), ("who", "u4"), ("traits", "u4")]
    + [("short", "i4"), ("list", "i4"), ("count", "i4"), ("parent", "i4")],
    align=True,
)
"""Kinds that stand second and third, lowest key, best capacity, box, all target groups and traits, shortest text."""
LEAVES, GROUPS, TEXT, WASTED, COUNT, LENGTH = range(6)
"""What the array of sizes holds: leaves, groups, words of text used and lost, offers, sum of lengths."""


UNPLACED, ANYWHERE, LISTS_PER_KIND = 1, 2, 4
"""Bits of the number of a list: its offers have no place; they serve no areas in particular."""


def list_of(kinds: Any, unplaced: Any, anywhere: Any) -> Any:
    """Per offer the number of its list, from its main kind (a number below 0 is none) and those two."""
    mains = np.where(kinds < 0, len(taxonomy.standard().kinds), kinds).astype(np.int32)
    return mains * LISTS_PER_KIND + unplaced * np.int32(UNPLACED) + anywhere * np.int32(ANYWHERE)


@cache
def places_of_kinds(codes: tuple[str, ...]) -> tuple[int, int, int]:
    """The first three known kinds of an offer as numbers."""
    known = taxonomy.standard()
    places = [known.place(code) for code in codes if known.knows(code)][: offers.MOST_KINDS]
    first, second, third = places + [offers.NO_KIND] * (offers.MOST_KINDS - len(places))
    return first, second, third


@cache
def bits_of_groups(codes: tuple[str, ...]) -> int:
    """Target groups as bits."""
    return offers.mask(codes, targets.codes())


@cache
def _bits_of_languages(codes: tuple[str, ...]) -> int:
    return offers.mask(codes, offers.LANGUAGES)


@cache
def _bits_of_days(codes: tuple[str, ...]) -> int:
    return offers.mask(codes, offers.DAYS) << FIRST_DAY


def traits(one: OfferFacts) -> int:
    """What filters look at, as bits: languages, days, provider, form, a free place, open."""
    bits = _bits_of_languages(one.languages) | _bits_of_days(one.days)
    bits |= 1 << (FIRST_PROVIDER + one.provider) | 1 << (FIRST_FORM + one.form)
    return bits | (ROOM if (one.free_places or 0) > 0 else 0) | (OPEN if one.open else 0)


def capacity(one: OfferFacts) -> int:
    """Free places and waiting time as one code."""
    places = UNKNOWN if one.free_places is None else one.free_places
    waiting = UNKNOWN if one.waiting_days is None else min(max(one.waiting_days, UNKNOWN), offers.MOST_WAITING_DAYS)
    if places > 0:
        return FREE
    if waiting == UNKNOWN:
        return CAPACITY_UNKNOWN if places == UNKNOWN else FULL
    return WAITING + waiting
