"""Ends a session after idle time, without writing to the database on every request; keeps pages out of caches."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from samenspel.accounts.rules import session_is_over
from samenspel.lib import clock

REMEMBERED_FOR = timedelta(seconds=60)


def idle_time(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sign somebody out who did nothing for `SESSION_IDLE`, or who signed in longer than `SESSION_LONGEST` ago."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _remember_or_end(request)
        return get_response(request)

    return middleware


def not_kept(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let no browser or proxy keep what a person saw: on a shared computer the next one could go back to it.

    Also what a signed link opens, because whoever holds the link needs no account. A page that says itself how long
    it may be kept, such as a picture, goes before.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        by_link = request.resolver_match is not None and "token" in request.resolver_match.kwargs
        if "Cache-Control" not in response and (by_link or settings.SESSION_COOKIE_NAME in request.COOKIES):
            response["Cache-Control"] = "no-store, private"
        return response

    return middleware


def _remember_or_end(request: HttpRequest) -> None:
    now = clock.now()
    session = request.session
    started_at = datetime.fromisoformat(session.setdefault("started_at", now.isoformat()))
    seen_at = datetime.fromisoformat(session.setdefault("seen_at", now.isoformat()))
    if session_is_over(
        started_at=started_at, seen_at=seen_at, now=now, idle=settings.SESSION_IDLE, longest=settings.SESSION_LONGEST
    ):
        logout(request)
        request.session["ended_by_idle_time"] = True
        return
    if now - seen_at > REMEMBERED_FOR:
        session["seen_at"] = now.isoformat()
