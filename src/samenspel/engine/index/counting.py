"""How many offers remain, also when one filter stood otherwise: counted by traits, and by distance around a place."""

from typing import Any

import numpy as np

from samenspel.engine.index import layout
from samenspel.engine.index.bounds import UNPLACED, is_outside, metres_to, nearest
from samenspel.engine.index.compiled import compiled, inlined
from samenspel.engine.index.seeking import is_allowed, may_fit
from samenspel.engine.offers import Form, Provider

LEAF, GROUPS = layout.LEAF, layout.GROUPS
REMOTE, OPEN = layout.REMOTE, layout.OPEN
FILTER_OF = np.array(
    [0] * layout.LANGUAGE_BITS + [1] * layout.DAY_BITS + [2] * len(Provider) + [3] * len(Form) + [4, 5], dtype=np.int64
)
"""Per bit of the traits the filter that it belongs to, in the order of `asking.filters`; open is no filter."""
TRAITS = len(FILTER_OF)
"""How many bits of traits there are; behind their counts come the total and the distances."""


@compiled
def tally_leaf(leaf: int, store: Any, question: Any, totals: Any) -> None:
    """Count the offers of a leaf by traits, those that owner, area and kinds leave."""
    slots, taken = store[0], store[2]
    asked, owners, territories = question[0], question[3], question[4]
    for place in range(LEAF):
        if taken[leaf] >> np.uint64(place) & np.uint64(1):
            slot = slots[leaf * LEAF + place]
            if is_allowed(slot, asked, owners, territories):
                totals[slot.profile] += 1


@compiled
def tally(store: Any, sizes: Any, posed: Any, totals: Any) -> None:
    """Count all offers by traits, those that owner, area and kinds leave."""
    leaves, groups, children = store[3], store[4], store[5]
    asked = posed[0][0]
    question = (asked, posed[1], posed[2], posed[3], posed[4])
    nothing = posed[2][:0]
    for group in range(sizes[GROUPS]):
        if is_outside(groups[group], asked):
            continue
        for row in range(groups[group].count):
            leaf = children[group, row]
            if may_fit(leaves[leaf], asked, nothing):
                tally_leaf(leaf, store, question, totals)


@compiled
def settle(bits: int, count: int, masks: Any, out: Any) -> bool:
    """Count offers with these traits for every value that they have and that would leave them.

    They count for a value of a filter when no other filter is in the way. Whether none at all is.
    """
    failed = failing = 0
    for row in range(len(masks)):
        if masks[row] and not bits & masks[row]:
            failed += 1
            failing = row
    if failed > 1:
        return False
    for bit in range(TRAITS):
        if bits >> bit & 1 and (failed == 0 or FILTER_OF[bit] == failing):
            out[bit] += count
    return failed == 0


@compiled
def settle_all(bits: Any, totals: Any, limit: Any, out: Any) -> None:
    """Count all offers that distance cannot leave out; behind the traits in `out` stand the total and the distances.

    With a distance as limit that is help by phone or online, without one it is everything; of the distances only what
    is near everybody is counted here.
    """
    masks, near_limited, placed = limit
    for number in range(len(bits)):
        if totals[number] == 0 or not bits[number] & OPEN:
            continue
        everywhere = bits[number] & REMOTE or not placed
        if near_limited and not everywhere:
            continue
        if settle(bits[number], totals[number], masks, out):
            out[TRAITS] += totals[number]
            if everywhere:
                for step in range(TRAITS + 1, len(out)):
                    out[step] += totals[number]


@compiled
def settle_near(traits: int, metres: float, limit: Any, out: Any) -> None:
    """Count one offer with a place: for the distances, and for all filters when a distance is the limit."""
    masks, steps, within = limit
    if within >= 0.0 and metres <= within and settle(traits, 1, masks, out):
        out[TRAITS] += 1
    for row in range(len(masks)):
        if masks[row] and not traits & masks[row]:
            return
    for step in range(len(steps)):
        if metres <= steps[step]:
            out[TRAITS + 1 + step] += 1


@compiled
def count_near_leaf(leaf: int, store: Any, question: Any, limit: Any, out: Any) -> None:
    """Count the offers of one leaf."""
    slots, taken, traits_of = store[0], store[2], store[8]
    asked, owners, territories = question
    for place in range(LEAF):
        if taken[leaf] >> np.uint64(place) & np.uint64(1):
            slot = slots[leaf * LEAF + place]
            traits = traits_of[slot.profile]
            if traits & OPEN and is_allowed(slot, asked, owners, territories):
                settle_near(traits, metres_to(slot, traits, asked), limit, out)


@inlined
def is_too_far(node: Any, asked: Any, farthest: float) -> bool:
    """Whether nothing in a leaf or group is near enough and may be left by owner and area."""
    return bool(is_outside(node, asked) or nearest(node, asked) > farthest)


@compiled
def count_near(store: Any, sizes: Any, posed: Any, limit: Any, out: Any) -> None:
    """Count the offers with a place within the longest distance."""
    leaves, groups, children = store[3], store[4], store[5]
    asked, owners, territories, farthest = posed[0][0], posed[3], posed[4], max(limit[1][-1], limit[2])
    for group in range(sizes[GROUPS]):
        if groups[group].list & UNPLACED or is_too_far(groups[group], asked, farthest):
            continue
        for row in range(groups[group].count):
            leaf = children[group, row]
            if leaves[leaf].count and not is_too_far(leaves[leaf], asked, farthest):
                count_near_leaf(leaf, store, (asked, owners, territories), limit, out)
