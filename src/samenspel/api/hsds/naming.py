"""Ids and moments as HSDS writes them. An id that went out once means the same thing for good."""

from datetime import UTC, datetime
from functools import cache
from uuid import UUID, uuid5

OURS = UUID("5a6d656e-7370-5c65-8c68-736473330100")
"""The namespace of every id that follows from something else; changing it would change them all."""
PLACED = 0x0000_0000_0000_0000_1F5A_3C96_7E21_B84D
"""What turns the id of a service into that of its `service_at_location`; leaves version and variant alone."""


def part_id(owner: UUID, *names: str) -> str:
    """The id of a part of something, such as its phone: the same as long as the owner and the names are."""
    return str(uuid5(OURS, "/".join((str(owner), *names))))


@cache
def shared_id(*names: str) -> str:
    """The id of something that is the same on every installation, such as a term."""
    return str(uuid5(OURS, "/".join(names)))


def placed_id(service_id: UUID) -> UUID:
    """The id of a service at its location.

    Not a hash but a turn that turns back, so that a `service_at_location` is found by its id without reading all.
    """
    return UUID(int=service_id.int ^ PLACED)


def service_id_of(placed: UUID) -> UUID:
    """The id of the service behind the id of a `service_at_location`."""
    return placed_id(placed)


def moment(at: datetime) -> str:
    """A moment in UTC with milliseconds: `2026-11-22T05:45:12.123Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
