"""How many offers remain, also when one filter stood otherwise: counted by traits, and by distance around a place."""

from typing import Any

import numpy as np

from samenspel.engine.index import layout
from samenspel.engine.index.bounds import metres_to, nearest
from samenspel.engine.index.compiled import compiled
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
        for row in range(groups[group].count):
            leaf = children[group, row]
            if may_fit(leaves[leaf], asked, nothing):
                tally_leaf(leaf, store, question, totals)


@compiled
def tally_near_leaf(leaf: int, store: Any, question: Any, steps: Any, inside: Any) -> None:
    """Count the offers of a leaf by traits and by the first distance in `steps` that holds them."""
    slots, taken, traits_of = store[0], store[2], store[8]
    asked, owners, territories = question[0], question[3], question[4]
    for place in range(LEAF):
        if taken[leaf] >> np.uint64(place) & np.uint64(1):
            slot = slots[leaf * LEAF + place]
            metres = metres_to(slot, traits_of[slot.profile], asked)
            if metres <= steps[-1] and is_allowed(slot, asked, owners, territories):
                step = 0
                while metres > steps[step]:
                    step += 1
                inside[slot.profile, step] += 1


@compiled
def tally_near(store: Any, sizes: Any, posed: Any, steps: Any, inside: Any) -> None:
    """Count the offers with a place within the longest distance, by traits and distance."""
    leaves, groups, children = store[3], store[4], store[5]
    asked = posed[0][0]
    question = (asked, posed[1], posed[2], posed[3], posed[4])
    for group in range(sizes[GROUPS]):
        if groups[group].list & 1 or nearest(groups[group], asked) > steps[-1]:
            continue
        for row in range(groups[group].count):
            leaf = children[group, row]
            if leaves[leaf].count and nearest(leaves[leaf], asked) <= steps[-1]:
                tally_near_leaf(leaf, store, question, steps, inside)


@compiled
def settle_one(bits: int, near: int, masks: Any, out: Any) -> bool:
    """Add offers with these traits to each value that they have and that would leave them; whether all filters do."""
    failed = failing = 0
    for row in range(len(masks)):
        if masks[row] and not bits & masks[row]:
            failed += 1
            failing = row
    if failed > 1:
        return False
    for bit in range(TRAITS):
        if bits >> bit & 1 and (failed == 0 or FILTER_OF[bit] == failing):
            out[bit] += near
    return failed == 0


@compiled
def settle(bits: Any, totals: Any, inside: Any, limit: Any, out: Any) -> None:
    """From counts by traits and distance to counts per filter value; `out` ends with the distances and the total."""
    masks, chosen, placed = limit
    steps = inside.shape[1]
    for number in range(len(bits)):
        if totals[number] == 0 or not bits[number] & OPEN:
            continue
        here = bits[number] & REMOTE or not placed
        far = 0
        near = totals[number] if here or chosen < 0 else counted(inside[number], chosen)
        if settle_one(bits[number], near, masks, out):
            out[TRAITS] += near
            for step in range(steps):
                far += inside[number, step]
                out[TRAITS + 1 + step] += totals[number] if here else far


@compiled
def counted(row: Any, step: int) -> int:
    """How many are within this step."""
    total = 0
    for place in range(step + 1):
        total += row[place]
    return total
