"""Writing a line in the journal, in the same transaction as the step it tells about."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from samenspel.journal.models import Event


@dataclass(frozen=True, kw_only=True)
class About:
    """Where a step belongs: the network, the request it is part of (`thread`), the area and kinds of help."""

    network_id: UUID
    thread_id: UUID | None = None
    area_code: str = ""
    kinds: Sequence[str] = ()


def write(
    what: str,
    *,
    about: About,
    organisation_id: UUID | None = None,
    other_id: UUID | None = None,
    step_id: UUID | None = None,
    detail: str = "",
) -> None:
    """One line; `what` and `detail` are codes, the database refuses a sentence."""
    Event.objects.create(
        what=what,
        network_id=about.network_id,
        thread_id=about.thread_id,
        area_code=about.area_code,
        kinds=list(about.kinds),
        organisation_id=organisation_id,
        other_id=other_id,
        step_id=step_id,
        detail=detail,
    )
