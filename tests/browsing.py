"""For tests with a browser: `server` (the site, with the cast in it), `browser`, and `page` (a phone of 390 px).

A test that makes rows itself asks for `site`: it points Django at the server's database, with real commits. One server
serves all tests, so a test makes its own people when it changes them.
"""

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connections, transaction
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from samenspel.config import database
from samenspel.config.testing import browser as installed_browser
from tests.cast import Cast, make_cast
from tests.conftest import point_at
from tests.serving import serving

# The browser's library keeps an event loop in this thread; Django would take its queries for asynchronous ones.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
COUNTER = itertools.count()
PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Server:
    """The running site: its address, its database, and who is in it."""

    url: str
    addresses: database.Addresses
    cast: Cast


@pytest.fixture(scope="session")
def server(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[Server]:
    """Our server as a real process, on its own database with the cast committed in it."""
    name = f"browser_{os.getpid()}_{next(COUNTER)}"
    postgres.create_database(name, template=empty_database)
    addresses = postgres.addresses(name)
    with django_db_blocker.unblock():
        before = _point_elsewhere(addresses)
        with transaction.atomic():
            cast = make_cast()
        _point_back(before)
    with serving(addresses) as url:
        yield Server(url=url, addresses=addresses, cast=cast)
    postgres.drop_database(name)


@pytest.fixture
def site(server: Server, django_db_blocker: DjangoDbBlocker) -> Iterator[Server]:
    """The server, with Django in this test working on the same database."""
    with django_db_blocker.unblock():
        before = _point_elsewhere(server.addresses)
        yield server
        _point_back(before)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium, headless, talking to nobody but us."""
    path = installed_browser()
    if path is None:
        pytest.skip("no Chromium on this machine")
    options = [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A browser that has never been here before, on a phone, in Dutch."""
    opened = browser.new_context(base_url=server.url, viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One open tab."""
    return context.new_page()


def _point_elsewhere(addresses: database.Addresses) -> dict[str, dict[str, object]]:
    before = {alias: dict(connections[alias].settings_dict) for alias in ("default", "owner")}
    point_at(addresses)
    return before


def _point_back(before: dict[str, dict[str, object]]) -> None:
    for alias, settings in before.items():
        connections[alias].close()
        connections[alias].settings_dict.update(settings)
