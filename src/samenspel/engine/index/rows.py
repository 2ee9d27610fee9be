"""Offers as their owners describe them to records: the same for one that changes as for a million at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samenspel.engine.index import layout
from samenspel.engine.index.lexicon import Lexicon
from samenspel.engine.offers import OfferFacts

EVERYWHERE = 0
"""The number of the territory of an offer without areas."""
KEY_BYTES = 16
Key = NDArray[np.void]


class Traits:
    """Numbers for sets of traits: very many offers have few different ones."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self.bits = np.zeros(64, np.uint32)
        self.totals = np.zeros(64, np.int64)
        """How many of the present offers have each set."""

    def number(self, bits: int) -> int:
        """The number of a set of traits, given when it is new."""
        if (known := self._numbers.get(bits)) is not None:
            return known
        self._numbers[bits] = number = len(self._numbers)
        if number == len(self.bits):
            self.bits = np.concatenate((self.bits, np.zeros_like(self.bits)))
            self.totals = np.concatenate((self.totals, np.zeros_like(self.totals)))
        self.bits[number] = bits
        return number

    def __len__(self) -> int:
        return len(self._numbers)


class Territories:
    """Numbers for sets of areas served, and which of them hold an area."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, ...], int] = {(): EVERYWHERE}
        self._having: dict[int, list[int]] = {}
        self._serving = np.zeros(64, np.bool_)

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, areas: tuple[int, ...]) -> int:
        """The number of a set of areas, given when it is new."""
        if (known := self._numbers.get(areas)) is not None:
            return known
        self._numbers[areas] = number = len(self._numbers)
        for area in set(areas):
            self._having.setdefault(area, []).append(number)
        if number == len(self._serving):
            self._serving = np.concatenate((self._serving, np.zeros_like(self._serving)))
        return number

    def of(self, served: tuple[int, ...]) -> list[int]:
        """The territories that hold one of these areas, each once, apart from everywhere."""
        return list({number for area in served for number in self._having.get(area, ())})

    def mark(self, served: tuple[int, ...]) -> NDArray[np.bool_]:
        """Per territory whether it holds one of these areas or is everywhere; until the next call."""
        if not served:
            return self._serving
        self._serving[:] = False
        self._serving[[EVERYWHERE, *self.of(served)]] = True
        return self._serving


@dataclass(frozen=True)
class Rows:
    """Offers as records, their texts in one row behind each other, and the list that each belongs to."""

    slots: NDArray[np.void]
    keys: NDArray[np.void]
    entries: NDArray[np.uint32]
    lists: NDArray[np.int32]

    @classmethod
    def together(cls, parts: Sequence["Rows"]) -> "Rows":
        """All parts as one; where a text begins moves along."""
        before = 0
        for part in parts:
            part.keys["text"] += np.uint32(before)
            before += len(part.entries)
        return cls(
            slots=np.concatenate([part.slots for part in parts]),
            keys=np.concatenate([part.keys for part in parts]),
            entries=np.concatenate([part.entries for part in parts]),
            lists=np.concatenate([part.lists for part in parts]),
        )

    def only(self, rows: NDArray[np.int64]) -> "Rows":
        """Only these rows, with their texts behind each other."""
        counts, starts = self.slots["terms"][rows].astype(np.int64), self.keys["text"][rows].astype(np.int64)
        begins = np.cumsum(counts) - counts
        entries = self.entries[np.repeat(starts - begins, counts) + np.arange(counts.sum())]
        keys = self.keys[rows]
        keys["text"] = begins
        return Rows(self.slots[rows], keys, entries, self.lists[rows])

    def lasting(self) -> NDArray[np.int64]:
        """The rows to keep: of those with the same key the last."""
        order = np.lexsort((self.keys["low"], self.keys["high"]))
        sorted_keys = self.keys[order]
        same = np.zeros(len(order), np.bool_)
        for half in ("high", "low"):
            same[:-1] |= sorted_keys[half][1:] != sorted_keys[half][:-1]
        if len(same):
            same[-1] = True
        return np.sort(order[same])


def halves(key: bytes) -> tuple[int, int]:
    """A key of sixteen bytes as two numbers that sort as it does."""
    if len(key) != KEY_BYTES:
        raise ValueError("The key of an offer is sixteen bytes.")
    return int.from_bytes(key[:8], "big"), int.from_bytes(key[8:], "big")


def encode(
    offers: Sequence[tuple[bytes, OfferFacts]], lexicon: Lexicon, traits: Traits, territories: Territories
) -> Rows:
    """Records of these offers; words, traits and territories that are new get their numbers."""
    texts = [text for _, one in offers for text in (one.name, one.description)]
    entries, counts, lengths = lexicon.read(texts)
    slots = np.array([_record(one, traits, territories) for _, one in offers], layout.SLOT)
    keys = np.zeros(len(offers), layout.COLD)
    keys["high"], keys["low"] = np.array([halves(key) for key, _ in offers], np.uint64).T
    keys["length"], keys["text"][1:] = lengths, np.cumsum(counts[:-1])
    slots["terms"] = counts
    unplaced = np.isnan(slots["x"]) | np.isnan(slots["y"]) | (traits.bits[slots["profile"]] & layout.REMOTE != 0)
    none = layout.lists() // 2 - 1
    mains = np.where(slots["first"] < 0, none, slots["first"]).astype(np.int32)
    return Rows(slots, keys, entries, mains * 2 + unplaced.astype(np.int32))


NOWHERE = (float("nan"), float("nan"))


def _record(one: OfferFacts, traits: Traits, territories: Territories) -> tuple[float, ...]:
    """The fields of `layout.SLOT`, the number of terms still open."""
    place = one.point or NOWHERE
    number, territory = traits.number(layout.traits(one)), territories.number(one.areas)
    who, kinds = layout.bits_of_groups(one.target_groups), layout.places_of_kinds(one.kinds)
    return (*place, who, number, one.owner, territory, layout.capacity(one), 0, *kinds)
