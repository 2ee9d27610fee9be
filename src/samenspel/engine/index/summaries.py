"""What a leaf says about its offers, and a group about its leaves: made again from what is below it."""

from typing import Any

import numpy as np

from samenspel.engine.index import layout
from samenspel.engine.index.bounds import capacity_value
from samenspel.engine.index.compiled import compiled
from samenspel.engine.index.texts import remember

LEAF = layout.LEAF
LONGEST = 2_147_483_647
LAST_KEY = np.uint64(0xFFFFFFFFFFFFFFFF)


@compiled
def clear(node: Any) -> None:
    """The summary of nothing."""
    node.seconds = node.thirds = np.uint64(0)
    node.high = LAST_KEY
    node.capacity = 0.0
    node.west = node.south = np.inf
    node.east = node.north = -np.inf
    node.who = node.traits = np.uint32(0)
    node.short = LONGEST
    node.count = 0


@compiled
def kind_bit(kind: int) -> Any:
    """A kind as a bit, none for no kind."""
    return np.uint64(0) if kind < 0 else np.uint64(1) << np.uint64(kind & 63)


@compiled
def add_offer(node: Any, slot: Any, key: Any, traits: int) -> None:
    """Let the summary of a leaf hold for one offer more."""
    node.seconds |= kind_bit(slot.second)
    node.thirds |= kind_bit(slot.third)
    node.high = min(node.high, key.high)
    node.capacity = max(node.capacity, capacity_value(slot.capacity))
    node.west, node.east = min(node.west, slot.x), max(node.east, slot.x)
    node.south, node.north = min(node.south, slot.y), max(node.north, slot.y)
    node.who |= slot.who
    node.traits |= traits
    node.short = min(node.short, key.length)
    node.count += 1


@compiled
def add_leaf(node: Any, leaf: Any) -> None:
    """Let the summary of a group hold for one leaf more."""
    node.seconds |= leaf.seconds
    node.thirds |= leaf.thirds
    node.high = min(node.high, leaf.high)
    node.capacity = max(node.capacity, leaf.capacity)
    node.west, node.east = min(node.west, leaf.west), max(node.east, leaf.east)
    node.south, node.north = min(node.south, leaf.south), max(node.north, leaf.north)
    node.who |= leaf.who
    node.traits |= leaf.traits
    node.short = min(node.short, leaf.short)


@compiled
def sum_up_leaf(leaf: int, store: Any) -> None:
    """Make the summary of a leaf again."""
    slots, cold, taken, leaves, traits_of = store[0], store[1], store[2], store[3], store[8]
    node = leaves[leaf]
    clear(node)
    for number in range(leaf * LEAF, (leaf + 1) * LEAF):
        if taken[leaf] >> np.uint64(number & (LEAF - 1)) & np.uint64(1):
            add_offer(node, slots[number], cold[number], traits_of[slots[number].profile])


@compiled
def sum_up_group(group: int, store: Any) -> None:
    """Make the summary of a group again; its `count` is that of its leaves, empty or not."""
    leaves, groups, children = store[3], store[4], store[5]
    node = groups[group]
    count = node.count
    clear(node)
    for place in range(count):
        add_leaf(node, leaves[children[group, place]])
    node.count = count


@compiled
def remember_leaf(leaf: int, store: Any) -> None:
    """Make again which terms the texts of a leaf may hold."""
    slots, cold, taken, bloom, pool = store[0], store[1], store[2], store[6], store[7]
    bloom[leaf][:] = np.uint64(0)
    for number in range(leaf * LEAF, (leaf + 1) * LEAF):
        if taken[leaf] >> np.uint64(number & (LEAF - 1)) & np.uint64(1):
            remember(bloom[leaf], pool, cold[number].text, slots[number].terms)
