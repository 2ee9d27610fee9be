"""A list of offers that somebody makes, and the code by which it fits in an address. No Django.

The code is the list itself: the ids one after the other with three bytes behind them that say whether the whole came
through. Nothing is kept for it anywhere, so it holds as long as the offers do, also on paper. It is no secret and needs
no signature: it opens nothing that is not public already.
"""

import base64
import binascii
import zlib
from collections.abc import Sequence
from uuid import UUID

MOST = 20
"""So many offers fit on a list: more is no choice any more, and its picture to scan would get too fine for paper."""
ID_BYTES = 16
CHECK_BYTES = 3
LONGEST_CODE = (MOST * ID_BYTES + CHECK_BYTES + 2) // 3 * 4

Ids = tuple[UUID, ...]


class BadCode(Exception):
    """We did not make this code, or a part of it was lost on the way."""


class Full(Exception):
    """There is no room for another one on the list."""


def code_of(ids: Sequence[UUID]) -> str:
    """The list as letters, digits, dashes and underscores: 22 for each offer and a few more."""
    packed = b"".join(one.bytes for one in ids)
    return base64.urlsafe_b64encode(packed + _check(packed)).decode().rstrip("=")


def ids_in(code: str) -> Ids:
    """The list that a code holds, in its order.

    Raises:
        BadCode: see there.
    """
    if not code.isascii() or len(code) > LONGEST_CODE:
        raise BadCode
    try:
        whole = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise BadCode from wrong
    packed, check = whole[:-CHECK_BYTES], whole[-CHECK_BYTES:]
    if not packed or len(packed) % ID_BYTES or check != _check(packed):
        raise BadCode
    found = tuple(UUID(bytes=packed[start : start + ID_BYTES]) for start in range(0, len(packed), ID_BYTES))
    if len(set(found)) < len(found):
        raise BadCode
    return found


def with_one(ids: Ids, new: UUID) -> Ids:
    """The list with one more at the end; the same list when it stands on it already.

    Raises:
        Full: see there.
    """
    if new in ids:
        return ids
    if len(ids) >= MOST:
        raise Full
    return (*ids, new)


def without(ids: Ids, gone: UUID) -> Ids:
    """The list without this one."""
    return tuple(one for one in ids if one != gone)


def moved(ids: Ids, which: UUID, *, by: int) -> Ids:
    """The list with one of them so many places further down (or up, when negative); no further than the ends."""
    if which not in ids:
        return ids
    rest = list(without(ids, which))
    rest.insert(min(max(ids.index(which) + by, 0), len(rest)), which)
    return tuple(rest)


def together(ids: Ids, others: Ids) -> Ids:
    """Both lists, first the one, as much of the other as there is room for."""
    return tuple(dict.fromkeys((*ids, *others)))[:MOST]


def _check(packed: bytes) -> bytes:
    return zlib.crc32(packed).to_bytes(4, "big")[:CHECK_BYTES]
