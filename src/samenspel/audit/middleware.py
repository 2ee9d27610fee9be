"""Remembers for whom a request acts, and logs pages that were refused or broke (L22)."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch

from samenspel.audit import actions, circumstances
from samenspel.audit.rules import Action, Outcome

READING = {"GET", "HEAD", "OPTIONS"}
OPEN_TO_ALL = {"public", "own_sign_in"}
NAME_LENGTH = 80


def looks(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Every refused or failed page becomes a line in the log, after its own transaction was rolled back.

    A 404 counts as refused on a page that is not for everyone: there it means 'not there, or not for you'.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        with circumstances.during(request):
            response = get_response(request)
            outcome = _outcome(request.resolver_match, response.status_code)
            if outcome:
                _write(request, outcome)
        return response

    return middleware


def _outcome(page: ResolverMatch | None, status: int) -> Outcome | None:
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome.FAILED
    if status == HTTPStatus.FORBIDDEN:
        return Outcome.REFUSED
    guarded = page is not None and getattr(page.func, "access", "") not in OPEN_TO_ALL
    return Outcome.REFUSED if status == HTTPStatus.NOT_FOUND and guarded else None


def _write(request: HttpRequest, outcome: Outcome) -> None:
    page = request.resolver_match
    actions.record(
        "audit.page.refused" if outcome is Outcome.REFUSED else "audit.page.failed",
        action=Action.READ if request.method in READING else Action.EXECUTE,
        by=request.user.pk if request.user.is_authenticated else None,
        outcome=outcome,
        object_type=page.view_name.lower()[:NAME_LENGTH] if page else "",
        object_id=next((one for one in page.kwargs.values() if isinstance(one, UUID)), None) if page else None,
        permission=getattr(page.func, "access", "")[:60] if page else "",
    )
