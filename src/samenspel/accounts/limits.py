"""How often somebody may send a form: against guessing, and against flooding people with mail.

The counting is django-allauth's; here it works for forms of every context. What somebody typed is not lost: the page
that asks to wait holds it, and one button sends it again.
"""

import hmac
import secrets
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

A_DAY = 24 * 3600
SECRET = ("csrfmiddlewaretoken", "password", "code", "credential")


def limit(request: HttpRequest, *, action: str, rate: str, key: str = "") -> HttpResponse | None:
    """The page that asks to wait, when this was done too often; nothing when it may go on. Only POST counts.

    `rate` is `5/h/ip` (five an hour from one address), `3/m/user` or, with `key`, `10/d/key`; several with commas.
    """
    counted = ratelimit.consume(request, app="samenspel", action=action, config={action: rate}, key=key or None)
    return None if counted else too_often(request)


def limited(action: str, rate: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """The same as a decorator; stands under the access decorator."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            answer = limit(request, action=action, rate=rate)
            return answer if answer is not None else view(request, *args, **kwargs)

        return counted

    return decorate


def mark_of(request: HttpRequest, *, action: str, what: str = "") -> str:
    """A mark of this visitor for a day, to count with where not even an address may be kept.

    It is a hash with a salt that nobody knows and that is gone after a day; from then on it says nothing any more, also
    to who keeps the platform. People behind one address with the same browser have the same mark.
    """
    salt = cache.get_or_set(f"samenspel:salt:{action}", lambda: secrets.token_hex(32), timeout=A_DAY)
    visitor = f"{ratelimit.get_ip(request)}|{request.headers.get('User-Agent', '')}|{what}"
    return hmac.new(str(salt).encode(), visitor.encode(), "sha256").hexdigest()


def first_today(request: HttpRequest, *, action: str, what: str) -> bool:
    """Whether this visitor does this for the first time in a day; keeps no more than the mark."""
    mark = mark_of(request, action=action, what=what)
    return bool(cache.add(f"samenspel:first:{action}:{mark}", 1, timeout=A_DAY))


def too_often(request: HttpRequest, _exception: Exception | None = None) -> HttpResponse:
    """Asks to wait a little, and keeps what was typed, except codes and passwords."""
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if not any(secret in name for secret in SECRET)
        for value in values
    ]
    context = {"typed": typed, "has_files": bool(request.FILES)}
    return render(request, "accounts/too_often.html", context, status=HTTPStatus.TOO_MANY_REQUESTS)
