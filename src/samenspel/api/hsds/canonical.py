"""JSON that is always the same bytes for the same things: keys in order, no spaces, UTF-8, a newline at the end."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def written(value: Any) -> bytes:
    """One value."""
    return _line(value) + b"\n"


def written_list(values: Iterable[Any], *, end: bytes = b"\n]\n") -> Iterator[bytes]:
    """A list piece by piece, each thing on a line of its own, so that a change shows as changed lines."""
    yield b"["
    between = b"\n"
    for value in values:
        yield between + _line(value)
        between = b",\n"
    yield end


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
