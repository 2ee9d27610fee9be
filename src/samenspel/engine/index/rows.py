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
Box = tuple[float, float, float, float]


class Spread:
    """Per number of something the box around all places that it ever had: west, south, and east, north turned round.

    A box only grows: what left makes nothing wrong, only a little slower.
    """

    def __init__(self) -> None:
        self._boxes = np.full((64, 4), np.inf, np.float32)

    def grow(self, numbers: NDArray[np.int32], placed: NDArray[np.void]) -> None:
        """Let the boxes of these numbers hold these offers too."""
        if not len(numbers):
            return
        if (most := int(numbers.max())) >= len(self._boxes):
            more = np.full((2 * most - len(self._boxes) + 1, 4), np.inf, np.float32)
            self._boxes = np.concatenate((self._boxes, more))
        for side, values in enumerate((placed["x"], placed["y"], -placed["x"], -placed["y"])):
            np.minimum.at(self._boxes[:, side], numbers, values)

    def around(self, numbers: Sequence[int] | NDArray[np.intp]) -> Box:
        """West, east, south and north of the box around all of these; nothing lies in it when there are none."""
        known = np.asarray(numbers, np.intp)
        west, south, east, north = self._boxes[known[known < len(self._boxes)]].min(axis=0, initial=np.inf).tolist()
        return west, -east, south, -north

    def __len__(self) -> int:
        return len(self._boxes)


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
        self.spread = Spread()

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


def many_halves(keys: Sequence[bytes]) -> NDArray[np.uint64]:
    """The first and the second halves of keys, as `halves` has them."""
    if any(len(key) != KEY_BYTES for key in keys):
        raise ValueError("The key of an offer is sixteen bytes.")
    return np.frombuffer(b"".join(keys), ">u8").astype(np.uint64).reshape(-1, 2).T


def encode(
    offers: Sequence[tuple[bytes, OfferFacts]],
    lexicon: Lexicon,
    traits: Traits,
    territories: Territories,
    owned: Spread,
) -> Rows:
    """Records of these offers; words, traits and territories that are new get their numbers, places make boxes grow."""
    texts = [text for _, one in offers for text in (one.name, one.description)]
    entries, counts, lengths = lexicon.read(texts)
    slots = np.array([_record(one, traits, territories) for _, one in offers], layout.SLOT)
    keys = np.zeros(len(offers), layout.COLD)
    keys["high"], keys["low"] = many_halves([key for key, _ in offers])
    keys["length"], keys["text"][1:] = lengths, np.cumsum(counts[:-1])
    slots["terms"] = counts
    unplaced = np.isnan(slots["x"]) | np.isnan(slots["y"]) | (traits.bits[slots["profile"]] & layout.REMOTE != 0)
    placed = slots[~unplaced]
    territories.spread.grow(placed["territory"], placed)
    owned.grow(placed["owner"], placed)
    return Rows(slots, keys, entries, layout.list_of(slots["first"], unplaced, slots["territory"] == EVERYWHERE))


NOWHERE = (float("nan"), float("nan"))


def _record(one: OfferFacts, traits: Traits, territories: Territories) -> tuple[float, ...]:
    """The fields of `layout.SLOT`, the number of terms still open."""
    place = one.point or NOWHERE
    number, territory = traits.number(layout.traits(one)), territories.number(one.areas)
    who, kinds = layout.bits_of_groups(one.target_groups), layout.places_of_kinds(one.kinds)
    return (*place, who, number, one.owner, territory, layout.capacity(one), 0, *kinds)
