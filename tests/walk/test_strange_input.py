"""Strange input at every address: a clear answer, never a broken page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from samenspel.config import database
from tests.cast import as_person, make_cast
from tests.conftest import own_database
from tests.walk.book import Page, all_pages
from tests.walk.examples import EXAMPLES
from tests.walk.stage import Stage, fill
from tests.walk.walker import NOBODY

STRANGE = "\x00\u202e\u2066🙂\x07\u200f=1+1'\"<script>" + "é" * 300
NAMES = (
    "page", "zoek", "waar", "thema", "stand", "kant", "soort", "van", "tot", "persoon", "organisatie", "afloop", "next",
    "email", "login", "password", "code", "name", "roles", "text", "title", "once", "mark", "kind", "theme", "until_on",
    "organisation", "network", "reason", "outcome", "channel", "language", "way", "area", "municipality", "phone",
    "website", "picture", "kvk", "rsin", "motivation", "contact_name", "contact_email", "contact_phone", "slug",
    "sender_name", "sender_email", "sender_phone", "call_when", "lead", "lead_name", "account_email", "action_primary",
)  # fmt: skip
QUERIES = (
    "?" + "&".join(f"{name}=%00%E2%80%AE%FF%FE" for name in NAMES),
    "?" + "&".join(f"{name}=-1" for name in NAMES),
    "?" + "&".join(f"{name}=99999999999999999999999" for name in NAMES),
    "?" + "&".join(f"{name}=abc&{name}=%C2%B2&{name}=%D9%A3" for name in NAMES),
    "?" + "&".join(f"{name}[]=a&{name}=0190d3b0-0000-7000-8000-00000000zzzz" for name in NAMES),
)
SEARCHED = {
    "web:home", "places:index", "audit:log", "audit:file", "privacy:runs", "networks:network", "networks:board",
    "networks:board_mine", "networks:inbox", "networks:post_new",
}  # fmt: skip
OPEN_TO_ALL = {"public", "own_sign_in"}
Sending = Callable[[Client, str], int]


def _form(values: dict[str, object]) -> Sending:
    return lambda client, address: client.post(address, values).status_code


def _raw(body: bytes, content_type: str) -> Sending:
    return lambda client, address: client.generic("POST", address, body, content_type=content_type).status_code


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile(
        "../../../etc/passwd\n.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, content_type="image/png"
    )


FORMS: dict[str, Sending] = {
    "strange signs": _form({name: STRANGE.encode("utf-8", "replace") for name in NAMES}),
    "long text": _form(dict.fromkeys(("text", "name", "title", "email", "motivation", "code"), "x" * 100_000)),
    "the same name often": _form({name: ["1", "2", "", "3"] for name in NAMES}),
    "a file for text": lambda client, address: (
        client.post(address, {name: _file() for name in ("name", "text", "email", "picture")}).status_code
    ),
}
BODIES: dict[str, Sending] = {
    "five thousand fields": _form({f"field{number}": "1" for number in range(5_000)}),
    "JSON": _raw(b'{"name": {"$gt": ""}}', "application/json"),
    "invalid bytes": _raw(b"name=\xff\xfe%FF%00&text=%ED%A0%80", "application/x-www-form-urlencoded"),
    "an unknown alphabet": _raw(b"name=a", "application/x-www-form-urlencoded; charset=klingon"),
    "a broken multipart": _raw(b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"),
    "no boundary": _raw(b"anything", "multipart/form-data"),
}


@dataclass
class Tried:
    """What each sending gave at each address."""

    answers: list[tuple[str, str, Page, int]] = field(default_factory=list)

    def broken(self) -> list[str]:
        """What was answered with an error of ours."""
        return [f"{who}, {what} at {page.name}: {status}" for who, what, page, status in self.answers if status >= 500]


@pytest.fixture(scope="module")
def stage(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Stage]:
    """The stage on a database of its own."""
    with django_db_blocker.unblock(), own_database(postgres, empty_database):
        yield fill(make_cast(), items=1)


def _client(stage: Stage, name: str) -> Client:
    client = Client() if name == NOBODY else as_person(stage.cast.people[name])
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("name", [NOBODY, "marjan", "fatma"])
def test_no_question_in_an_address_breaks_a_page(stage: Stage, name: str) -> None:
    client, tried = _client(stage, name), Tried()
    for page in all_pages(stage, EXAMPLES):
        for query in QUERIES if page.name in SEARCHED else QUERIES[:1]:
            tried.answers.append((name, query[:20], page, client.get(page.address + query).status_code))
    assert tried.broken() == []


@pytest.mark.parametrize("name", [NOBODY, "marjan"])
def test_nothing_that_is_sent_breaks_a_page(stage: Stage, name: str) -> None:
    tried = Tried()
    for page in all_pages(stage, EXAMPLES):
        cache.clear()  # so that no sending is stopped by a limit before anybody looks at it
        client = _client(stage, name)
        for what, send in (FORMS if page.access in OPEN_TO_ALL or name != NOBODY else {}).items():
            tried.answers.append((name, what, page, send(client, page.address)))
    assert tried.broken() == []


def test_no_body_breaks_a_page(stage: Stage) -> None:
    tried = Tried()
    for page in all_pages(stage, EXAMPLES):
        if page.access == "public":
            cache.clear()
            client = _client(stage, NOBODY)
            tried.answers += [(NOBODY, what, page, send(client, page.address)) for what, send in BODIES.items()]
    assert tried.broken() == []


@pytest.mark.parametrize(
    "cookie", ['samenspel="aaaaaaaa\\000bbbbbbbb"', "samenspel=\xff", "csrftoken=; django_language=../../etc", "=;;="]
)
def test_no_cookie_breaks_a_page(stage: Stage, cookie: str) -> None:
    client = _client(stage, NOBODY)
    assert client.get("/", headers={"cookie": cookie}).status_code == 200
    assert client.get("/vandaag/", headers={"cookie": cookie}).status_code == 302


@pytest.mark.parametrize("header", ["accept-language", "referer", "x-forwarded-for", "hx-request", "hx-current-url"])
def test_no_header_breaks_a_page(stage: Stage, header: str) -> None:
    client = _client(stage, NOBODY)
    assert client.get("/", headers={header: "\x00," * 900}).status_code == 200
    assert client.post("/account/inloggen/code/", {"email": "a@b.test"}, headers={header: "€;q=x"}).status_code < 500
