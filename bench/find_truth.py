"""The true ten, from looking at every offer with `ranking.rank`; only the columns are gathered apart, for memory."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from samenspel.engine import offers, questions, ranking

AT_ONCE = 50_000


class Truth:
    """All offers in the order of their keys, as the yardstick wants them."""

    def __init__(self, facts: Sequence[tuple[bytes, offers.OfferFacts]]) -> None:
        self._order = sorted(facts, key=lambda one: one[0])
        starts = range(0, len(self._order), AT_ONCE)
        parts = [offers.build([one for _, one in self._order[start : start + AT_ONCE]]) for start in starts]
        found: dict[str, list[offers.Postings]] = defaultdict(list)
        for start, part in zip(starts, parts, strict=True):
            for term, one in part.postings.items():
                found[term].append(offers.Postings(one.offers + np.int32(start), one.times.astype(np.int32)))
        columns = {
            name: np.concatenate([getattr(part, name) for part in parts])
            for name in ("kinds", "targets", "provider", "languages", "days", "form", "points", "free_places")
            + ("waiting_days", "open", "owner", "length")
        }
        self._columns = offers.Offers(
            **columns,
            areas=tuple(areas for part in parts for areas in part.areas),
            postings={
                term: offers.Postings(np.concatenate([p.offers for p in ps]), np.concatenate([p.times for p in ps]))
                for term, ps in found.items()
            },
        )

    def best(self, question: questions.Question) -> tuple[list[bytes], list[float]]:
        """The keys of the true ten and their scores."""
        ranked = ranking.rank(question, self._columns)
        return [self._order[number][0] for number in ranked.numbers], ranked.scores.tolist()
