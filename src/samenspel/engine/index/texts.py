"""The words of offers against the words of a question: exactly for one offer, at most for a leaf or group.

The text of an offer is a row of numbers, a term and how often it occurs in each. A leaf remembers in some bits which
terms its texts may hold: a bit that is off is proof that none of them has the term.
"""

from typing import Any

import numpy as np

from samenspel.engine import ranking
from samenspel.engine.index import layout
from samenspel.engine.index.bounds import FULL_TEXT, SLACK
from samenspel.engine.index.compiled import compiled, inlined

LONG_BASE, LONG_RISE, HALF_TEXT = ranking.LONG_BASE, ranking.LONG_RISE, ranking.HALF_TEXT
TIMES_BITS, TIMES = layout.TIMES_BITS, (1 << layout.TIMES_BITS) - 1
BITS = layout.BITS
ONE, TWO = 2_654_435_761, 2_246_822_519
LEFT = 32 - (BITS - 1).bit_length()


@inlined
def bits_of(term: int) -> tuple[int, int]:
    """The two bits of a term in the memory of a leaf."""
    return (term * ONE & 0xFFFFFFFF) >> LEFT, (term * TWO & 0xFFFFFFFF) >> LEFT


@compiled
def remember(bits: Any, pool: Any, start: int, count: int) -> None:
    """Note in the bits of a leaf that it holds these terms."""
    for place in range(start, start + count):
        for bit in bits_of(pool[place] >> TIMES_BITS):
            bits[bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)


@inlined
def may_hold(bits: Any, term: int) -> bool:
    """Whether a text in this leaf may have the term."""
    one, two = bits_of(term)
    first = bits[one >> 6] >> np.uint64(one & 63) & np.uint64(1)
    return bool(first and bits[two >> 6] >> np.uint64(two & 63) & np.uint64(1))


@inlined
def most_text(short: int, bits: Any, words: Any) -> float:
    """The points for text that an offer can have at most when its text is `short` or longer; no bits: any term."""
    terms, telling, most = words[0], words[1], words[2]
    long = LONG_BASE + LONG_RISE * (short / words[5])
    total = 0.0
    for place in range(len(terms)):
        if len(bits) == 0 or may_hold(bits, terms[place]):
            total += telling[place] * (most[place] / (most[place] + long))
    return FULL_TEXT * (total / (total + HALF_TEXT)) + SLACK if total > 0.0 else 0.0


@inlined
def text_points(pool: Any, start: int, count: int, length: int, words: Any) -> float:
    """The points for the text of one offer, as `ranking.text_values` has them, added in the order of the question."""
    terms, telling, wanted, places, gains = words[0], words[1], words[3], words[4], words[6]
    long = LONG_BASE + LONG_RISE * (length / words[5])
    some = False
    for at in range(start, start + count):
        term = pool[at] >> TIMES_BITS
        if wanted >> np.uint64(term & 63) & np.uint64(1) and places[term]:
            row = places[term] - 1
            times = np.float64(pool[at] & TIMES)
            gains[row] = telling[row] * (times / (times + long))
            some = True
    if not some:
        return 0.0
    total = 0.0
    for place in range(len(terms)):
        total += gains[place]
        gains[place] = 0.0
    return float(FULL_TEXT * (total / (total + HALF_TEXT)))
