"""How good an order of offers is, by judgements of people, and the plain BM25 to compare with."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from samenspel.engine import analyser, folding, stopwords

SHOWN = 10
SATURATION, LENGTH_SHARE = 1.5, 0.75


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, gain 2^grade - 1; 0 when nothing was judged good."""
    ideal = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(one, 0) for one in found]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:SHOWN]))


def recall(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Which share of all offers judged good stands among the first ten."""
    good = {one for one, grade in grades.items() if grade > 0}
    return len(good & set(found[:SHOWN])) / len(good) if good else 0.0


class PlainBM25:
    """Ordinary BM25 over stems without stop words: what a usual search engine does with Dutch."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._counts = {name: Counter(self.stems(text)) for name, text in texts.items()}
        self._holding = Counter(stem for counts in self._counts.values() for stem in counts)
        self._usual = sum(count.total() for count in self._counts.values()) / max(len(texts), 1)

    @staticmethod
    def stems(text: str) -> list[str]:
        """The stems of the words of a text, stop words left out."""
        stem = analyser.standard().stem
        return [stem(word) for word in folding.words(text) if word not in stopwords.STOP]

    def rank(self, text: str) -> list[str]:
        """Names of the ten best texts, best first; texts without a word of the question are left out."""
        scores = {name: self._score(self.stems(text), counts) for name, counts in self._counts.items()}
        found = [name for name in scores if scores[name] > 0]
        return sorted(found, key=lambda name: (-scores[name], name))[:SHOWN]

    def _score(self, stems: Sequence[str], counts: Counter[str]) -> float:
        long = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * counts.total() / self._usual)
        return sum(self._rarity(stem) * counts[stem] * (SATURATION + 1) / (counts[stem] + long) for stem in stems)

    def _rarity(self, stem: str) -> float:
        holding = self._holding[stem]
        return math.log1p((len(self._counts) - holding + 0.5) / (holding + 0.5))
