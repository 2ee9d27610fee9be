"""The pages in the middle of signing in, which nobody reaches by an address alone: accessible, narrow, valid."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import CDPSession, Page, Response

from samenspel.accounts.models import User
from tests.browser.test_sign_in import (  # noqa: F401 -- fixtures
    PASSWORD,
    coordinator,
    passkeys,
    person,
    press,
    sign_in_by_password,
)
from tests.mailbox import Mailbox
from tests.walk import checkers

NARROW = {"width": 320, "height": 640}
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not checkers.AXE.exists(), reason="no accessibility checker: npm ci in tests/tools"),
]


@dataclass
class Inspector:
    """Looks at the page that is open, and remembers what is wrong with it."""

    page: Page
    sources: dict[str, str]
    complaints: list[str] = field(default_factory=list)
    documents: dict[str, Response] = field(default_factory=dict)

    def remember(self, answer: Response) -> None:
        """Keep the newest answer for each address."""
        if answer.request.resource_type == "document":
            self.documents[answer.url] = answer

    def look(self) -> None:
        """Check what is on the screen now, and keep its source for the HTML checker."""
        self.page.wait_for_load_state()
        url = self.page.url
        self.page.evaluate(checkers.AXE.read_text())
        self.complaints += [f"{url}: {one}" for one in self.page.evaluate(checkers.AXE_RUN)]
        if (width := self.page.evaluate("document.scrollingElement.scrollWidth")) > NARROW["width"]:
            self.complaints.append(f"{url} is {width} px wide")
        self.sources[f"{len(self.sources)} {url}"] = self.documents[url].text()


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """The source of every page looked at, for one run of the HTML checker: starting it takes seconds."""
    return {}


@pytest.fixture
def inspector(page: Page, sources: dict[str, str]) -> Iterator[Inspector]:
    """Somebody who looks along on a very narrow phone; at the end there is nothing to complain about."""
    inspector = Inspector(page, sources)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.on("response", inspector.remember)
    page.on("console", lambda said: inspector.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: inspector.complaints.append(str(error)))
    yield inspector
    assert inspector.complaints == []


def test_the_steps_to_an_app(page: Page, mailbox: Mailbox, coordinator: User, inspector: Inspector) -> None:  # noqa: F811
    page.goto("/account/inloggen/")
    page.get_by_label("E-mailadres").fill(coordinator.email)
    press(page, "Stuur mij een code")
    page.get_by_label("Code uit de mail").fill("1234")
    press(page, "Verder")
    inspector.look()
    page.get_by_label("Code uit de mail").fill(mailbox.code_to(coordinator.email))
    press(page, "Verder")
    inspector.look()
    press(page, "Kies de app")
    inspector.look()
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Verder")
    inspector.look()
    page.get_by_label("Code", exact=True).fill("1")
    press(page, "Tweede stap aanzetten")
    inspector.look()


def test_the_steps_to_a_passkey(page: Page, coordinator: User, passkeys: CDPSession, inspector: Inspector) -> None:  # noqa: F811
    sign_in_by_password(page, coordinator)
    page.goto("/account/beveiliging/toegangssleutels/nieuw/")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Verder")
    inspector.look()
    press(page, "Toegangssleutel maken")
    page.locator(".codes").wait_for()
    for address in ("reservecodes/", "", "toegangssleutels/", "reservecodes/nieuw/"):
        page.goto(f"/account/beveiliging/{address}")
        inspector.look()
    for link in ("Naam wijzigen", "Weghalen"):
        page.goto("/account/beveiliging/toegangssleutels/")
        page.get_by_role("link", name=link).click()
        inspector.look()
    page.context.clear_cookies()
    sign_in_by_password(page, coordinator)
    inspector.look()
    assert passkeys


@pytest.mark.skipif(not checkers.can_check_html(), reason="no HTML checker: npm ci in tests/tools")
def test_the_steps_are_valid_html(sources: dict[str, str]) -> None:
    assert len(sources) > 10, "runs after the steps themselves"
    assert checkers.html_complaints(sources) == []
