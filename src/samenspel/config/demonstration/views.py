"""Pages of the demo only: who is in the cast, the door of each person, and the mail that would have been sent."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.accounts.access import public
from samenspel.config.demonstration import doors, letters
from samenspel.config.demonstration.cast import BY_KEY, CAST, Person


@public
@never_cache
@require_safe
def cast(request: HttpRequest) -> HttpResponse:
    """Everybody of the cast with what is worth trying; with buttons for who came through a printed address."""
    known = doors.is_known(request)
    people = [_shown(person, with_door=known) for person in CAST]
    return render(request, "config/demonstration/cast.html", {"people": people, "is_known": known})


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, person: str, token: str) -> HttpResponse:
    """Who this person is and one button; the button signs in.

    Raises:
        Http404: a wrong word in the address, or nobody of that name.
    """
    who = BY_KEY.get(person)
    user = doors.account_of(who) if who and doors.fits(token) else None
    if who is None or user is None:
        raise Http404
    if request.method == "POST":
        doors.come_in(request, user)
        return doors.remember(redirect(settings.LOGIN_REDIRECT_URL))
    return doors.remember(render(request, "config/demonstration/door.html", _shown(who, with_door=True)))


@public
@never_cache
@require_safe
def show_letters(request: HttpRequest) -> HttpResponse:
    """The mails that the demo kept, newest first, so that an invitation or a code can be used."""
    return render(request, "config/demonstration/letters.html", {"letters": letters.newest()})


def _shown(person: Person, *, with_door: bool) -> dict[str, Any]:
    accent = person.side.value if person.side else "plain"
    return {"person": person, "accent": accent, "door": doors.door_of(person) if with_door else ""}
