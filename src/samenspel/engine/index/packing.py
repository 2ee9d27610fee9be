"""Laying out very many offers at once: by list, along a curve over the map, in leaves and groups nearly full."""

from typing import Any

import numpy as np

from samenspel.engine.index import layout
from samenspel.engine.index.changing import new_group, new_leaf
from samenspel.engine.index.compiled import compiled, compiled_with_arrays
from samenspel.engine.index.summaries import remember_leaf, sum_up_group, sum_up_leaf

LEAF, FILLED, TEXT, TIMES_BITS = layout.LEAF, layout.FILLED, layout.TEXT, layout.TIMES_BITS
LEAVES, GROUPS, WASTED = layout.LEAVES, layout.GROUPS, layout.WASTED
COUNT, LENGTH = layout.COUNT, layout.LENGTH
TIMES = (1 << TIMES_BITS) - 1
UNPLACED = layout.UNPLACED
ROOM_FOR_MORE = 8
CURVE = 16
"""Bits per direction of the curve."""


@compiled
def along_curve(x: int, y: int) -> int:
    """How far along Hilbert's curve a cell of the map lies: cells near each other on it are near on the map."""
    far = 0
    side = 1 << (CURVE - 1)
    while side > 0:
        right, up = int((x & side) > 0), int((y & side) > 0)
        far += side * side * ((3 * right) ^ up)
        if up == 0:
            if right == 1:
                x, y = (1 << CURVE) - 1 - x, (1 << CURVE) - 1 - y
            x, y = y, x
        side >>= 1
    return far


@compiled
def fill_sort_keys(slots: Any, cold: Any, listed: Any, box: Any, keys: Any) -> None:
    """Per offer a number to sort by: its list, then its place on the map, or its key when it has none."""
    west, south, cell = box
    last = (1 << CURVE) - 1
    for row in range(len(slots)):
        within = cold[row].high >> np.uint64(32)
        if not listed[row] & UNPLACED:
            x = min(max(int((slots[row].x - west) / cell), 0), last)
            y = min(max(int((slots[row].y - south) / cell), 0), last)
            within = np.uint64(along_curve(x, y))
        keys[row] = np.uint64(listed[row]) << np.uint64(32) | within


def sort_keys(slots: Any, cold: Any, listed: Any) -> Any:
    """Per offer a number to sort by, over the box that holds every point."""
    keys = np.zeros(len(slots), np.uint64)
    placed = listed & UNPLACED == 0
    if placed.any():
        x, y = slots["x"][placed], slots["y"][placed]
        west, south = float(x.min()), float(y.min())
        cell = max(float(x.max()) - west, float(y.max()) - south, 1.0) / (1 << CURVE)
    else:
        west, south, cell = 0.0, 0.0, 1.0
    fill_sort_keys(slots, cold, listed, (west, south, cell), keys)
    return keys


def needed(listed: Any) -> tuple[int, int]:
    """How many leaves and groups these offers take, at most."""
    counts = np.bincount(listed)
    leaves = -(-counts // FILLED)
    return int(leaves.sum()) + ROOM_FOR_MORE, int((-(-leaves // FILLED)).sum()) + ROOM_FOR_MORE


@compiled_with_arrays
def write_offer(store: Any, sizes: Any, number: int, made: Any, row: int) -> None:
    """Copy one offer with its text to its place."""
    slots, cold, taken, pool = store[0], store[1], store[2], store[7]
    rows, key_rows, entries = made
    start, count = key_rows[row].text, rows[row].terms
    slots[number], cold[number] = rows[row], key_rows[row]
    cold[number].text = sizes[TEXT]
    pool[sizes[TEXT] : sizes[TEXT] + count] = entries[start : start + count]
    sizes[TEXT] += count
    sizes[COUNT] += 1
    sizes[LENGTH] += key_rows[row].length
    taken[number // LEAF] |= np.uint64(1) << np.uint64(number & (LEAF - 1))


@compiled
def count_terms(entries: Any, having: Any, most: Any) -> None:
    """In how many offers each term occurs, and how often at most."""
    for entry in entries:
        having[entry >> TIMES_BITS] += 1
        most[entry >> TIMES_BITS] = max(most[entry >> TIMES_BITS], entry & TIMES)


@compiled_with_arrays
def pack(store: Any, sizes: Any, made: Any, listed: Any, order: Any) -> None:
    """Write all offers in this order; a new list begins a new group, a full leaf a new leaf."""
    groups = store[4]
    group = leaf = -1
    filled = FILLED
    for row in order:
        if group < 0 or groups[group].list != listed[row]:
            group, filled = new_group(store, sizes, listed[row]), FILLED
        elif filled == FILLED and groups[group].count == FILLED:
            group = new_group(store, sizes, listed[row])
        if filled == FILLED:
            leaf, filled = new_leaf(store, sizes, group), 0
        write_offer(store, sizes, leaf * LEAF + filled, made, row)
        filled += 1
    for made_leaf in range(sizes[LEAVES]):
        sum_up_leaf(made_leaf, store)
        remember_leaf(made_leaf, store)
    for made_group in range(sizes[GROUPS]):
        sum_up_group(made_group, store)


@compiled_with_arrays
def gather_text(store: Any, sizes: Any, pool: Any) -> None:
    """Copy the texts that are still used to another pool, without the gaps."""
    slots, cold, taken, old = store[0], store[1], store[2], store[7]
    used = 0
    for number in range(sizes[LEAVES] * LEAF):
        if taken[number // LEAF] >> np.uint64(number & (LEAF - 1)) & np.uint64(1):
            start, count = cold[number].text, slots[number].terms
            pool[used : used + count] = old[start : start + count]
            cold[number].text = used
            used += count
    sizes[TEXT] = used
    sizes[WASTED] = 0
