"""From the key of an offer to its place: a table with open addresses, four bytes per address."""

from typing import Any

import numpy as np

from samenspel.engine.index.compiled import compiled

EMPTY = -1


@compiled
def address(table: Any, high: Any, low: Any) -> Any:
    """Where in the table a key would like to stand."""
    mixed = (high ^ (low >> np.uint64(29)) ^ (low << np.uint64(17))) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(0xD6E8FEB86659FD93)
    return np.int64((mixed >> np.uint64(20)) & np.uint64(len(table) - 1))


@compiled
def look_up(table: Any, cold: Any, high: Any, low: Any) -> Any:
    """Where in the table this key stands, or the empty address where it belongs."""
    place = address(table, high, low)
    while table[place] != EMPTY and (cold[table[place]].high != high or cold[table[place]].low != low):
        place = (place + 1) & (len(table) - 1)
    return place


@compiled
def forget(table: Any, cold: Any, place: int) -> None:
    """Empty an address and move what stood behind it forward, so that everything is still found."""
    last = len(table) - 1
    hole = place
    here = place
    while True:
        here = (here + 1) & last
        if table[here] == EMPTY:
            break
        wished = address(table, cold[table[here]].high, cold[table[here]].low)
        if ((here - wished) & last) >= ((here - hole) & last):
            table[hole] = table[here]
            hole = here
    table[hole] = EMPTY


@compiled
def fill(table: Any, cold: Any, taken: Any, leaves: int, size: int) -> None:
    """Write the place of every offer in an empty table."""
    for leaf in range(leaves):
        for number in range(leaf * size, (leaf + 1) * size):
            if taken[leaf] >> np.uint64(number & (size - 1)) & np.uint64(1):
                table[look_up(table, cold, cold[number].high, cold[number].low)] = number
