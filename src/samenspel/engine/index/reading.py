"""The words of very many texts at once: the rules of `folding.words`, over bytes instead of strings."""

from typing import Any

import numpy as np

from samenspel.engine import folding
from samenspel.engine.index import layout
from samenspel.engine.index.compiled import compiled

LONGEST_WORD, MOST_WORDS = folding.LONGEST_WORD, folding.MOST_WORDS
A, Z, ZERO, NINE, APOSTROPHE, S = (np.uint8(ord(sign)) for sign in "az09's")
NOBODY, UNKNOWN = -1, -1
TIMES_BITS, TIMES = layout.TIMES_BITS, (1 << layout.TIMES_BITS) - 1
BASE, STEP = 0xCBF29CE484222325, 0x100000001B3


@compiled
def is_letter(sign: int) -> bool:
    """Whether this is a letter from a to z."""
    return bool(A <= sign <= Z)


@compiled
def is_sign(sign: int) -> bool:
    """Whether this is a letter or a digit."""
    return bool(A <= sign <= Z or ZERO <= sign <= NINE)


@compiled
def next_word(text: Any, here: int, end: int) -> tuple[int, int, int]:
    """The next word from here: where it begins, where it ends, and where to go on."""
    while here < end and not is_sign(text[here]):
        here += 1
    start = here
    while here < end and is_sign(text[here]):
        here += 1
    stop = here
    if here + 1 < end and text[here] == APOSTROPHE and is_letter(text[here + 1]):
        here += 1
        while here < end and is_letter(text[here]):
            here += 1
        # A possessive s is left out; any other tail belongs to the word, without its apostrophe.
        stop = stop if here == stop + 2 and text[here - 1] == S else here
    return start, stop, here


@compiled
def fingerprint(text: Any, start: int, stop: int) -> tuple[Any, int]:
    """A number for the word and how long it is, the apostrophe left out."""
    mixed, length = np.uint64(BASE), 0
    for place in range(start, stop):
        if text[place] != APOSTROPHE:
            mixed = (mixed ^ np.uint64(text[place])) * np.uint64(STEP)
            length += 1
    return mixed ^ (mixed >> np.uint64(29)), length


@compiled
def find_word(prints: Any, numbers: Any, mixed: Any) -> Any:
    """The address of a word in the table of words; what stands there is UNKNOWN when it is new."""
    place = np.int64(mixed & np.uint64(len(prints) - 1))
    while numbers[place] != UNKNOWN and prints[place] != mixed:
        place = (place + 1) & (len(prints) - 1)
    return place


@compiled
def read_words(text: Any, ends: Any, table: Any, found: Any) -> int:
    """The words of texts that lie behind each other: which text, where, their number; how many there are."""
    prints, numbers = table
    owners, starts, stops, words = found
    count = here = 0
    for row in range(len(ends)):
        left = MOST_WORDS
        while left > 0:
            start, stop, here = next_word(text, here, ends[row])
            if start == stop:
                break
            mixed, length = fingerprint(text, start, stop)
            if length <= LONGEST_WORD:
                owners[count], starts[count], stops[count] = row, start, stop
                words[count] = numbers[find_word(prints, numbers, mixed)]
                count += 1
                left -= 1
        here = ends[row]
    return count


@compiled
def add_up(words: Any, owners: Any, meanings: Any, sums: Any, made: Any) -> int:
    """Texts in pairs, a name and a description, to their terms: row by row which, how often; how many in all."""
    begins, terms, weights = meanings
    entries, counts, lengths = made
    at = used = 0
    for row in range(len(counts)):
        first = used
        while at < len(words) and owners[at] >> 1 == row:
            times = 2 - (owners[at] & 1)
            for place in range(begins[words[at]], begins[words[at] + 1]):
                if sums[terms[place]] == 0:
                    entries[used] = terms[place]
                    used += 1
                sums[terms[place]] += times * weights[place]
            at += 1
        for place in range(first, used):
            term = entries[place]
            hundredths = min(sums[term], TIMES)
            sums[term] = 0
            lengths[row] += hundredths
            entries[place] = term << TIMES_BITS | hundredths
        counts[row] = used - first
    return used
