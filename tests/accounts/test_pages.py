"""Every page about signing in is there, in our own look and in both languages."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import Client
from django.urls import reverse

from samenspel.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
FOR_EVERYBODY = [
    "account_login", "account_request_login_code", "account_signup", "account_reset_password", "account_inactive",
    "account_password_reset_completed", "socialaccount_login_cancelled",
]  # fmt: skip
FOR_PEOPLE = [
    "accounts:account", "accounts:second_factor", "account_logout", "account_email", "account_change_password",
    "account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn",
    "socialaccount_connections",
]  # fmt: skip
WITH_SECOND_STEP = [
    "mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_reauthenticate",
    "accounts:account", "accounts:second_factor",
]  # fmt: skip
INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son[a-z]+=|placeholder=|<p>\s*<label")


@pytest.fixture
def signed_in(ria: User, client: Client) -> Client:
    client.post("/account/inloggen/", {"login": ria.email, "password": PASSWORD})
    client.post("/account/opnieuw/", {"password": PASSWORD})
    return client


def looks_like_ours(page: str) -> bool:
    return "design/components.css" in page and page.count("<h1") == 1 and not INLINE.search(page)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_pages_for_everybody(name: str, language: str, client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert looks_like_ours(answer.content.decode())
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_pages_for_who_is_signed_in(name: str, signed_in: Client) -> None:
    answer = signed_in.get(reverse(name))
    assert answer.status_code == 200
    assert looks_like_ours(answer.content.decode())


@pytest.mark.parametrize("name", WITH_SECOND_STEP)
def test_pages_with_a_second_step(name: str, ria: User, signed_in: Client) -> None:
    TOTP.activate(ria, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(ria)
    answer = signed_in.get(reverse(name))
    assert answer.status_code == 200
    assert looks_like_ours(answer.content.decode())


@pytest.mark.parametrize("name", [*FOR_PEOPLE, "mfa_view_recovery_codes", "mfa_download_recovery_codes"])
def test_a_stranger_signs_in_first(name: str, client: Client) -> None:
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(("/account/inloggen/", "/"))
    assert "PASSWORD" not in answer.content.decode()


def test_a_failed_sign_in_at_an_organisation_says_what_to_do(client: Client) -> None:
    answer = client.get(reverse("socialaccount_login_error"))
    assert answer.status_code == 401
    assert looks_like_ours(answer.content.decode())


def test_an_organisation_that_is_not_connected_has_no_page(client: Client) -> None:
    assert client.get("/account/oidc/organisatie/").status_code == 404
    assert client.get("/account/oidc/organisatie/terug/").status_code == 404


def test_somebody_elses_passkey_is_not_there(signed_in: Client, ria: User) -> None:
    other = User.objects.create_user("ander@voorbeeld.test")
    passkey = Authenticator.objects.create(user=other, type="webauthn", data={"name": "telefoon"})
    assert signed_in.get(reverse("mfa_edit_webauthn", args=[passkey.pk])).status_code == 404
    assert signed_in.post(reverse("mfa_remove_webauthn", args=[passkey.pk])).status_code == 404
    assert Authenticator.objects.filter(pk=passkey.pk).exists()
    assert not Authenticator.objects.filter(user=ria).exists()


def test_a_forgotten_password_is_replaced_with_a_mailed_code(ria: User, client: Client, mailbox: Mailbox) -> None:
    new = "roeien over het brede water"
    client.post("/account/wachtwoord/vergeten/", {"email": ria.email})
    page = client.get("/account/wachtwoord/vergeten/code/").content.decode()
    assert looks_like_ours(page)
    client.post("/account/wachtwoord/vergeten/code/", {"code": mailbox.code_to(ria.email)})
    assert looks_like_ours(client.get("/account/wachtwoord/vergeten/nieuw/").content.decode())
    client.post("/account/wachtwoord/vergeten/nieuw/", {"password1": new, "password2": new})
    ria.refresh_from_db()
    assert ria.check_password(new)


def test_another_address_counts_once_its_code_came_back(signed_in: Client, ria: User, mailbox: Mailbox) -> None:
    signed_in.post("/account/e-mail/", {"email": "ria.nieuw@voorbeeld.test", "action_add": "1"})
    ria.refresh_from_db()
    assert ria.email == "ria@voorbeeld.test"
    signed_in.post("/account/maken/code/", {"code": mailbox.code_to("ria.nieuw@voorbeeld.test")})
    ria.refresh_from_db()
    assert ria.email == "ria.nieuw@voorbeeld.test"


def test_name_and_language_are_kept(signed_in: Client, ria: User) -> None:
    answer = signed_in.post("/account/", {"name": "Ria Jansen", "language": "en"}, follow=True)
    ria.refresh_from_db()
    assert (ria.name, ria.language) == ("Ria Jansen", "en")
    assert "Your details have been saved." in answer.content.decode()


def test_a_refused_name_stays_on_the_page(signed_in: Client) -> None:
    page = signed_in.post("/account/", {"name": "R" * 121, "language": "fr"}).content.decode()
    assert "R" * 121 in page
    assert page.count("field__error") >= 2


def test_switching_the_language_is_remembered(signed_in: Client, ria: User) -> None:
    answer = signed_in.post("/taal/", {"language": "en", "next": "/account/"})
    assert answer["Location"] == "/account/"
    ria.refresh_from_db()
    assert ria.language == "en"


def test_switching_to_a_language_we_do_not_speak_changes_nothing(signed_in: Client, ria: User) -> None:
    signed_in.post("/taal/", {"language": "fr", "next": "/account/"})
    ria.refresh_from_db()
    assert ria.language == "nl"
