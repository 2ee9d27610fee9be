"""For whom a text asks: older people, parents, newcomers ...; from telling words and from ages, as values 0 to 1.

Only ranks, never excludes: somebody of 70 may well want the group for everyone.
"""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, folding, spelling

HERE = Path(__file__).parent
EVERYONE = "everyone"
SOUNDS_LIKE = "~"
FIRST_WORD, NEXT_WORD = 0.7, 0.15
"""What the first telling word counts, and each further one, up to 1."""
AGE = re.compile(
    r"\b(?:(?P<before>[1-9]\d?|10\d)[ -]?(?:jaar|jarige|jr|j\b|years?|y/?o)"
    r"|(?:van|is|ben|wordt|man|vrouw|mw|dhr|meisje|jongen|i'?m|i am|aged?)\.?,? (?P<after>[1-9]\d?|10\d)\b"
    r"(?! ?(?:km|euro|uur|keer|weken|maanden|dagen)))"
)
AGES = (("children", 4, 12), ("youth", 12, 27), ("adults", 24, 68), ("older", 63, 110))
"""Groups by age in years, both ends included; they overlap as life does."""

Floats = NDArray[np.float32]


@cache
def codes() -> tuple[str, ...]:
    """The codes of the target groups, in the order of every array about them."""
    return tuple(json.loads((HERE / "target_groups.json").read_text()))


@cache
def _groups_of_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in (HERE / "target_words.txt").read_text().splitlines():
        code, _, rest = line.partition(":")
        for word in folding.words(rest) if not line.startswith("#") else ():
            for key in {word, SOUNDS_LIKE + spelling.sound(word)}:
                found[key].append(code)
    return {word: tuple(groups) for word, groups in found.items()}


def ages(text: str) -> tuple[int, ...]:
    """The ages in years that a text names, in order: '82 jaar', 'mijn zoon van 14', 'mw 79'."""
    return tuple(int(found["before"] or found["after"]) for found in AGE.finditer(folding.fold(text)))


def guess(text: str) -> Floats:
    """Per target group how strongly the text points to it, in the order of `codes()`; zeros when it does not say."""
    order = codes()
    points = dict.fromkeys(order, 0.0)
    known = _groups_of_word()
    for word in dict.fromkeys(folding.words(text)):
        meant = word if analyser.standard().knows(word) else SOUNDS_LIKE + spelling.sound(word)
        for group in known.get(word, ()) or known.get(meant, ()):
            points[group] = min(1.0, points[group] + (NEXT_WORD if points[group] else FIRST_WORD))
    for age in ages(text):
        for group, youngest, oldest in AGES:
            if youngest <= age <= oldest:
                points[group] = 1.0
    return np.array([points[group] for group in order], dtype=np.float32)
