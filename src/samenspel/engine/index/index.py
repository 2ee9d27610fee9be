"""The index as the rest of the program knows it: build, find, count, put, drop."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import Lock
from typing import Any, Self

import numpy as np

from samenspel.engine import questions
from samenspel.engine.index import asking, changing, counting, layout, packing, seeking
from samenspel.engine.index.answers import WITHIN_M, Counts, Found
from samenspel.engine.index.lexicon import Lexicon
from samenspel.engine.index.rows import KEY_BYTES, Box, Rows, Spread, Territories, Traits, encode, halves
from samenspel.engine.index.storing import SPARE, Store
from samenspel.engine.offers import DAYS, LANGUAGES, Form, OfferFacts, Provider
from samenspel.engine.ranking import STEPS, Factor

Progress = Callable[[int], None]
STEPS_M = np.array(WITHIN_M, dtype=np.float64)
BYTES_PER_NUMBER = 200
"""About what a number for a set of traits or areas takes."""
MOST_KEPT = 200
"""How many counts are kept until the next change."""
FEW, AT_ONCE = 1_000, 20_000
"""Offers that are read together when an index is built, first and then."""


class Index:
    """Offers by key, found in the order of `ranking.rank` over the same offers sorted by key.

    One thread may change it while others ask: each call has the index for itself, for the short time that it takes.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._lexicon = Lexicon()
        self._traits, self._territories, self._owned = Traits(), Territories(), Spread()
        self._store = Store.make(leaves=8, groups=8, text=1024)
        self._heap: tuple[Any, ...] | None = None
        self._kept: dict[Any, Any] = {}

    @classmethod
    def build(cls, facts: Iterable[tuple[bytes, OfferFacts]], *, progress: Progress | None = None) -> Self:
        """An index of these offers; a key that comes twice counts as it was last. Tells how many were read."""
        index = cls()
        read = 0
        parts: list[Rows] = []
        for part in _parts(facts, AT_ONCE):
            parts.append(encode(part, index._lexicon, index._traits, index._territories, index._owned))
            read += len(part)
            if progress:
                progress(read)
        if parts:
            index._lay_out(Rows.together(parts))
        return index

    def _lay_out(self, rows: Rows) -> None:
        """Put all rows in their place at once."""
        lasting = rows.lasting()
        if len(lasting) < len(rows.slots):
            rows = rows.only(lasting)
        keys = packing.sort_keys(rows.slots, rows.keys, rows.lists)
        leaves, groups = packing.needed(rows.lists)
        self._store = store = Store.make(int(leaves * SPARE), int(groups * SPARE), int(len(rows.entries) * SPARE))
        made = (rows.slots, rows.keys, rows.entries)
        packing.pack(self._arrays(), store.sizes, made, rows.lists, np.argsort(keys, kind="stable"))
        packing.count_terms(rows.entries, self._lexicon.having, self._lexicon.most)
        np.add.at(self._traits.totals, rows.slots["profile"], 1)
        store.make_table(len(rows.slots))

    def __len__(self) -> int:
        return int(self._store.sizes[layout.COUNT])

    @property
    def nbytes(self) -> int:
        """Bytes that the index takes: records, summaries, texts as numbers, keys, words, traits, territories."""
        numbered = BYTES_PER_NUMBER * (len(self._traits) + len(self._territories))
        return self._store.nbytes + self._lexicon.nbytes + numbered

    def put(self, key: bytes, facts: OfferFacts) -> None:
        """Add an offer or change it."""
        with self._lock:
            self.put_read(self.read(key, facts))

    def read(self, key: bytes, facts: OfferFacts) -> Rows:
        """The first half of `put`, that reads the words; for measuring, where nobody else has the index."""
        return encode([(key, facts)], self._lexicon, self._traits, self._territories, self._owned)

    def put_read(self, row: Rows) -> None:
        """The second half of `put`, that changes the index."""
        self._kept.clear()
        self._store.make_room(len(row.entries))
        terms = (self._lexicon.having, self._lexicon.most)
        made = (row.slots, row.keys, row.entries, int(row.lists[0]))
        had = changing.put_in(self._arrays(), self._store.sizes, self._store.table, terms, made)
        self._traits.totals[row.slots["profile"][0]] += 1
        if had >= 0:
            self._traits.totals[had] -= 1

    def drop(self, key: bytes) -> None:
        """Take an offer out; one that is not there is no mistake."""
        row = np.zeros(1, layout.COLD)
        row["high"], row["low"] = halves(key)
        with self._lock:
            store = self._store
            self._kept.clear()
            had = changing.take_out(self._arrays(), store.sizes, store.table, self._lexicon.having, row[0])
            if had >= 0:
                self._traits.totals[had] -= 1

    def knows(self, terms: Iterable[str]) -> bool:
        """Whether any of these terms stands in an offer, as the name of an organisation does."""
        lexicon = self._lexicon
        return any(lexicon.having[place] > 0 for term in terms if (place := lexicon.terms.get(term)) is not None)

    def find(self, question: questions.Question, *, most: int = 10, skip: int = 0) -> Found:
        """The `most` best offers after the first `skip`; equal scores in the order of their keys."""
        with self._lock:
            best = _room_for_best(max(most + skip, 1))
            heap, posed = self._room_to_seek(), self._pose(question)
            try:
                size = seeking.seek(self._arrays(), self._store.sizes, posed, heap, best)
                chosen = best[3][skip : min(size, most + skip)]
                points, metres = np.zeros((len(Factor), len(chosen)), np.float32), np.zeros(len(chosen), np.float32)
                seeking.explain(self._arrays(), posed, chosen, points, metres)
            finally:
                # What stays behind here would point the next question at terms that it does not have.
                self._lexicon.places[posed[5][0]] = 0
            keys = self._store.cold[chosen]
        joined = np.stack((keys["high"], keys["low"]), axis=1).astype(">u8").tobytes()
        return Found(
            keys=[joined[start : start + KEY_BYTES] for start in range(0, len(joined), KEY_BYTES)],
            scores=(best[0][skip : skip + len(chosen)] / STEPS).astype(np.float32),
            points=dict(zip(Factor, points, strict=True)),
            metres=metres,
        )

    def count(self, question: questions.Question) -> Counts:
        """How many offers the limits leave, and would leave with one filter set otherwise."""
        with self._lock:
            out = self._counted(question).copy()
            if question.point is not None:
                within = -1.0 if question.limits.within_m is None else question.limits.within_m
                limit = (np.array(asking.filters(question.limits), np.uint32), STEPS_M, within)
                counting.count_near(self._arrays(), self._store.sizes, self._limited(question), limit, out)
        return _counts(out)

    def _counted(self, question: questions.Question) -> Any:
        """What can be counted without distances, kept until something changes."""
        limits, placed = question.limits, question.point is not None
        owners = None if limits.owners is None else limits.owners.tobytes()
        hard, masks = (owners, limits.served, limits.kinds), asking.filters(limits)
        whole = (hard, masks, placed, placed and limits.within_m is not None)
        if (known := self._kept.get(whole)) is None:
            totals = self._kept.get(hard)
            if totals is None:
                totals = self._kept[hard] = self._totals(question)
            known = self._kept[whole] = np.zeros(counting.TRAITS + 1 + len(WITHIN_M), np.int64)
            bits = self._traits.bits[: len(self._traits)]
            counting.settle_all(bits, totals, (np.array(masks, np.uint32), whole[3], placed), known)
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
        return known

    def _totals(self, question: questions.Question) -> Any:
        """The offers by traits that owner, area and kinds leave."""
        limits = question.limits
        if limits.owners is None and not limits.served and not limits.kinds:
            return self._traits.totals
        totals = np.zeros(len(self._traits), np.int64)
        counting.tally(self._arrays(), self._store.sizes, self._limited(question), totals)
        return totals

    def _limited(self, question: questions.Question) -> tuple[Any, ...]:
        """Only the limits that no filter changes."""
        limits = question.limits
        numbers = asking.numbers(question, *self._boxes(limits))
        numbers["near_limited"] = False
        owners = asking.EVERYBODY if limits.owners is None else limits.owners
        return numbers, None, asking.needed(limits), owners, self._territories.mark(limits.served)

    def _pose(self, question: questions.Question) -> tuple[Any, ...]:
        """The question in the shape that the compiled functions take."""
        limits = question.limits
        wished, order = asking.wishes(question)
        owners = asking.EVERYBODY if limits.owners is None else limits.owners
        words = asking.words(question, self._lexicon, self._store.sizes, order)
        needed = asking.needed(limits)
        serving = self._territories.mark(limits.served)
        return asking.numbers(question, *self._boxes(limits)), wished, needed, owners, serving, words

    def _boxes(self, limits: questions.Limits) -> tuple[Box, Box]:
        """The boxes around every offer that the areas leave, and around those that the owners leave."""
        served = owned = asking.WHOLE_WORLD
        if limits.served:
            served = self._territories.spread.around(self._territories.of(limits.served))
        if limits.owners is not None:
            which = limits.owners.tobytes()
            if (known := self._kept.get(which)) is None:
                known = self._kept[which] = self._owned.around(limits.owners.nonzero()[0])
            owned = known
        return served, owned

    def _arrays(self) -> tuple[Any, ...]:
        return (*self._store.arrays(), self._traits.bits)

    def _room_to_seek(self) -> tuple[Any, ...]:
        """A heap that holds every leaf and group."""
        room = len(self._store.leaves) + len(self._store.groups)
        if self._heap is None or len(self._heap[0]) < room:
            kinds = (np.int64, np.uint64, np.int32, np.float64)
            self._heap = tuple(np.zeros(room, kind) for kind in kinds)
        return self._heap


def _counts(out: Any) -> Counts:
    """The counts by bit of the traits, the total and the distances, under their names."""
    by_bit = out.tolist()
    both = by_bit[layout.FIRST_PROVIDER + Provider.BOTH]
    return Counts(
        total=by_bit[counting.TRAITS],
        form={form: by_bit[layout.FIRST_FORM + form] for form in Form},
        provider={one: by_bit[layout.FIRST_PROVIDER + one] + (both if one != Provider.BOTH else 0) for one in Provider},
        days={day: by_bit[layout.FIRST_DAY + place] for place, day in enumerate(DAYS)},
        languages={code: by_bit[place] for place, code in enumerate(LANGUAGES)},
        within=dict(zip(WITHIN_M, by_bit[counting.TRAITS + 1 :], strict=True)),
        with_room=by_bit[layout.FIRST_FORM + len(Form)],
    )


def _room_for_best(most: int) -> tuple[Any, ...]:
    """Score, both halves of the key and place of the best."""
    return tuple(np.zeros(most, kind) for kind in (np.int64, np.uint64, np.uint64, np.int64))


def _parts(facts: Iterable[tuple[bytes, OfferFacts]], size: int) -> Iterator[list[tuple[bytes, OfferFacts]]]:
    """A few first, by which most words are known when many are read at once."""
    walking = iter(facts)
    if part := list(islice(walking, FEW)):
        yield part
    while part := list(islice(walking, size)):
        yield part
