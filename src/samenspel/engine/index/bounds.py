"""What one offer scores without its text, and what the best of a leaf or group can score at most.

The score is computed with the very same additions as in `ranking`, so that both agree to the last bit. A bound is the
same sum over the best value of each factor that occurs in a leaf; a little (`SLACK`) is added for rounding.
"""

from typing import Any

import numpy as np

from samenspel.engine import ranking
from samenspel.engine.index import layout
from samenspel.engine.index.compiled import inlined
from samenspel.engine.ranking import Factor

SLACK = 1e-11
STEPS = ranking.STEPS
FULL_TEXT, FULL_KIND = ranking.WEIGHTS[Factor.TEXT], ranking.WEIGHTS[Factor.KIND]
FULL_TARGET, FULL_PROVIDER = ranking.WEIGHTS[Factor.TARGET], ranking.WEIGHTS[Factor.PROVIDER]
FULL_LANGUAGE, FULL_DAYS = ranking.WEIGHTS[Factor.LANGUAGE], ranking.WEIGHTS[Factor.DAYS]
FULL_DISTANCE, FULL_CAPACITY = ranking.WEIGHTS[Factor.DISTANCE], ranking.WEIGHTS[Factor.CAPACITY]
FIRST, SECOND, THIRD = ranking.KIND_BY_PLACE
BEST_KIND, NEXT_KIND = 1 - ranking.SECOND_KIND / 2, ranking.SECOND_KIND
EVERYONE, BEST_GROUP, OTHER_GROUPS = ranking.FOR_EVERYONE, ranking.BEST_GROUP, 1 - ranking.BEST_GROUP
HALF_M, NEAR_UNKNOWN = ranking.HALF_DISTANCE_M, ranking.NEARNESS_UNKNOWN
HALF_DAYS, CAPACITY_UNKNOWN, CAPACITY_FULL = ranking.HALF_WAITING_DAYS, ranking.CAPACITY_UNKNOWN, ranking.FULL
UNPLACED, ANYWHERE, LISTS_PER_KIND = layout.UNPLACED, layout.ANYWHERE, layout.LISTS_PER_KIND
FIRST_DAY, FIRST_PROVIDER, REMOTE = layout.FIRST_DAY, layout.FIRST_PROVIDER, layout.REMOTE
CODE_UNKNOWN, CODE_FULL, CODE_FREE, CODE_WAITING = layout.CAPACITY_UNKNOWN, layout.FULL, layout.FREE, layout.WAITING


@inlined
def ones(bits: int) -> int:
    """How many bits are set."""
    left, count = np.int64(bits), 0
    while left:
        left &= left - 1
        count += 1
    return count


@inlined
def capacity_value(code: int) -> float:
    """As `ranking.capacity_values`."""
    if code == CODE_UNKNOWN:
        return CAPACITY_UNKNOWN
    if code == CODE_FULL:
        return CAPACITY_FULL
    if code == CODE_FREE:
        return 1.0
    return HALF_DAYS / (HALF_DAYS + (code - CODE_WAITING))


@inlined
def kind_value(best: float, second: float, third: float) -> float:
    """As `ranking.kind_values`, from what each of three kinds is asked, its place counted in."""
    if second > best:
        best, second = second, best
    if third > best:
        best, second = third, best
    elif third > second:
        second = third
    return min(1.0, best * BEST_KIND + NEXT_KIND * second)


@inlined
def target_value(who: int, asked: Any, groups: Any, values: Any) -> float:
    """As `ranking.target_values`."""
    if len(groups) == 0:
        return EVERYONE
    best = added = 0.0
    for place in range(len(groups)):
        if who >> groups[place] & 1:
            best = max(best, values[place])
            added += values[place]
    middle = EVERYONE if who >> asked.everyone & 1 else 0.0
    if added == 0.0:
        return middle
    return max(BEST_GROUP * best + OTHER_GROUPS * (added / ones(who)), middle)


@inlined
def provider_value(traits: int, asked: Any) -> float:
    """As `ranking.provider_values`; for several providers the best."""
    best = 0.0
    if traits >> FIRST_PROVIDER & 1:
        best = asked.volunteer
    if traits >> (FIRST_PROVIDER + 1) & 1:
        best = max(best, asked.professional)
    return 1.0 if traits >> (FIRST_PROVIDER + 2) & 1 else best


@inlined
def language_value(traits: int, asked: Any) -> float:
    """1 when one of the wished languages is there."""
    return 1.0 if traits & asked.languages else 0.0


@inlined
def days_value(traits: int, asked: Any) -> float:
    """The share of the wished days."""
    return ones(traits & asked.days) / asked.day_count if asked.days else 0.0


@inlined
def metres_to(slot: Any, traits: int, asked: Any) -> float:
    """As `ranking.distances`."""
    if traits & REMOTE:
        return 0.0
    if not asked.placed:
        return np.nan
    east, north = np.float64(slot.x) - asked.x, np.float64(slot.y) - asked.y
    return float(np.sqrt(east * east + north * north))


@inlined
def distance_value(metres: float, asked: Any) -> float:
    """As `ranking.distance_values`."""
    if not asked.placed:
        return 0.0
    return NEAR_UNKNOWN if np.isnan(metres) else HALF_M / (HALF_M + metres)


@inlined
def without_text(slot: Any, traits: int, metres: float, asked: Any, wished: Any) -> float:
    """The score of an offer without the points for its text; the order of adding is that of `ranking.ADDED`."""
    kinds, groups, values = wished
    kind = kind_value(kinds[slot.first] * FIRST, kinds[slot.second] * SECOND, kinds[slot.third] * THIRD)
    total = FULL_KIND * kind + FULL_TARGET * target_value(slot.who, asked, groups, values)
    total += FULL_PROVIDER * provider_value(traits, asked)
    total += FULL_LANGUAGE * language_value(traits, asked)
    total += FULL_DAYS * days_value(traits, asked)
    total += FULL_DISTANCE * distance_value(metres, asked)
    return float(total + FULL_CAPACITY * capacity_value(slot.capacity))


@inlined
def steps(score: float) -> int:
    """A score as a whole number, as `ranking.rank` compares it."""
    return int(np.floor(score * STEPS + 0.5))


@inlined
def most_asked(bits: int, kinds: Any, order: Any) -> float:
    """The highest value asked among the kinds that are set in `bits`; `order` is the kinds asked, highest first."""
    for kind in order:
        if bits >> np.uint64(kind) & np.uint64(1):
            return float(kinds[kind])
    return 0.0


@inlined
def nearest(node: Any, asked: Any) -> float:
    """Metres to the nearest point of the box of a leaf or group."""
    east = max(np.float64(node.west) - asked.x, asked.x - np.float64(node.east), 0.0)
    north = max(np.float64(node.south) - asked.y, asked.y - np.float64(node.north), 0.0)
    return float(np.sqrt(east * east + north * north))


@inlined
def is_outside(node: Any, asked: Any) -> bool:
    """Whether a leaf or group lies outside the box that holds every offer that owner and area can leave."""
    if node.list & UNPLACED:
        return False
    if node.west > asked.owned_east or node.east < asked.owned_west:
        return True
    if node.south > asked.owned_north or node.north < asked.owned_south:
        return True
    if node.list & ANYWHERE:
        return False
    if node.west > asked.served_east or node.east < asked.served_west:
        return True
    return bool(node.south > asked.served_north or node.north < asked.served_south)


@inlined
def best_target(who: int, asked: Any, groups: Any, values: Any) -> float:
    """What the best mix of these target groups can be worth."""
    if len(groups) == 0:
        return EVERYONE
    best = EVERYONE if who >> asked.everyone & 1 else 0.0
    for place in range(len(groups)):
        if who >> groups[place] & 1:
            best = max(best, values[place])
    return best


@inlined
def best_distance(node: Any, asked: Any) -> float:
    """The nearness of what could be nearest; a list without places counts as not known."""
    if not asked.placed:
        return 0.0
    if node.traits & REMOTE:
        return 1.0
    return NEAR_UNKNOWN if node.list & UNPLACED else HALF_M / (HALF_M + nearest(node, asked))


@inlined
def bound(node: Any, asked: Any, wished: Any, order: Any) -> float:
    """What an offer in this leaf or group can score at most without its text."""
    kinds, groups, values = wished
    main = node.list // LISTS_PER_KIND
    second, third = most_asked(node.seconds, kinds, order), most_asked(node.thirds, kinds, order)
    kind = kind_value(kinds[main] * FIRST, second * SECOND, third * THIRD)
    total = FULL_KIND * kind + FULL_TARGET * best_target(node.who, asked, groups, values)
    total += FULL_PROVIDER * provider_value(node.traits, asked)
    total += FULL_LANGUAGE * language_value(node.traits, asked)
    total += FULL_DAYS * days_value(node.traits, asked)
    total += FULL_DISTANCE * best_distance(node, asked)
    return float(total + FULL_CAPACITY * node.capacity + SLACK)
