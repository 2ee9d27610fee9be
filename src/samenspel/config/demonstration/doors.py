"""The doors by which the cast comes in: an address per person that works only for who saw it printed.

The doors exist in the demo only. An address opens a page with one button; the button signs in. So a browser that
fetches addresses ahead does not sign anybody in.
"""

import secrets

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from samenspel.accounts.models import User
from samenspel.config.demonstration.cast import CAST, Person
from samenspel.config.environment import optional

COOKIE = "demo"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def token() -> str:
    """The word in the addresses that `./samenspel demo` prints; made new at every start, empty when there is none."""
    return optional("SAMENSPEL_DEMO_TOKEN")


def fits(given: str) -> bool:
    """Whether this is the word, compared in a time that tells nothing."""
    return bool(token()) and secrets.compare_digest(given.encode(), token().encode())


def is_known(request: HttpRequest) -> bool:
    """Whether this browser came through one of the printed addresses before."""
    return fits(request.COOKIES.get(COOKIE, ""))


def remember(response: HttpResponse) -> HttpResponse:
    """Let this browser change person without the printed addresses, until it closes."""
    response.set_cookie(COOKIE, token(), httponly=True, samesite="Lax")
    return response


def account_of(person: Person) -> User | None:
    """The account of one of the cast, or nothing in a database without the demo network."""
    return User.objects.filter(email=person.email, is_active=True).first()


def come_in(request: HttpRequest, user: User) -> None:
    """Sign in as one of the cast, with the second factor that roles with care data ask for taken as given."""
    login(request, user, backend=BACKEND)
    request.session["demo_second_factor"] = True


def sign_in_addresses() -> list[tuple[str, str]]:
    """Role with name, and the address of the door, of each of the cast; in English, like the rest of the terminal."""
    with translation.override("en"):
        return [(f"{person.role}, {person.name}", f"{settings.SITE_ADDRESS}{door_of(person)}") for person in CAST]


def door_of(person: Person) -> str:
    """The path of a person's door."""
    return reverse("demonstration:door", args=[person.key, token()])
