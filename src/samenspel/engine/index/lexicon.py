"""Words to terms for the index: what the analyser makes of a word is looked up once and then kept."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, folding, offers
from samenspel.engine.index import layout, reading

MOST_TERMS = 1 << (32 - layout.TIMES_BITS)
MOST_WORDS_KEPT = 400_000
"""Beyond so many different words everything that was kept is looked up again; the terms stay."""


class Lexicon:
    """Numbers for terms, in the order in which they were first met, and the terms of every word met so far."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.having = np.zeros(1024, dtype=np.int32)
        """In how many of the present offers each term occurs."""
        self.most = np.zeros(1024, dtype=np.int32)
        """How often a term occurred in one offer at most, in hundredths."""
        self.places = np.zeros(1024, dtype=np.uint16)
        """Room for a question: the place of each of its terms, from one; zero between questions."""
        self._sums = np.zeros(1024, dtype=np.int32)
        self._forget_words()

    def _forget_words(self) -> None:
        self._prints = np.zeros(4096, dtype=np.uint64)
        self._numbers = np.full(4096, reading.UNKNOWN, dtype=np.int32)
        self._words = 0
        self._meanings = (np.zeros(1025, np.int32), np.zeros(4096, np.int32), np.zeros(4096, np.int32))

    @property
    def nbytes(self) -> int:
        """Bytes of the tables, with an estimate for the words of the terms themselves."""
        arrays = (self.having, self.most, self.places, self._sums, self._prints, self._numbers, *self._meanings)
        return sum(array.nbytes for array in arrays) + len(self.terms) * 160

    def read(self, texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int32], NDArray[np.int32]]:
        """Texts in pairs, a name and a description: all their terms in a row, and per pair how many and how long."""
        folded = [folding.fold(text).encode("ascii", "replace") for text in texts]
        ends = np.fromiter(accumulate(map(len, folded)), np.int64, len(folded))
        text = np.frombuffer(b"".join(folded), np.uint8)
        most = len(text) // 2 + len(texts)
        found = tuple(np.empty(most, np.int32) for _ in range(4))
        if self._words > MOST_WORDS_KEPT:
            self._forget_words()
        count = reading.read_words(text, ends, (self._prints, self._numbers), found)
        owners, starts, stops, words = (array[:count] for array in found)
        self._learn(text, starts, stops, words)
        return self._add_up(words, owners, len(texts) // 2)

    def _add_up(self, words: Any, owners: Any, pairs: int) -> tuple[Any, Any, Any]:
        begins = self._meanings[0]
        entries = np.empty(int((begins[words + 1] - begins[words]).sum()), np.uint32)
        counts, lengths = np.zeros(pairs, np.int32), np.zeros(pairs, np.int32)
        used = reading.add_up(words, owners, self._meanings, self._sums, (entries, counts, lengths))
        return entries[:used], counts, lengths

    def _learn(self, text: Any, starts: Any, stops: Any, words: Any) -> None:
        """Look up the words that were not met before, and give them their numbers."""
        unknown = np.flatnonzero(words == reading.UNKNOWN)
        if not len(unknown):
            return
        numbers: dict[str, int] = {}
        meant: list[tuple[int, int]] = []
        begins: list[int] = []
        whole = text.tobytes()
        for place in unknown:
            word = whole[starts[place] : stops[place]].decode().replace("'", "")
            if word not in numbers:
                numbers[word] = self._words + len(numbers)
                meant += self._meaning(word)
                begins.append(len(meant))
            words[place] = numbers[word]
        self._keep(list(numbers), meant, begins)

    def _meaning(self, word: str) -> list[tuple[int, int]]:
        """The terms of a word as numbers, each with its weight in hundredths."""
        return [
            (self.number(term.text), round(term.weight * offers.HUNDREDTHS))
            for term in analyser.standard().of_word(word)
        ]

    def number(self, term: str) -> int:
        """The number of a term, given when it is new."""
        if (known := self.terms.get(term)) is not None:
            return known
        if len(self.terms) == MOST_TERMS:
            raise OverflowError("The index knows four million different terms; it can hold no more.")
        self.terms[term] = number = len(self.terms)
        if number == len(self.having):
            self.having, self.most = np.resize(self.having, 2 * number), np.resize(self.most, 2 * number)
            self.having[number:] = self.most[number:] = 0
            self.places, self._sums = np.zeros(2 * number, np.uint16), np.zeros(2 * number, np.int32)
        return number

    def _keep(self, words: list[str], meant: list[tuple[int, int]], begins: list[int]) -> None:
        old, terms, weights = self._meanings
        used = int(old[self._words])
        self._meanings = (
            _written(old, self._words + 1, np.array(begins, np.int32) + used),
            _written(terms, used, np.array([term for term, _ in meant], np.int32)),
            _written(weights, used, np.array([weight for _, weight in meant], np.int32)),
        )
        self._words += len(words)
        self._enlarge_table()
        for number, word in enumerate(words, self._words - len(words)):
            signs = np.frombuffer(word.encode(), np.uint8)
            mixed = reading.fingerprint(signs, 0, len(signs))[0]
            place = reading.find_word(self._prints, self._numbers, np.uint64(mixed))
            self._prints[place], self._numbers[place] = mixed, number

    def _enlarge_table(self) -> None:
        """Keep the table of words at most half full."""
        if 2 * self._words <= len(self._prints):
            return
        size = 1 << (4 * self._words - 1).bit_length()
        prints, numbers = np.zeros(size, np.uint64), np.full(size, reading.UNKNOWN, np.int32)
        for place in np.flatnonzero(self._numbers != reading.UNKNOWN):
            new = reading.find_word(prints, numbers, self._prints[place])
            prints[new], numbers[new] = self._prints[place], self._numbers[place]
        self._prints, self._numbers = prints, numbers


def _written(array: NDArray[np.int32], start: int, values: NDArray[np.int32]) -> NDArray[np.int32]:
    """The array with these values from `start` on, enlarged when they do not fit."""
    if start + len(values) > len(array):
        larger = np.zeros(max(2 * len(array), start + len(values)), np.int32)
        larger[:start] = array[:start]
        array = larger
    array[start : start + len(values)] = values
    return array
