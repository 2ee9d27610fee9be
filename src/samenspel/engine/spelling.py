"""Words as people write them: 'eensaam', 'bodschappen', 'psygoloog' are still the word that was meant.

Two words are alike when they sound alike or when one letter of their sound is missing, added, changed or swapped.
The nearest known word wins, then the more frequent, then the alphabet: the same answer every time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

SHORTEST = 5
TOO_FAR = 2
SOUNDS = (
    (re.compile(r"sch(?=$|[^aeiou])"), "s"),
    (re.compile(r"ch"), "g"),
    (re.compile(r"ij|ei|y"), "ei"),
    (re.compile(r"ou|au"), "au"),
    (re.compile(r"ie"), "i"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"qu|ck|c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"v"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dt?$"), "t"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """How a Dutch word sounds, roughly: spellings that are often mixed up become one."""
    for pattern, plain in SOUNDS:
        word = pattern.sub(plain, word)
    return word


class Speller:
    """Finds the known word that was probably meant; `frequencies` is known word to how often it occurs."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._sounds = {word: sound(word) for word in frequencies if len(word) >= SHORTEST}
        self._near: dict[str, list[str]] = defaultdict(list)
        for word, heard in self._sounds.items():
            for key in _with_one_left_out(heard):
                self._near[key].append(word)
        self.meant = lru_cache(maxsize=20_000)(self._meant)

    def _meant(self, word: str) -> str | None:
        """The known word that this unknown word most likely is; None when nothing is near enough or it is too short."""
        if len(word) < SHORTEST or word.isdigit():
            return None
        heard = sound(word)
        candidates = {near for key in _with_one_left_out(heard) for near in self._near.get(key, ())}
        ranked = [(self._distance(heard, near), -self._frequencies[near], near) for near in candidates]
        best = min((one for one in ranked if one[0] < TOO_FAR), default=None)
        return best[2] if best else None

    def _distance(self, heard: str, near: str) -> int:
        """0 when they sound the same, 1 when one edit apart, 2 when two keys met by accident."""
        other = self._sounds[near]
        return 0 if heard == other else 1 if one_edit_apart(heard, other) else TOO_FAR


def _with_one_left_out(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed, or two neighbours swapped makes one word into the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(longer) > len(shorter):
        return shorter[start:] == longer[start + 1 :]
    swapped = shorter[start : start + 2][::-1] + shorter[start + 2 :]
    return longer[start + 1 :] == shorter[start + 1 :] or longer[start:] == swapped
