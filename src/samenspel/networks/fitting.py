"""When a need and an offer on the board may fit each other (P3.8); plain Python, like `rules`."""

from dataclasses import dataclass
from datetime import date

from samenspel.networks.rules import OTHER_KIND, PostKind, PostTheme


@dataclass(frozen=True)
class PostFacts:
    """What matching needs to know of a need or an offer."""

    kind: PostKind
    theme: PostTheme
    words: str
    organisation: object
    until_on: date | None = None


@dataclass(frozen=True)
class Fit:
    """Why a need and an offer may fit each other (P3.8), as values that a page turns into words."""

    theme: PostTheme
    shared_words: tuple[str, ...]
    until_on: date | None


def fit_of(one: PostFacts, other: PostFacts) -> Fit | None:
    """Whether a need and an offer may fit, with the reasons; a need never fits a need, nor one's own offer.

    The theme decides. Words that both use and the first of the two last days only tell how well.
    """
    if other.kind != OTHER_KIND[one.kind] or one.theme != other.theme or one.organisation == other.organisation:
        return None
    ends = [day for day in (one.until_on, other.until_on) if day]
    return Fit(theme=one.theme, shared_words=shared_words(one.words, other.words), until_on=min(ends, default=None))


COMMON_WORDS = frozenset({
    "graag", "zoeken", "bieden", "aanbod", "iemand", "willen", "kunnen", "hebben", "worden", "jullie", "vraag", "zoekt",
    "biedt", "maken", "samen", "iedere", "maand", "dagen", "ander", "andere", "nodig", "organisatie", "vanaf",
    "tijdens", "ongeveer", "zonder", "mensen", "wordt", "onder", "tussen",
})  # fmt: skip
SHORTEST_WORD = 5


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Telling words that both texts use, as the first text writes them; a longer form of a word counts too."""
    theirs = _telling_words(other)
    found = [word for word in _telling_words(one) if any(_alike(word, their) for their in theirs)]
    return tuple(dict.fromkeys(found))


def _telling_words(text: str) -> list[str]:
    letters = "".join(sign if sign.isalpha() else " " for sign in text.casefold())
    return [word for word in letters.split() if len(word) >= SHORTEST_WORD and word not in COMMON_WORDS]


def _alike(one: str, other: str) -> bool:
    """Dutch words grow at the end (bus, busje, bussen): the shorter one begins the longer one."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short)
