"""What waits at the front door of a network: a list without names, and the same as a sheet."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.helprequests import desklist
from samenspel.helprequests.filtering import Row, choice_from, chosen
from samenspel.helprequests.queries import desk, waiting
from samenspel.helprequests.rules import RequestState
from samenspel.lib import clock, sheet_writing
from samenspel.networks.access import for_network
from samenspel.networks.frame import about, page_number
from samenspel.networks.models import Network

PER_PAGE = 25


@for_network(Permission.HANDLE_REQUESTS)
@require_safe
def requests(request: PersonRequest, network: Network) -> HttpResponse:
    """One tab of the list, what waits longest on top."""
    choice, open_ones = choice_from(request.GET), waiting.in_hand(network)
    is_closed = choice.state is RequestState.CLOSED
    rows = waiting.closed(network) if is_closed else open_ones
    number_closed = len(rows) if is_closed else waiting.number_closed(network)
    found = chosen(rows, choice)
    page = Paginator(found, PER_PAGE).get_page(page_number(request))
    context = {
        "lines": desklist.lines(
            list(page), network=network, me=request.user.pk, names=_names(list(page)), today=clock.today()
        ),
        "page": page,
        "choice": choice,
        "without_filters": desklist.without_filters(choice).query,
        "waiting": sum(row.state == RequestState.NEW.value for row in open_ones),
        "tabs": desklist.tabs(
            open_ones, network=network, number_closed=number_closed, most=waiting.MOST_CLOSED, choice=choice
        ),
        "filters": desklist.filters(rows, choice),
    }
    return render(request, "helprequests/requests.html", about(network) | context)


@for_network(Permission.HANDLE_REQUESTS)
@require_safe
def requests_file(request: PersonRequest, network: Network) -> HttpResponse:
    """The tab as it was filtered, as a workbook without names; taking it along is written in the log."""
    choice = choice_from(request.GET)
    rows = waiting.closed(network) if choice.state is RequestState.CLOSED else waiting.in_hand(network)
    found = chosen(rows, choice)
    tab = desklist.sheet(found, me=request.user.pk, names=_names(found), today=clock.today(), choice=choice)
    audit.record(
        "helprequests.request.exported", action=Action.EXPORT, by=request.user.pk, network_id=network.pk,
        detail="form=xlsx",
    )  # fmt: skip
    name = f"hulpvragen-{network.slug}-{choice.tab}-{clock.today():%Y-%m-%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(sheet_writing.as_xlsx([tab]), content_type=sheet_writing.XLSX, headers=headers)


def _names(rows: list[Row]) -> dict[UUID, str]:
    """The colleagues who are busy with these."""
    return desk.names_of({row.taken_by for row in rows if row.taken_by})
