"""Text to plain words: lower-case, without accents, control characters or marks, and never more than a fixed amount.

The bounds keep a hostile text harmless: whatever somebody pastes, one question costs about the same.
"""

import itertools
import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 4_000
LONGEST_WORD = 40
MOST_WORDS = 400
MOST_SENTENCES = 12
SENTENCE_END = re.compile(r"[.!?;\n]+")
SIGNS_KEPT = 4096
STRANGE = re.compile(r"[^\x00-_a-\x7f]")
"""Everything but ASCII, and the sign in it that people type for an apostrophe."""
WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ĳ": "ij",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
})  # fmt: skip
MARKS = frozenset({"Mn", "Me", "Cf", "Cs", "Co", "Cn"})
"""Accents, direction marks, half a pair: they vanish without cutting a word in two."""


def fold(text: str) -> str:
    """The first `LONGEST_TEXT` signs in lower case without accents; other signs than letters become spaces later."""
    short = text[:LONGEST_TEXT]
    if short.isascii():
        return short.lower()
    return STRANGE.sub(lambda found: _folded(found[0]), short.lower())


@lru_cache(maxsize=SIGNS_KEPT)
def _folded(sign: str) -> str:
    """What one sign becomes; one at a time is the same as all at once, since accents vanish whatever their order."""
    parts = unicodedata.normalize("NFKD", sign.translate(LETTERS))
    return "".join(part for part in parts if part.isascii() or unicodedata.category(part) not in MARKS)


def words(text: str) -> list[str]:
    """The words of a text in order, folded, at most `MOST_WORDS`; what is absurdly long is no word.

    'z'n' stays one word and 'opa's' becomes 'opa': an apostrophe before a final s is a plural or possessive.
    """
    found = (word.removesuffix("'s").replace("'", "") for word in WORD.findall(fold(text)))
    return [word for word in found if word and len(word) <= LONGEST_WORD][:MOST_WORDS]


def sentences(text: str) -> list[str]:
    """The first sentences of a text, as written, at most `MOST_SENTENCES`; empty ones left out."""
    parts = (part for part in SENTENCE_END.split(text[:LONGEST_TEXT]) if part.strip())
    return list(itertools.islice(parts, MOST_SENTENCES))
