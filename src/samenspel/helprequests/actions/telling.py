"""The journal line of a step with a request, and the news of it for who asked."""

from uuid import UUID

from samenspel.helprequests.models import HelpRequest
from samenspel.journal import actions as journal
from samenspel.people.actions import telling as people
from samenspel.people.rules import News


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


def tell_people(news: News, request: HelpRequest) -> None:
    """The person and the carer hear it by the way they chose."""
    step = people.Step(news=news, network_id=request.network_id, request_id=request.pk)
    people.tell(persons=[one for one in (request.person_id, request.carer_id) if one], step=step)
