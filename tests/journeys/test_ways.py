"""Everybody gets everywhere by clicking: no link leads nowhere, and no page is only for who knows its address."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from tests.cast import Cast, as_person
from tests.journeys.reading import Element, Form, read
from tests.walk.book import FINE, all_pages
from tests.walk.examples import EXAMPLES, HSDS_LISTS, OWN_PAGES
from tests.walk.stage import Stage, fill
from tests.walk.walker import NOBODY

pytestmark = pytest.mark.django_db
WALKERS = {NOBODY: "/", "ria": "/vandaag/", "henk": "/vandaag/", "marjan": "/vandaag/", "fatma": "/vandaag/",
           "bram": "/vandaag/"}  # fmt: skip
NOT_FOLLOWED = ("/demo/binnen/",)
"""A door of the demo makes the person somebody else."""
FOR_PROGRAMS = ("about", "openapi", *(name for one in HSDS_LISTS for name in (one, f"{one}_one")))
BY_ANOTHER_WAY = {
    **{f"api:{of}{name}": "for programs; the README leads there" for of in ("", "network_") for name in FOR_PROGRAMS},
    "account_inactive": "the answer to signing in with a closed account",
    "account_logout": "a button in the menu; the page is for a browser that asks by address",
    "account_password_reset_completed": "the end of choosing a new password",
    "account_request_login_code": "the front of signing in does the same",
    "accounts:second_factor": "for who has no second step yet",
    "design:style_guide": "for who builds; the documentation leads there",
    "finding:list": "passed on by who made the list",
    "finding:list_print": "a button on the list, once something stands on it",
    "finding:outlines": "what the map under the results draws",
    "finding:qr": "a picture on the list, to scan",
    "finding:sitemap": "for search machines",
    "finding:sitemap_part": "for search machines",
    "helprequests:front_door_confirm": "the link in a mail to who has no account",
    "helprequests:front_door_mailed": "what the form for professionals answers",
    "helprequests:front_door_sent": "what the form for professionals answers",
    "helprequests:sent": "the end of asking for help",
    "mfa_list_webauthn": "for who has a passkey",
    "networks:contact_sent": "what a form answers",
    "networks:started": "the end of starting a network",
    **{f"referrals:{name}": "a link in a mail or letter, with a code" for name in OWN_PAGES},
    "referrals:outbox_file": "a button above what was sent, once something was",
    "socialaccount_connections": "for who can sign in through their organisation",
    "socialaccount_login_cancelled": "coming back from the sign-in of an organisation",
    "web:health": "for machines",
    "web:robots": "for search machines",
    "web:security_contact": "for who tests security",
}
"""Pages without a link on purpose, and how one comes there."""
BEFORE_SIGNING_IN = {"account_reset_password"}


@dataclass
class Walked:
    """Where somebody came by clicking."""

    pages: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """One of everything in Meerlinden."""
    return fill(cast, items=1)


@pytest.mark.parametrize("name", WALKERS)
def test_no_link_leads_nowhere_and_every_page_has_a_link(name: str, stage: Stage) -> None:
    walked = _walk(_browser(name, stage), start=WALKERS[name])
    assert walked.broken == []
    elsewhere = BY_ANOTHER_WAY.keys() if name == NOBODY else BY_ANOTHER_WAY.keys() | BEFORE_SIGNING_IN
    assert sorted(_pages_open_to(name, stage) - walked.pages - elsewhere) == []


def test_an_exception_is_a_page_that_exists(stage: Stage) -> None:
    assert BY_ANOTHER_WAY.keys() | BEFORE_SIGNING_IN <= {page.name for page in all_pages(stage, EXAMPLES)}


def _browser(name: str, stage: Stage) -> Client:
    return Client() if name == NOBODY else as_person(stage.cast.people[name])


def _walk(browser: Client, *, start: str) -> Walked:
    """Breadth-first over every link; a page with other values in its query is the same page."""
    walked, ahead, seen = Walked(), deque([(start, "")]), {_kind(start)}
    while ahead:
        address, came_from = ahead.popleft()
        answer = browser.get(address, follow=True)
        if answer.status_code != FINE:
            walked.broken.append(f"{came_from} links to {address}: {answer.status_code}")
            continue
        here = answer.request["PATH_INFO"]
        walked.pages |= {_name(urlsplit(address).path), _name(here)}
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for link in _links(answer.content.decode(), here):
            if _kind(link) not in seen:
                seen.add(_kind(link))
                ahead.append((link, here))
    return walked


def _links(html: str, here: str) -> Iterator[str]:
    """Every link, and every button that only asks for a page."""
    page = read(html)
    asked = [_asked_by(one) for one in page.all("form") if one["method"] == "get"]
    for link in [*(one["href"] for one in page.all("a") if one["href"]), *asked]:
        address = urljoin(here, link)
        if not urlsplit(address).scheme and not address.startswith(NOT_FOLLOWED):
            yield address.split("#")[0]


def _asked_by(form: Element) -> str:
    return f"{form['action']}?{urlencode(Form(form).values(), doseq=True)}"


def _kind(address: str) -> tuple[str, frozenset[str]]:
    parts = urlsplit(address)
    return parts.path, frozenset(key for key, _value in parse_qsl(parts.query))


def _name(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return path


def _pages_open_to(name: str, stage: Stage) -> set[str]:
    """The pages that answer this person with something to read."""
    browser = _browser(name, stage)
    return {page.name for page in all_pages(stage, EXAMPLES) if browser.get(page.address).status_code == FINE}
