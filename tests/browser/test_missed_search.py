"""A page without results that stands still counts by itself, once; one that somebody leaves does not."""

import pytest
from playwright.sync_api import Browser, Page, expect

from samenspel.finding.models import Gap
from tests.browsing import Server
from tests.factories import make_network

pytestmark = pytest.mark.browser
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
TOLD = "Het netwerk weet nu dat dit hier ontbreekt."
WAITS = 5_000


def test_it_counts_after_a_while_and_not_when_somebody_goes_on(site: Server, browser: Browser) -> None:
    network = make_network(name="Netwerk zonder aanbod", slug="zonder-aanbod")
    page, said = _opened(browser, site.url)
    page.goto("/n/zonder-aanbod/zoeken/?soort=odd-jobs")
    page.goto("/n/zonder-aanbod/zoeken/?soort=transport")
    page.get_by_text(TOLD).wait_for(timeout=4 * WAITS)
    page.goto("/n/zonder-aanbod/zoeken/?soort=transport")
    page.get_by_text(TOLD).wait_for(timeout=4 * WAITS)
    assert list(Gap.objects.filter(network=network).values_list("kind", "nothing", "wider")) == [("transport", 1, 0)]
    assert said == []


def test_a_page_with_data_for_machines_says_nothing_on_the_console(site: Server, browser: Browser) -> None:
    page, said = _opened(browser, site.url)
    page.goto("/n/meerlinden/")
    expect(page.locator('script[type="application/ld+json"]')).to_have_count(1)
    assert said == []


def _opened(browser: Browser, url: str) -> tuple[Page, list[str]]:
    """A page of an ordinary browser, and what it complains of."""
    page = browser.new_context(base_url=url, user_agent=AGENT, locale="nl-NL").new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, said
