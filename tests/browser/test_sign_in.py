"""Signing in as a person does it: a code from the mailbox, a password with an app, a passkey, a recovery code."""

import re
from collections.abc import Iterator

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import CDPSession, Page, expect

from samenspel.accounts import roles
from samenspel.accounts.models import User
from tests.browsing import Server
from tests.factories import give_role, make_user
from tests.mailbox import Mailbox

pytestmark = pytest.mark.browser
PASSWORD = "fietsen langs de waterkant"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def person(site: Server) -> User:
    """Somebody with a password and a confirmed address, and no role."""
    person = make_user(password=PASSWORD)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@pytest.fixture
def coordinator(site: Server, person: User) -> User:
    """The same somebody, who may see care data."""
    give_role(person, roles.COORDINATOR, organisation=site.cast.huisvriend)
    return person


@pytest.fixture
def passkeys(page: Page) -> Iterator[CDPSession]:
    """A device that keeps passkeys and always recognises its owner."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip
    yield session
    session.send("WebAuthn.disable")


def code_now(secret: str) -> str:
    """What an app with this secret shows at this moment."""
    counter = list(yield_hotp_counters_from_time())[1]
    return str(format_hotp_value(hotp_value(secret, counter)))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def sign_in_by_code(page: Page, mailbox: Mailbox, person: User) -> None:
    page.goto("/account/inloggen/")
    page.get_by_label("E-mailadres").fill(person.email)
    press(page, "Stuur mij een code")
    page.get_by_label("Code uit de mail").fill(mailbox.code_to(person.email))
    press(page, "Verder")


def sign_in_by_password(page: Page, person: User) -> None:
    page.goto("/account/inloggen/?met=wachtwoord")
    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Inloggen")


def test_with_a_code_from_the_mailbox_and_out_again(page: Page, mailbox: Mailbox, person: User) -> None:
    sign_in_by_code(page, mailbox, person)
    expect(page).to_have_url(re.compile("/vandaag/"))
    page.goto("/account/uitloggen/")
    page.get_by_role("main").get_by_role("button", name="Uitloggen").click()
    page.goto("/account/")
    expect(page).to_have_url(re.compile("/account/inloggen/"))


def test_who_sees_care_data_arranges_an_app_and_goes_on(page: Page, mailbox: Mailbox, coordinator: User) -> None:
    page.goto("/vandaag/?van=menu")
    page.get_by_label("E-mailadres").fill(coordinator.email)
    press(page, "Stuur mij een code")
    page.get_by_label("Code uit de mail").fill(mailbox.code_to(coordinator.email))
    press(page, "Verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Een tweede stap bij het inloggen")
    press(page, "Kies de app")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Verder")
    secret = page.locator(".secret code").inner_text()
    page.get_by_label("Code", exact=True).fill(code_now(secret))
    press(page, "Tweede stap aanzetten")
    expect(page.locator(".codes li")).to_have_count(10)
    press(page, "Klaar, ga verder")
    expect(page).to_have_url(re.compile(r"/vandaag/\?van=menu$"))


def test_a_password_with_the_code_of_an_app(page: Page, coordinator: User) -> None:
    TOTP.activate(coordinator, SECRET)
    sign_in_by_password(page, coordinator)
    page.goto("/vandaag/")
    expect(page).to_have_url(re.compile("/account/inloggen/tweede-stap/"))
    page.get_by_label("Code", exact=True).fill("000000")
    press(page, "Inloggen")
    expect(page.get_by_role("alert")).to_contain_text("Deze code klopt niet")
    page.get_by_label("Code", exact=True).fill(code_now(SECRET))
    press(page, "Inloggen")
    expect(page).to_have_url(re.compile("/vandaag/"))


def test_a_passkey_made_on_this_device_opens_the_account(
    page: Page, mailbox: Mailbox, coordinator: User, passkeys: CDPSession
) -> None:
    coordinator.set_unusable_password()
    coordinator.save()
    sign_in_by_code(page, mailbox, coordinator)
    press(page, "Kies de toegangssleutel")
    press(page, "Toegangssleutel maken")
    expect(page.locator(".codes li")).to_have_count(10)
    recovery_code = page.locator(".codes li").first.inner_text()
    press(page, "Klaar, ga verder")
    expect(page).to_have_url(re.compile("/vandaag/"))
    page.context.clear_cookies()

    page.goto("/account/inloggen/?next=/account/")
    press(page, "Inloggen met een toegangssleutel")
    expect(page).to_have_url(re.compile("/account/$"))
    expect(page.get_by_text("1 toegangssleutel")).to_be_visible()
    page.context.clear_cookies()

    sign_in_by_code(page, mailbox, coordinator)
    page.get_by_label("Code", exact=True).fill(recovery_code)
    press(page, "Inloggen")
    expect(page).to_have_url(re.compile("/vandaag/"))
    assert passkeys


def test_a_passkey_also_serves_as_second_step(
    page: Page, mailbox: Mailbox, coordinator: User, passkeys: CDPSession
) -> None:
    sign_in_by_code(page, mailbox, coordinator)
    press(page, "Kies de toegangssleutel")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Verder")
    press(page, "Toegangssleutel maken")
    expect(page.locator(".codes li")).to_have_count(10)
    page.context.clear_cookies()
    sign_in_by_password(page, coordinator)
    press(page, "Gebruik uw toegangssleutel")
    expect(page).to_have_url(re.compile("/vandaag/"))
    assert passkeys


def test_a_device_that_refuses_says_so_and_leaves_another_way(page: Page, site: Server) -> None:
    page.goto("/account/inloggen/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')) }")
    press(page, "Inloggen met een toegangssleutel")
    expect(page.get_by_role("alert")).to_contain_text("Dat lukte niet")
    assert site.url in page.url
