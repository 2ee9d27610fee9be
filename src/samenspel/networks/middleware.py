"""Finds out, once per request and only when asked, for whom the signed-in person acts."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from samenspel.networks import queries


def scope(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put `request.scope` (accounts.rules.Scope) on every request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.scope = SimpleLazyObject(lambda: queries.scope_of(request.user))  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
