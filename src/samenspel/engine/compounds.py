"""Cutting Dutch compounds: 'mantelzorgwaardering' is also about 'mantelzorg' and 'waardering'."""

from collections.abc import Container
from functools import lru_cache

SHORTEST_PART = 3
SHORTEST_WHOLE, SHORTEST_EDGE = 7, 5
LINKS = ("", "s", "en", "e", "n")
"""What Dutch puts between two parts: gezin-s-vrijwilliger, boek-en-kast, zonn-e-bank."""


class Splitter:
    """Cuts a word into parts that are known words; the fewest parts win, then the longest last part.

    In Dutch the last part says what the thing is, so it should be as whole as possible.
    """

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._cut = lru_cache(maxsize=20_000)(self._parts)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound, or nothing when the word is short or cannot be cut completely."""
        if len(word) < SHORTEST_WHOLE:
            return ()
        return self._cut(word, 3) or ()

    def _parts(self, word: str, most: int) -> tuple[str, ...] | None:
        for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if (last := word[start:]) in self._known and (first := self._bare(word[:start])):
                return (first, last)
        return self._three(word) if most > 2 else None  # noqa: PLR2004 - two parts were tried above

    def _three(self, word: str) -> tuple[str, ...] | None:
        for start in range(2 * SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if (last := word[start:]) not in self._known:
                continue
            for link in LINKS:
                stem = word[:start].removesuffix(link) if link else word[:start]
                if front := self._parts(stem, 2):
                    return (*front, last)
        return None

    def _bare(self, part: str) -> str | None:
        """The known word inside a first part, without the letters that link it to the next."""
        for link in LINKS:
            if link and not part.endswith(link):
                continue
            bare = part[: len(part) - len(link)]
            for written in (bare, _without_doubling(bare)):
                if len(written) >= SHORTEST_PART and written in self._known:
                    return written
        return None

    def edges(self, word: str) -> tuple[str, ...]:
        """The longest known word at the beginning and at the end, for a compound of which a part is unknown."""
        lengths = range(len(word) - 1, SHORTEST_EDGE - 1, -1)
        begin = next((word[:length] for length in lengths if word[:length] in self._known), None)
        end = next((word[-length:] for length in lengths if word[-length:] in self._known), None)
        return tuple(dict.fromkeys(part for part in (begin, end) if part))


def _without_doubling(part: str) -> str:
    """'boodschapp' in 'boodschappen' is 'boodschap'."""
    return part[:-1] if part[-1:] == part[-2:-1] else part
