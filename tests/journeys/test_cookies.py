"""The site uses cookies."""

import re

import pytest

from tests.cast import Cast
from tests.journeys.steps import Person, signed_in, somebody

FUNCTIONAL = {"samenspel", "csrftoken", "django_language", "samenspel_lijst", "messages"}
LOADED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "form": "action",
}


def loads_nothing_from_elsewhere(person: Person) -> None:
    """Neither the page nor what the browser is allowed to do asks another house for anything."""
    for tag, attribute in LOADED.items():
        for one in person.page.all(tag):
            if one["rel"] == "canonical":
                continue  # says where the page lives; nothing is fetched
            assert not re.match(r"(https?:)?//", one[attribute]), f"{one[attribute]} on {person.address}"
    policy = person.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert not re.search(r"https?://|\*|unsafe", policy), policy


@pytest.mark.clauses("P1.12")
def test_a_visitor_gets_only_functional_cookies_and_reads_which(cast: Cast) -> None:
    visitor = somebody().goes_to("/")
    for words in ("Netwerk Meerlinden", "Stel uw vraag", "Cookies", "Inloggen"):
        loads_nothing_from_elsewhere(visitor.clicks(words))
    visitor.presses("English")
    assert set(visitor.client.cookies) <= FUNCTIONAL
    for cookie in visitor.client.cookies.values():
        assert cookie["samesite"] in {"Lax", "Strict"}
        assert not cookie["domain"]
    visitor.goes_to("/cookies/").sees(*FUNCTIONAL)


@pytest.mark.clauses("P1.12")
def test_signing_in_brings_no_other_cookie_and_one_of_them_no_script_can_read(cast: Cast) -> None:
    henk = signed_in(cast.henk).clicks("Prikbord")
    loads_nothing_from_elsewhere(henk)
    assert set(henk.client.cookies) <= FUNCTIONAL
    assert henk.client.cookies["samenspel"]["httponly"]


@pytest.mark.clauses("P1.12")
def test_looking_alone_keeps_nothing_of_a_visitor(cast: Cast) -> None:
    visitor = somebody().goes_to("/").clicks("Netwerk Meerlinden").clicks("Stichting Huisvriend")
    assert "samenspel" not in visitor.client.cookies
