"""The arrays of an index: made with some room to spare, enlarged before they are full."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samenspel.engine.index import keys, layout, packing
from samenspel.engine.index.layout import COUNT, GROUPS, LEAF, LEAVES, TEXT, WASTED

Array = NDArray[Any]
SPARE = 1.25
ROOM_FOR_ONE = 4
"""Leaves and groups that one change can need at most, with one to spare."""


@dataclass
class Store:
    """Everything there is about the offers, apart from what their terms are called."""

    slots: Array
    cold: Array
    taken: Array
    leaves: Array
    groups: Array
    children: Array
    bloom: Array
    pool: Array
    table: Array
    sizes: Array

    @classmethod
    def make(cls, leaves: int, groups: int, text: int) -> "Store":
        """An empty store with room for so many leaves, groups and words of text."""
        return cls(
            slots=np.zeros(leaves * LEAF, layout.SLOT),
            cold=np.zeros(leaves * LEAF, layout.COLD),
            taken=np.zeros(leaves, np.uint64),
            leaves=np.zeros(leaves, layout.NODE),
            groups=np.zeros(groups, layout.NODE),
            children=np.zeros((groups, LEAF), np.int32),
            bloom=np.zeros((leaves, layout.BITS // 64), np.uint64),
            pool=np.zeros(text, np.uint32),
            table=np.full(1024, keys.EMPTY, np.int32),
            sizes=np.zeros(6, np.int64),
        )

    def arrays(self) -> tuple[Array, ...]:
        """What the compiled functions take, in the order that they expect; the bits of the traits come behind."""
        return self.slots, self.cold, self.taken, self.leaves, self.groups, self.children, self.bloom, self.pool

    @property
    def nbytes(self) -> int:
        """Bytes in use: of room to spare that was never touched the machine has given nothing yet."""
        leaves, groups, text = (int(self.sizes[what]) for what in (LEAVES, GROUPS, TEXT))
        per_leaf = LEAF * (layout.SLOT.itemsize + layout.COLD.itemsize) + 8 + layout.NODE.itemsize + layout.BITS // 8
        per_group = layout.NODE.itemsize + 4 * LEAF
        return leaves * per_leaf + groups * per_group + 4 * text + self.table.nbytes

    def make_room(self, text: int) -> None:
        """Enlarge what one more offer with so many words of text could overflow."""
        sizes = self.sizes
        if sizes[LEAVES] + ROOM_FOR_ONE > len(self.leaves):
            leaves = int(len(self.leaves) * SPARE) + ROOM_FOR_ONE
            self.slots, self.cold = _larger(self.slots, leaves * LEAF), _larger(self.cold, leaves * LEAF)
            self.taken, self.leaves = _larger(self.taken, leaves), _larger(self.leaves, leaves)
            self.bloom = _larger(self.bloom, leaves)
        if sizes[GROUPS] + ROOM_FOR_ONE > len(self.groups):
            groups = int(len(self.groups) * SPARE) + ROOM_FOR_ONE
            self.groups, self.children = _larger(self.groups, groups), _larger(self.children, groups)
        if sizes[TEXT] + text > len(self.pool):
            self._make_room_for_text(text)
        if 2 * (sizes[COUNT] + 1) > len(self.table):
            self.make_table(int(sizes[COUNT]) + 1)

    def _make_room_for_text(self, text: int) -> None:
        """Close the gaps when they are a third of all text, and enlarge the rest."""
        used = int(self.sizes[TEXT]) + text
        if 3 * self.sizes[WASTED] < self.sizes[TEXT]:
            self.pool = _larger(self.pool, int(used * SPARE))
            return
        pool = np.zeros(int((used - self.sizes[WASTED]) * SPARE), np.uint32)
        packing.gather_text(self.arrays(), self.sizes, pool)
        self.pool = pool

    def make_table(self, count: int) -> None:
        """The table of keys again, at most half full of so many offers."""
        self.table = np.full(1 << max(10, (2 * count - 1).bit_length()), keys.EMPTY, np.int32)
        keys.fill(self.table, self.cold, self.taken, int(self.sizes[LEAVES]), LEAF)


def _larger(array: Array, rows: int) -> Array:
    """The same rows in an array with room for more."""
    made = np.zeros((rows, *array.shape[1:]), array.dtype)
    made[: len(array)] = array
    return made
