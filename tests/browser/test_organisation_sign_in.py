"""Signing in with the account of one's organisation, at a real OIDC provider; it never takes an account over."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from playwright.sync_api import Browser, Page, expect

from samenspel.accounts.models import User
from tests.browser.test_sign_in import press, sign_in_by_code
from tests.browsing import PHONE, Server
from tests.factories import make_user
from tests.mailbox import Mailbox
from tests.serving import free_port, running, serving, wait_until_it_answers

pytestmark = pytest.mark.browser
TOOLS = Path(__file__).resolve().parents[1] / "tools"
SERVICE = "Inloggen via Zorggroep De Linde"


@pytest.fixture(scope="module")
def connected(server: Server) -> Iterator[str]:
    """A second server on the same database, tied to a provider that runs beside it; gives its address."""
    if not (TOOLS / "node_modules" / "oidc-provider").exists() or not shutil.which("node"):
        pytest.skip("no OIDC provider on this machine: npm ci in tests/tools")
    ours, theirs = free_port(), free_port()
    callback = f"http://localhost:{ours}/account/oidc/organisatie/terug/"
    settings = {
        "OIDC_SERVER": f"http://localhost:{theirs}",
        "OIDC_CLIENT_ID": "samenspel",
        "OIDC_CLIENT_SECRET": "een-geheim-van-de-test",
        "OIDC_NAME": "Zorggroep De Linde",
    }
    with running(["node", str(TOOLS / "oidc_provider.mjs"), str(theirs), callback]):
        wait_until_it_answers(f"http://127.0.0.1:{theirs}/.well-known/openid-configuration")
        with serving(server.addresses, port=ours, **settings) as url:
            yield url


@pytest.fixture
def page(browser: Browser, connected: str, site: Server) -> Iterator[Page]:
    """A phone at the server that knows the provider."""
    context = browser.new_context(base_url=connected, viewport=PHONE, locale="nl-NL")  # type: ignore[arg-type]
    assert site
    yield context.new_page()
    context.close()


def person_named(name: str) -> User:
    person = make_user(name=name, email=f"{name}@voorbeeld.test")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def at_the_provider(page: Page, name: str) -> None:
    """Sign in there and agree."""
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill("iets")
    page.get_by_role("button", name="Sign-in").click()
    page.get_by_role("button", name="Continue").click()


def sign_in_at_organisation(page: Page, name: str) -> None:
    page.goto("/account/inloggen/")
    press(page, SERVICE)
    at_the_provider(page, name)


def test_who_is_unknown_is_told_whom_to_ask(page: Page) -> None:
    sign_in_at_organisation(page, "nieuwkomer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij kennen deze inlog nog niet")
    assert not User.objects.filter(email="nieuwkomer@voorbeeld.test").exists()


def test_the_same_address_does_not_open_an_account_that_was_not_tied(page: Page) -> None:
    person = person_named("gelijknamig")
    sign_in_at_organisation(page, "gelijknamig")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wij kennen deze inlog nog niet")
    page.goto("/account/")
    expect(page).to_have_url(re.compile("/account/inloggen/"))
    assert not SocialAccount.objects.filter(user=person).exists()


def test_after_tying_it_opens_the_account_and_asks_the_second_step(page: Page, mailbox: Mailbox) -> None:
    person = person_named("wilma")
    sign_in_by_code(page, mailbox, person)
    page.goto("/account/koppelingen/")
    press(page, "Zorggroep De Linde koppelen")
    at_the_provider(page, "wilma-bij-de-linde")
    expect(page.get_by_text("Deze inlog opent uw account.")).to_be_visible()
    assert SocialAccount.objects.get(user=person).extra_data == {}
    page.context.clear_cookies()

    sign_in_at_organisation(page, "wilma-bij-de-linde")
    expect(page).to_have_url(re.compile("/vandaag/"))
    page.context.clear_cookies()

    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    sign_in_at_organisation(page, "wilma-bij-de-linde")
    expect(page).to_have_url(re.compile("/account/inloggen/tweede-stap/"))
