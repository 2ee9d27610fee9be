"""The journal line of a step with a request."""

from uuid import UUID

from samenspel.helprequests.models import HelpRequest
from samenspel.journal import actions as journal


def tell_journal(what: str, request: HelpRequest, *, organisation_id: UUID | None = None, detail: str = "") -> None:
    """One line about this request, without anything that says who it is."""
    journal.write(what, about=about(request), organisation_id=organisation_id, detail=detail)


def about(request: HelpRequest) -> journal.About:
    """Where the steps of this request belong."""
    return journal.About(
        network_id=request.network_id,
        thread_id=request.pk,
        area_code=request.area_id or "",
        kinds=request.kinds,
    )
