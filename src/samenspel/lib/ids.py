"""Ids that the application makes itself, so that a row has its name before it is saved."""

from uuid import UUID

from uuid_utils import compat


def new_id() -> UUID:
    """A UUIDv7: unguessable enough for an address, ordered by time for the index."""
    return compat.uuid7()
