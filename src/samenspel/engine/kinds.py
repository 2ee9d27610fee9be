"""Which kinds of help a text is about, as a ranked guess with the words that made it.

A person confirms: the guess only decides which five kinds are shown first. A linear model over the analyser's terms,
made by `python -m samenspel.engine.training` from our own phrase bank; nothing in it comes from a real question.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, folding, stopwords, taxonomy

MODEL = Path(__file__).parent / "kinds.npz"
PAIR = "_"
PAIR_VALUE, PIECE_VALUE = 0.7, 0.5
SHARPNESS = 9.0
"""How strongly a difference in fit counts when the scores become shares; set on held-out phrases of the bank."""
SHOWN = 5
MOST_WORDS_SHOWN = 4
TELLING = 0.15
"""A word is a reason when it brings at least this share of what the strongest word brings."""

GROPING = 0.15
"""A text of which only pieces of words are known has to give one kind at least this share, or it says nothing."""

SENTENCE_SHARE = 0.3
"""What a sentence by itself counts beside the whole text."""

Floats = NDArray[np.float32]
Present = tuple[list[str], NDArray[np.intp], Floats]
"""What a text holds: the words, the places of their features, and how strongly each is there."""


class Feature(NamedTuple):
    """How much a feature is present, and the word in the text that made it so."""

    value: float
    word: str


@dataclass(frozen=True)
class Guess:
    """A kind that the text may be about: its share of all kinds (together 1) and the words that point to it."""

    code: str
    score: float
    words: tuple[str, ...]


def features(words: analyser.Analyser, text: str) -> dict[str, Feature]:
    """What the model looks at: terms, pieces of four letters, and pairs of neighbouring stems ('niet meer')."""
    found: dict[str, Feature] = {}
    plain = folding.words(text)
    for word in dict.fromkeys(plain):
        for name, value in _of_word(words, word):
            if name not in found or value > found[name].value:
                found[name] = Feature(value, word)
    stems = [words.stem(word) for word in plain]
    for place in range(len(stems) - 1):
        word = plain[place] if plain[place] not in stopwords.STOP else plain[place + 1]
        found[f"{PAIR}{stems[place]} {stems[place + 1]}"] = Feature(PAIR_VALUE, word)
    return found


@lru_cache(maxsize=50_000)
def _of_word(words: analyser.Analyser, word: str) -> tuple[tuple[str, float], ...]:
    """The features that one word brings; of a stop word only what it means as an idea."""
    found = {term.text: term.weight for term in words.of_word(word)}
    if word not in stopwords.STOP:
        for piece in analyser.pieces(word):
            found.setdefault(piece, PIECE_VALUE)
    return tuple(found.items())


class KindGuesser:
    """The model: per feature its rarity, per feature and kind a weight; kinds in the order of the taxonomy."""

    def __init__(self, names: list[str], rarity: Floats, weights: Floats, codes: tuple[str, ...]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._rarity, self._weights, self._codes = rarity, weights, codes
        self._analyser = analyser.standard()
        self._is_piece = np.array([name.startswith(analyser.PIECE) for name in names], dtype=np.bool_)

    def shares(self, text: str) -> Floats:
        """Per kind its share, together 1; all equal when the text says nothing."""
        present = self._present(text)
        shares = _shares(self._whole_and_sentences(text, present))
        return np.full_like(shares, 1 / len(shares)) if self._is_groping(present, shares) else shares

    def guess(self, text: str, *, most: int = SHOWN) -> list[Guess]:
        """The likeliest kinds, best first, each with its words; none when no word says anything."""
        present = sources, places, values = self._present(text)
        if not len(places):
            return []
        shares = _shares(self._whole_and_sentences(text, present))
        if self._is_groping(present, shares):
            return []
        best = np.argsort(-shares, kind="stable")[:most]
        return [Guess(self._codes[k], float(shares[k]), self._words(sources, places, values, int(k))) for k in best]

    def _whole_and_sentences(self, text: str, present: Present) -> Floats:
        """How the text fits each kind, and each of its sentences by itself: one telling sentence among many counts."""
        alone = [self._fit(self._present(sentence)) for sentence in folding.sentences(text)]
        return np.asarray(self._fit(present) + SENTENCE_SHARE * np.sum(alone, axis=0), dtype=np.float32)

    def _present(self, text: str) -> Present:
        known = [
            (self._places[name], one) for name, one in features(self._analyser, text).items() if name in self._places
        ]
        places = np.array([place for place, _ in known], dtype=np.intp)
        values = np.array([one.value for _, one in known], dtype=np.float32) * self._rarity[places]
        return [one.word for _, one in known], places, values / max(float(np.linalg.norm(values)), 1e-6)

    def _is_groping(self, present: Present, shares: Floats) -> bool:
        """Whether only pieces of unknown words ('blorf': 'blo') made the shares, and no kind stands out."""
        return float(shares.max()) < GROPING and bool(self._is_piece[present[1]].all())

    def _fit(self, present: Present) -> Floats:
        _, places, values = present
        return np.asarray(values @ self._weights[places], dtype=np.float32)

    def _words(self, sources: list[str], places: NDArray[np.intp], values: Floats, kind: int) -> tuple[str, ...]:
        brought: dict[str, float] = defaultdict(float)
        for word, part in zip(sources, (values * self._weights[places, kind]).tolist(), strict=True):
            if word not in stopwords.STOP:
                brought[word] += part
        ranked = sorted(brought, key=lambda word: (-brought[word], word))
        least = max(brought[ranked[0]], 0) * TELLING if ranked else 0
        return tuple(word for word in ranked[:MOST_WORDS_SHOWN] if brought[word] > least)


def _shares(fit: Floats) -> Floats:
    powers = np.exp(SHARPNESS * (fit - fit.max()))
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def load(path: Path = MODEL) -> KindGuesser:
    """The model from its file; ValueError when it was made for another taxonomy."""
    with np.load(path, allow_pickle=False) as kept:
        names = bytes(kept["names"]).decode().split("\n")
        codes = tuple(bytes(kept["codes"]).decode().split("\n"))
        weights = kept["weights"].astype(np.float32) * kept["steps"]
        rarity = kept["rarity"].astype(np.float32)
    if codes != taxonomy.standard().codes:
        raise ValueError("The model of kinds belongs to another taxonomy: run `python -m samenspel.engine.training`.")
    return KindGuesser(names, rarity, weights, codes)


@cache
def standard() -> KindGuesser:
    """The guesser of the product, read once in a process."""
    return load()
