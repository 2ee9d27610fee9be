"""The look in a real browser: it fits, it is readable in every scheme, and it also works without JavaScript."""

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import Server

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[1] / "tools/node_modules/axe-core/axe.min.js"
GUIDE = "/stijlgids/"


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_sticks_out_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(GUIDE)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_fetches_only_from_us_and_breaks_no_rule(page: Page, server: Server) -> None:
    addresses: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(GUIDE, wait_until="networkidle")
    assert [address for address in addresses if not address.startswith((server.url, "data:"))] == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    if not AXE.exists():
        pytest.skip("axe is not installed: npm ci in tests/tools")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(GUIDE)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => JSON.stringify(result.violations))")
    assert json.loads(found) == []


def test_everything_one_touches_is_large_enough(page: Page) -> None:
    page.goto(GUIDE)
    small = page.evaluate(
        """[...document.querySelectorAll("main .utrecht-button, main .chip, main .option, main summary, main .tabs a")]
        .filter(element => element.getBoundingClientRect().height < 44).map(element => element.outerHTML)"""
    )
    assert small == []


def test_a_refused_form_puts_the_focus_on_what_is_wrong(page: Page) -> None:
    page.goto(GUIDE)
    assert "Er klopt iets nog niet" in page.locator(":focus").inner_text()
    page.locator(".error-summary a").first.click()
    assert page.locator(":focus").get_attribute("id") == "fout_name"


def test_a_password_can_be_looked_at(page: Page) -> None:
    page.goto(GUIDE)
    page.fill("#voorbeeld_password", "een lange zin")
    page.locator(".password", has=page.locator("#voorbeeld_password")).get_by_role("button").click()
    assert page.locator("#voorbeeld_password").get_attribute("type") == "text"


def test_a_limited_text_says_how_much_is_used(page: Page) -> None:
    page.goto(GUIDE)
    page.fill("#voorbeeld_about", "Samen wandelen")
    assert page.locator("#voorbeeld_about + .field__count").inner_text() == "14 / 400"


def test_without_javascript_nothing_is_missing(browser: Browser, server: Server) -> None:
    context = browser.new_context(base_url=server.url, java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(GUIDE)
    page.get_by_text("Waarom?").click()
    assert page.get_by_text("Omdat beide organisaties dit hebben ondertekend.").is_visible()
    assert page.locator(".password__show, .field__count").count() == 0
    context.close()
