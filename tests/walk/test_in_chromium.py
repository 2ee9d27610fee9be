"""Every different page in a real browser at 320 px: accessible, fits, no error on the console, nothing external."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browsing import Server
from tests.cast import as_person
from tests.walk import checkers
from tests.walk.stage import Stage, fill
from tests.walk.walker import NOBODY, Visit, people_of, walk

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def visits(site: Server) -> list[Visit]:
    """One visit for each page that looks different, to who sees it."""
    stage = fill(site.cast, items=2)
    seen = {visit.main: visit for visit in walk(stage) if visit.is_html and visit.status == 200}
    return list(seen.values())


@pytest.fixture
def contexts(site: Server, browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """A browser for each person, signed in."""
    opened = {}
    for name, user in people_of(Stage(cast=site.cast)).items():
        context = browser.new_context(base_url=site.url, viewport=NARROW, locale="nl-NL")  # type: ignore[arg-type]
        if user:
            cookie = as_person(user).cookies["samenspel"].value
            context.add_cookies([{"name": "samenspel", "value": cookie, "url": site.url}])
        opened[name] = context
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.skipif(
    not checkers.AXE.exists(), reason="no accessibility checker; install Node.js and npm, then run again"
)
def test_every_page_is_accessible_and_keeps_to_itself(
    site: Server, visits: list[Visit], contexts: dict[str, BrowserContext]
) -> None:
    assert len(visits) > 20
    assert {NOBODY, "marjan"} <= {visit.person for visit in visits}
    complaints = [one for visit in visits for one in _complaints(visit, contexts[visit.person], site.url)]
    assert complaints == []


def _complaints(visit: Visit, context: BrowserContext, home: str) -> list[str]:
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(visit.page.address)
    found = [f"console: {text}" for text in said]
    found += [f"asks elsewhere: {url}" for url in asked if not url.startswith((home, "data:", "blob:"))]
    if answer is None or answer.status != visit.status:
        found.append(f"answers {answer.status if answer else None}, not {visit.status}")
    page.evaluate(checkers.AXE.read_text())
    found += page.evaluate(checkers.AXE_RUN)
    if (width := page.evaluate("document.scrollingElement.scrollWidth")) > NARROW["width"]:
        found.append(f"is {width} px wide on a screen of {NARROW['width']}")
    page.close()
    return [f"{visit}: {one}" for one in found]
