"""The index without any cleverness: every question looks at every offer. The yardstick of the fast one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Self

import numpy as np

from samenspel.engine import offers, questions, ranking
from samenspel.engine.index.answers import WITHIN_M, Counts, Found

Progress = Callable[[int], None]


class PlainIndex:
    """Offers by key; right, and slow from some thousands on."""

    def __init__(self) -> None:
        self._facts: dict[bytes, offers.OfferFacts] = {}
        self._made: tuple[list[bytes], offers.Offers] | None = None

    @classmethod
    def build(cls, facts: Iterable[tuple[bytes, offers.OfferFacts]], *, progress: Progress | None = None) -> Self:
        """An index of these offers; a key that comes twice counts as it was last."""
        index = cls()
        for number, (key, one) in enumerate(facts, 1):
            index._facts[key] = one
            if progress:
                progress(number)
        return index

    def __len__(self) -> int:
        return len(self._facts)

    def put(self, key: bytes, facts: offers.OfferFacts) -> None:
        """Add an offer or change it."""
        self._facts[key] = facts
        self._made = None

    def drop(self, key: bytes) -> None:
        """Take an offer out; one that is not there is no mistake."""
        self._facts.pop(key, None)
        self._made = None

    def find(self, question: questions.Question, *, most: int = 10, skip: int = 0) -> Found:
        """The `most` best offers after the first `skip`; equal scores in the order of their keys."""
        keys, columns = self._columns()
        ranked = ranking.rank(question, columns, most=most + skip)
        return Found(
            keys=[keys[number] for number in ranked.numbers[skip:]],
            scores=ranked.scores[skip:],
            points={factor: value[skip:] for factor, value in ranked.points.items()},
            metres=ranked.metres[skip:],
        )

    def count(self, question: questions.Question) -> Counts:
        """How many offers the limits leave, and would leave with one filter set otherwise."""
        columns = self._columns()[1]
        metres = ranking.distances(question, columns)

        def left(**limit: object) -> int:
            asked = replace(question, limits=replace(question.limits, **limit))  # type: ignore[arg-type]
            return int(np.count_nonzero(ranking.possible(asked, columns, metres)))

        return Counts(
            total=left(),
            form={form: left(form=form) for form in offers.Form},
            provider={provider: left(provider=provider) for provider in offers.Provider},
            days={day: left(days=1 << place) for place, day in enumerate(offers.DAYS)},
            languages={code: left(languages=1 << place) for place, code in enumerate(offers.LANGUAGES)},
            within={metres: left(within_m=float(metres)) for metres in WITHIN_M},
            with_room=left(with_room=True),
        )

    def _columns(self) -> tuple[list[bytes], offers.Offers]:
        if self._made is None:
            keys = sorted(self._facts)
            self._made = keys, offers.build([self._facts[key] for key in keys])
        return self._made
