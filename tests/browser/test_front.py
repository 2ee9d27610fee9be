"""The front door opens in a real browser."""

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_front_page_opens(page: Page) -> None:
    answer = page.goto("/")
    assert answer is not None
    assert answer.status == 200
    assert page.locator("h1").count() == 1
