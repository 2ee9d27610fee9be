"""Which id an imported thing has here, and by what we see that somebody changed it since."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import models

CANONICAL = 36
CLOSED_SIGN = "-"


def as_uuid(foreign_id: str) -> UUID | None:
    """The id when it is a UUID as people write them; nothing when it is another word."""
    try:
        return UUID(foreign_id) if len(foreign_id) == CANONICAL else None
    except ValueError:
        return None


def made(source: str, entity: str, foreign_id: str) -> UUID:
    """An id of our own that is the same at every import of this thing from this source."""
    return uuid5(NAMESPACE_URL, f"{source}\n{entity}\n{foreign_id}")


def mark(values: Mapping[str, Any]) -> str:
    """A fingerprint of values of a row."""
    told = {name: _plain(value) for name, value in values.items()}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def closed_by_import(written: str) -> str:
    """The same fingerprint, with the sign that an import closed the row because its feed had left it out."""
    return CLOSED_SIGN + written[1:]


def was_closed_by_import(written: str) -> bool:
    """Whether the fingerprint carries that sign."""
    return written.startswith(CLOSED_SIGN)


def is_same(now: str, written: str) -> bool:
    """Whether two fingerprints agree, apart from that sign."""
    return now[1:] == written[1:]


def values_of(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """What a row has in these columns now."""
    return {name: getattr(row, name) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return list(value) if isinstance(value, tuple) else value
