"""The best offers for a question: leaves and groups in the order of what they can be worth at most.

A leaf is only read while its bound is not below the worst of the best so far; since the bound is never below the score
of an offer in it, nothing better is left when the search stops. Equal scores stand in the order of their keys, and an
equal bound only matters when the leaf may hold a lower key.
"""

from typing import Any

import numpy as np

from samenspel.engine.index import layout
from samenspel.engine.index.bounds import (
    FIRST,
    FULL_CAPACITY,
    FULL_DAYS,
    FULL_DISTANCE,
    FULL_KIND,
    FULL_LANGUAGE,
    FULL_PROVIDER,
    FULL_TARGET,
    LISTS_PER_KIND,
    SECOND,
    THIRD,
    UNPLACED,
    bound,
    capacity_value,
    days_value,
    distance_value,
    is_outside,
    kind_value,
    language_value,
    metres_to,
    nearest,
    provider_value,
    steps,
    target_value,
    without_text,
)
from samenspel.engine.index.compiled import compiled, inlined
from samenspel.engine.index.texts import most_text, text_points

LEAF, LEAVES, GROUPS = layout.LEAF, layout.LEAVES, layout.GROUPS
REMOTE = layout.REMOTE


@inlined
def before(one: int, high: Any, other: int, other_high: Any) -> bool:
    """Whether a bound stands before another in the heap: higher, or equal with a lower key."""
    return one > other or (one == other and high < other_high)


@inlined
def push(heap: Any, size: int, made: Any) -> int:
    """Put a leaf or group with its bound on the heap; the new size."""
    bounds, highs, nodes, texts = heap
    most, high, node, text = made
    place = size
    while place > 0:
        above = (place - 1) >> 1
        if not before(most, high, bounds[above], highs[above]):
            break
        bounds[place], highs[place] = bounds[above], highs[above]
        nodes[place], texts[place] = nodes[above], texts[above]
        place = above
    bounds[place], highs[place], nodes[place], texts[place] = most, high, node, text
    return size + 1


@inlined
def sink(heap: Any, size: int) -> None:
    """Take the top of the heap away: the last of `size` + 1 goes to where it belongs."""
    bounds, highs, nodes, texts = heap
    most, high, node, text = bounds[size], highs[size], nodes[size], texts[size]
    place = 0
    while True:
        below = 2 * place + 1
        if below >= size:
            break
        if below + 1 < size and before(bounds[below + 1], highs[below + 1], bounds[below], highs[below]):
            below += 1
        if not before(bounds[below], highs[below], most, high):
            break
        bounds[place], highs[place] = bounds[below], highs[below]
        nodes[place], texts[place] = nodes[below], texts[below]
        place = below
    bounds[place], highs[place], nodes[place], texts[place] = most, high, node, text


@inlined
def has_all(traits: int, needed: Any) -> bool:
    """Whether one bit of each mask is set."""
    for mask in needed:  # noqa: SIM110 - compiled: a loop is what it is
        if not traits & mask:
            return False
    return True


@inlined
def may_fit(node: Any, asked: Any, needed: Any) -> bool:
    """Whether an offer in this leaf or group can be within the limits, as far as the summary says."""
    if node.count == 0 or not has_all(node.traits, needed) or is_outside(node, asked):
        return False
    if asked.kinds_limited:
        kinds = node.seconds | node.thirds | np.uint64(1) << np.uint64(node.list // LISTS_PER_KIND)
        if not kinds & asked.kinds_allowed:
            return False
    if asked.near_limited and not node.traits & REMOTE:
        return not node.list & UNPLACED and nearest(node, asked) <= asked.within
    return True


@inlined
def has_kind(slot: Any, allowed: Any) -> bool:
    """Whether one of its kinds is among those allowed."""
    for kind in (slot.first, slot.second, slot.third):
        if kind >= 0 and allowed >> np.uint64(kind) & np.uint64(1):
            return True
    return False


@inlined
def is_allowed(slot: Any, asked: Any, owners: Any, territories: Any) -> bool:
    """Whether the limits that no filter changes leave this offer: owner, area, kinds."""
    if asked.owners_limited and (slot.owner >= len(owners) or not owners[slot.owner]):
        return False
    if asked.areas_limited and not territories[slot.territory]:
        return False
    return not asked.kinds_limited or has_kind(slot, asked.kinds_allowed)


@inlined
def keep(best: Any, size: int, made: Any) -> int:
    """Put an offer among the best when it belongs there; how many there are now."""
    scores, highs, lows, numbers = best
    score, high, low, number = made
    place = size
    if size == len(scores):
        place = size - 1
        if not comes_before(score, high, low, (scores[place], highs[place], lows[place])):
            return size
    while place > 0 and comes_before(score, high, low, (scores[place - 1], highs[place - 1], lows[place - 1])):
        scores[place], highs[place] = scores[place - 1], highs[place - 1]
        lows[place], numbers[place] = lows[place - 1], numbers[place - 1]
        place -= 1
    scores[place], highs[place], lows[place], numbers[place] = score, high, low, number
    return int(min(size + 1, len(scores)))


@inlined
def comes_before(score: int, high: Any, low: Any, other: Any) -> bool:
    """Whether an offer stands before another: a higher score, or the same with a lower key."""
    if score != other[0]:
        return bool(score > other[0])
    return bool(high < other[1] or (high == other[1] and low < other[2]))


@inlined
def read_leaf(leaf: int, text: float, store: Any, question: Any, best: Any, size: int) -> int:
    """Score the offers of a leaf that can still be among the best; how many there are now."""
    slots, cold, taken, pool, traits_of = store[0], store[1], store[2], store[7], store[8]
    asked, wished, needed, owners, territories, words = question
    scores, highs, _lows, _numbers = best
    left = taken[leaf]
    number = leaf * LEAF - 1
    while left:
        number += 1
        here = left & np.uint64(1)
        left >>= np.uint64(1)
        if not here:
            continue
        slot = slots[number]
        traits = traits_of[slot.profile]
        if not has_all(traits, needed) or not is_allowed(slot, asked, owners, territories):
            continue
        metres = metres_to(slot, traits, asked)
        if asked.near_limited and not metres <= asked.within:
            continue
        score = without_text(slot, traits, metres, asked, wished)
        if size == len(scores) and steps(score + text) < scores[size - 1]:
            continue
        key = cold[number]
        if size == len(scores) and steps(score + text) == scores[size - 1] and key.high > highs[size - 1]:
            continue
        if text > 0.0:
            score += text_points(pool, key.text, slot.terms, key.length, words)
        size = keep(best, size, (steps(score), key.high, key.low, number))
    return int(size)


@inlined
def hopeful(most: int, high: Any, best: Any, size: int) -> bool:
    """Whether something with this bound and lowest key can still be among the best."""
    scores, highs, _lows, _numbers = best
    if size < len(scores):
        return True
    return bool(most > scores[size - 1] or (most == scores[size - 1] and high <= highs[size - 1]))


@inlined
def open_group(group: int, store: Any, question: Any, heap: Any, counts: Any, best: Any) -> int:
    """Put the leaves of a group that can still matter on the heap; its new size."""
    leaves, groups, children, bloom = store[3], store[4], store[5], store[6]
    asked, wished, needed, words = question[0], question[1], question[2], question[5]
    waiting, size = counts
    for place in range(groups[group].count):
        leaf = children[group, place]
        node = leaves[leaf]
        if not may_fit(node, asked, needed):
            continue
        plain = bound(node, asked, wished, words[7])
        # The words of the whole group first: most leaves fall by that, without a look at their bits.
        if not hopeful(steps(plain + words[8]), node.high, best, size):
            continue
        text = most_text(node.short, bloom[leaf], words)
        most = steps(plain + text)
        if hopeful(most, node.high, best, size):
            waiting = push(heap, waiting, (most, node.high, leaf, text))
    return int(waiting)


@compiled
def seek(store: Any, sizes: Any, posed: Any, heap: Any, best: Any) -> int:
    """Fill `best` with the best offers that the limits leave, best first; how many there are."""
    groups, given = store[4], posed[5]
    asked, wished, needed = posed[0][0], posed[1], posed[2]
    any_text = most_text(0, store[2][:0], given)
    words = (given[0], given[1], given[2], given[3], given[4], given[5], given[6], given[7], any_text)
    question = (asked, wished, needed, posed[3], posed[4], words)
    waiting = size = 0
    for group in range(sizes[GROUPS]):
        node = groups[group]
        if may_fit(node, asked, needed):
            most = steps(bound(node, asked, wished, words[7]) + words[8])
            waiting = push(heap, waiting, (most, node.high, -1 - group, 0.0))
    while waiting:
        reached, text = heap[2][0], heap[3][0]
        if not hopeful(heap[0][0], heap[1][0], best, size):
            break
        waiting -= 1
        sink(heap, waiting)
        if reached < 0:
            waiting = open_group(-1 - reached, store, question, heap, (waiting, size), best)
        else:
            size = read_leaf(reached, text, store, question, best, size)
    return size


@compiled
def explain(store: Any, question: Any, numbers: Any, points: Any, metres: Any) -> None:
    """Per offer its points per factor, in the order of `ranking.Factor`, and how far it is."""
    slots, cold, pool, traits_of = store[0], store[1], store[7], store[8]
    asked, wished, words = question[0][0], question[1], question[5]
    kinds, groups, values = wished
    for row in range(len(numbers)):
        slot, key = slots[numbers[row]], cold[numbers[row]]
        traits = traits_of[slot.profile]
        far = metres_to(slot, traits, asked)
        metres[row] = far
        kind = kind_value(kinds[slot.first] * FIRST, kinds[slot.second] * SECOND, kinds[slot.third] * THIRD)
        points[0, row] = text_points(pool, key.text, slot.terms, key.length, words)
        points[1, row] = FULL_KIND * kind
        points[2, row] = FULL_TARGET * target_value(slot.who, asked, groups, values)
        points[3, row] = FULL_PROVIDER * provider_value(traits, asked)
        points[4, row] = FULL_LANGUAGE * language_value(traits, asked)
        points[5, row] = FULL_DAYS * days_value(traits, asked)
        points[6, row] = FULL_DISTANCE * distance_value(far, asked)
        points[7, row] = FULL_CAPACITY * capacity_value(slot.capacity)
