"""One analyser for index and question: words become stems, parts of compounds, ideas and what was probably meant.

The same text gives the same terms, always. A term that is not a stem carries a mark in front, so the two never mix:
`=` an idea of several words (`synonyms.txt`, Dutch and English), `#` four letters of a word that nothing else knows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import snowballstemmer

from samenspel.engine import compounds, folding, spelling, stopwords

HERE = Path(__file__).parent
IDEA, PIECE = "=", "#"
PIECE_LENGTH = 4
LONGEST_STEMMED = 24
LAST_PARTS = frozenset({"hulp"})
"""Stop words that are a usual part of a compound: 'boodschappenhulp'."""
OWN, MEANT, PART, EDGE, FRAGMENT = 1.0, 0.8, 0.6, 0.4, 0.25
"""How much a term counts: the word itself, the word that was meant, a part of a compound, a known
word at the edge of an unknown one, four letters."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for, how much it counts (0-1), and the folded word in the text that it comes from."""

    text: str
    weight: float
    word: str


class Analyser:
    """Makes terms of text; `frequencies` is the known vocabulary: folded word to how often it occurs."""

    def __init__(self, frequencies: Mapping[str, int], ideas: Mapping[str, str]) -> None:
        self._known = frozenset(frequencies) | frozenset(ideas)
        self._ideas = ideas
        self._splitter = compounds.Splitter((self._known - stopwords.STOP) | LAST_PARTS)
        self._speller = spelling.Speller({word: frequencies.get(word, 1) for word in self._known})
        self._stemmer = snowballstemmer.stemmer("dutch_porter").stemWord
        self._one_at_a_time = Lock()  # the stemmer keeps the word it works on in itself, and a server has threads
        self.of_word = lru_cache(maxsize=50_000)(self._terms_of_word)
        self.stem = lru_cache(maxsize=50_000)(self._stem_of)

    def terms(self, text: str) -> tuple[Term, ...]:
        """What to look for in or with this text, stop words left out; each term once, with its highest weight."""
        best: dict[str, Term] = {}
        for word in folding.words(text):
            for term in self.of_word(word):
                if term.text not in best or term.weight > best[term.text].weight:
                    best[term.text] = term
        return tuple(best.values())

    def counts(self, text: str) -> Counter[str]:
        """Every term of a text to index with the sum of its weights, repeated words counted again."""
        counted: Counter[str] = Counter()
        for word in folding.words(text):
            for term in self.of_word(word):
                counted[term.text] += term.weight  # type: ignore[assignment]
        return counted

    def stems(self, text: str) -> list[str]:
        """The words of a text in order as stems, stop words included: for expressions of two words."""
        return [self.stem(word) for word in folding.words(text)]

    def _stem_of(self, word: str) -> str:
        """The stem of one folded word; an absurdly long one is cut first, for the stemmer's sake."""
        with self._one_at_a_time:
            return str(self._stemmer(word[:LONGEST_STEMMED]))

    def knows(self, word: str) -> bool:
        """Whether a folded word stands in the vocabulary, so that it is no spelling mistake for something else."""
        return word in self._known or word in stopwords.STOP

    def _terms_of_word(self, word: str) -> tuple[Term, ...]:
        if word in stopwords.STOP and word not in self._ideas:
            return ()
        if word in self._known:
            return tuple(self._of_known(word, OWN, word))
        terms = [Term(self.stem(word), OWN, word)]
        if parts := self._splitter.parts(word):
            return tuple(terms + [term for part in parts for term in self._of_known(part, PART, word)])
        if meant := self._speller.meant(word):
            return tuple(terms + self._of_known(meant, MEANT, word))
        for part in self._splitter.edges(word):
            terms += self._of_known(part, EDGE, word)
        return tuple(terms + [Term(piece, FRAGMENT, word) for piece in pieces(word)])

    def _of_known(self, word: str, weight: float, source: str) -> list[Term]:
        """A known word with its idea and, when it is a compound of other known words, its parts."""
        terms = [] if word in stopwords.STOP else [Term(self.stem(word), weight, source)]
        if idea := self._ideas.get(word):
            terms.append(Term(IDEA + idea, weight, source))
        for part in self._splitter.parts(word):
            if part not in stopwords.STOP:
                terms.append(Term(self.stem(part), weight * PART, source))
            if idea := self._ideas.get(part):
                terms.append(Term(IDEA + idea, weight * PART, source))
        return terms


def pieces(word: str) -> list[str]:
    """Every four letters of a word, with its edges marked: what is left to compare when nothing knows the word."""
    edged = f"^{word}$"
    return [PIECE + edged[start : start + PIECE_LENGTH] for start in range(len(edged) - PIECE_LENGTH + 1)]


def read_ideas(lines: Iterable[str]) -> dict[str, str]:
    """Folded word to the idea it belongs to, from lines as in `synonyms.txt`; the first line that names it wins."""
    ideas: dict[str, str] = {}
    for line in lines:
        names = folding.words(line) if not line.startswith("#") else []
        for name in names:
            ideas.setdefault(name, names[0])
    return ideas


def read_vocabulary(lines: Iterable[str]) -> dict[str, int]:
    """Folded word to frequency, from lines 'word frequency' as `samenspel.engine.training` writes them."""
    return {word: int(count) for word, count in (line.split() for line in lines if line.strip())}


@cache
def standard() -> Analyser:
    """The analyser of the product, made once in a process from the files beside this module."""
    vocabulary = read_vocabulary((HERE / "vocabulary.txt").read_text().splitlines())
    return Analyser(vocabulary, read_ideas((HERE / "synonyms.txt").read_text().splitlines()))
