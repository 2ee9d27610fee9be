"""The link in the mail in a real browser, on a phone: a code, a decision, and only then a name."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Server
from tests.mailbox import Mailbox
from tests.referrals.receiving import KNOWN_ADDRESS, known_at, link_to, send_to

pytestmark = pytest.mark.browser
NAME = "Truus de Wit"


def test_with_the_code_from_the_mail_one_accepts_and_knows_who(site: Server, page: Page) -> None:
    known_at(site.cast.municipality)
    page.goto(link_to(send_to(site.cast, site.cast.municipality, kinds=("walking",))))
    page.get_by_role("button", name="Stuur mij een code").click()
    page.get_by_label("De code uit de mail").fill(Mailbox().code_to(KNOWN_ADDRESS))
    page.get_by_role("button", name="Open de verwijzing").click()
    expect(page.get_by_role("main")).to_contain_text("Pas als u de verwijzing aanneemt")
    expect(page.get_by_role("main")).not_to_contain_text(NAME)
    page.get_by_role("button", name="Aannemen", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(NAME)
