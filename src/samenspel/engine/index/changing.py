"""Adding an offer and taking one out, in place: a leaf that is full is cut in two, nothing else moves.

Whatever order the changes come in, the offers that are there are the same, and so are the answers: a bound may differ,
a score never does.
"""

from typing import Any

import numpy as np

from samenspel.engine.index import keys, layout
from samenspel.engine.index.compiled import compiled, compiled_with_arrays
from samenspel.engine.index.summaries import clear, remember_leaf, sum_up_group, sum_up_leaf
from samenspel.engine.index.texts import remember

LEAF, LEAVES, GROUPS, TEXT, WASTED = layout.LEAF, layout.LEAVES, layout.GROUPS, layout.TEXT, layout.WASTED
COUNT, LENGTH, TIMES_BITS = layout.COUNT, layout.LENGTH, layout.TIMES_BITS
TIMES = (1 << TIMES_BITS) - 1
CROWDED = 1e-6
UNPLACED = layout.UNPLACED
look_up, forget, EMPTY = keys.look_up, keys.forget, keys.EMPTY


@compiled
def growth(node: Any, x: float, y: float) -> float:
    """By how many metres the box of a leaf or group grows with this point; what holds fewer goes first when equal."""
    if node.list & UNPLACED or node.west > node.east:
        return CROWDED * float(node.count)
    wider = max(node.west - x, x - node.east, 0.0)
    higher = max(node.south - y, y - node.north, 0.0)
    return float(wider + higher + CROWDED * node.count)


@compiled
def best_group(store: Any, sizes: Any, number: int, place: Any) -> int:
    """The group of a list that this point fits best in; -1 when the list has none."""
    groups = store[4]
    chosen, least = -1, np.inf
    for group in range(sizes[GROUPS]):
        if groups[group].list == number:
            grows = growth(groups[group], place.x, place.y)
            if grows < least:
                chosen, least = group, grows
    return chosen


@compiled
def best_leaf(store: Any, group: int, place: Any) -> int:
    """The leaf of a group that this point fits best in."""
    leaves, groups, children = store[3], store[4], store[5]
    chosen, least = -1, np.inf
    for row in range(groups[group].count):
        grows = growth(leaves[children[group, row]], place.x, place.y)
        if grows < least:
            chosen, least = children[group, row], grows
    return chosen


@compiled
def new_leaf(store: Any, sizes: Any, group: int) -> int:
    """An empty leaf in a group that has room for it."""
    taken, leaves, groups, children, bloom = store[2], store[3], store[4], store[5], store[6]
    leaf = sizes[LEAVES]
    sizes[LEAVES] += 1
    clear(leaves[leaf])
    leaves[leaf].list, leaves[leaf].parent = groups[group].list, group
    taken[leaf] = np.uint64(0)
    bloom[leaf][:] = np.uint64(0)
    children[group, groups[group].count] = leaf
    groups[group].count += 1
    return int(leaf)


@compiled
def new_group(store: Any, sizes: Any, number: int) -> int:
    """An empty group of a list."""
    groups = store[4]
    group = sizes[GROUPS]
    sizes[GROUPS] += 1
    clear(groups[group])
    groups[group].list = number
    return int(group)


@compiled
def middle(node: Any, wide: Any) -> float:
    """The middle of a box along one direction; of an empty one nothing."""
    if node.west > node.east:
        return 0.0
    return float(node.west + node.east) if wide else float(node.south + node.north)


@compiled_with_arrays
def cut_group(store: Any, sizes: Any, group: int) -> None:
    """Half the leaves of a full group, along its longest side, go to a new group."""
    leaves, groups, children = store[3], store[4], store[5]
    wide = groups[group].east - groups[group].west > groups[group].north - groups[group].south
    middles = np.empty(LEAF)
    for place in range(LEAF):
        middles[place] = middle(leaves[children[group, place]], wide)
    order = np.argsort(middles)
    olds = children[group].copy()
    other = new_group(store, sizes, groups[group].list)
    for place in range(LEAF):
        leaf = olds[order[place]]
        home = group if place < LEAF // 2 else other
        children[home, place % (LEAF // 2)] = leaf
        leaves[leaf].parent = home
    groups[group].count = groups[other].count = LEAF // 2
    sum_up_group(group, store)
    sum_up_group(other, store)


@compiled_with_arrays
def cut_leaf(store: Any, sizes: Any, table: Any, leaf: int) -> None:
    """Half the offers of a full leaf, along its longest side, go to a new leaf."""
    slots, cold, taken, leaves, groups = store[0], store[1], store[2], store[3], store[4]
    if groups[leaves[leaf].parent].count == LEAF:
        cut_group(store, sizes, leaves[leaf].parent)
    node = leaves[leaf]
    wide = node.east - node.west > node.north - node.south
    along = np.zeros(LEAF)
    if not node.list & UNPLACED:
        for place in range(LEAF):
            slot = slots[leaf * LEAF + place]
            along[place] = slot.x if wide else slot.y
    order = np.argsort(along)
    other = new_leaf(store, sizes, node.parent)
    for place in range(LEAF // 2):
        old, new = leaf * LEAF + order[LEAF // 2 + place], other * LEAF + place
        table[look_up(table, cold, cold[old].high, cold[old].low)] = new
        slots[new], cold[new] = slots[old], cold[old]
        taken[leaf] &= ~(np.uint64(1) << np.uint64(old & (LEAF - 1)))
        taken[other] |= np.uint64(1) << np.uint64(place)
    for half in (leaf, other):
        sum_up_leaf(half, store)
        remember_leaf(half, store)


@compiled_with_arrays
def room_for(store: Any, sizes: Any, table: Any, row: Any, number: int) -> int:
    """A free place for an offer in the leaf of its list that it fits best in."""
    taken, leaves = store[2], store[3]
    group = best_group(store, sizes, number, row)
    if group < 0:
        group = new_group(store, sizes, number)
        new_leaf(store, sizes, group)
    leaf = best_leaf(store, group, row)
    while leaves[leaf].count == LEAF:
        cut_leaf(store, sizes, table, leaf)
        leaf = best_leaf(store, leaves[leaf].parent, row)
    place = 0
    while taken[leaf] >> np.uint64(place) & np.uint64(1):
        place += 1
    return int(leaf * LEAF + place)


@compiled
def write_text(pool: Any, sizes: Any, having: Any, most: Any, entries: Any) -> int:
    """Put a text behind the others and count it in the statistics; where it begins."""
    start = sizes[TEXT]
    for place in range(len(entries)):
        entry = entries[place]
        pool[start + place] = entry
        having[entry >> TIMES_BITS] += 1
        most[entry >> TIMES_BITS] = max(most[entry >> TIMES_BITS], entry & TIMES)
    sizes[TEXT] += len(entries)
    return int(start)


@compiled
def take_out(store: Any, sizes: Any, table: Any, having: Any, key: Any) -> int:
    """Take an offer out; the number of its traits, -1 when it is not there."""
    slots, cold, taken, leaves, pool = store[0], store[1], store[2], store[3], store[7]
    address = look_up(table, cold, key.high, key.low)
    number = table[address]
    if number == EMPTY:
        return -1
    forget(table, cold, address)
    leaf, start = number // LEAF, cold[number].text
    for entry in pool[start : start + slots[number].terms]:
        having[entry >> TIMES_BITS] -= 1
    sizes[WASTED] += slots[number].terms
    sizes[COUNT] -= 1
    sizes[LENGTH] -= cold[number].length
    taken[leaf] &= ~(np.uint64(1) << np.uint64(number & (LEAF - 1)))
    sum_up_leaf(leaf, store)
    sum_up_group(leaves[leaf].parent, store)
    return int(slots[number].profile)


@compiled_with_arrays
def put_in(store: Any, sizes: Any, table: Any, terms: Any, made: Any) -> int:
    """Add an offer, or put it in place of what has its key; the number of the traits it had, -1 when it is new."""
    slots, cold, taken, leaves, bloom, pool = store[0], store[1], store[2], store[3], store[6], store[7]
    having, most = terms
    rows, key_rows, entries, listed = made
    had = take_out(store, sizes, table, having, key_rows[0])
    number = room_for(store, sizes, table, rows[0], listed)
    leaf = number // LEAF
    slots[number], cold[number] = rows[0], key_rows[0]
    cold[number].text = write_text(pool, sizes, having, most, entries)
    table[look_up(table, cold, cold[number].high, cold[number].low)] = number
    taken[leaf] |= np.uint64(1) << np.uint64(number & (LEAF - 1))
    remember(bloom[leaf], pool, cold[number].text, slots[number].terms)
    sum_up_leaf(leaf, store)
    sum_up_group(leaves[leaf].parent, store)
    sizes[COUNT] += 1
    sizes[LENGTH] += cold[number].length
    return had
