"""Sessions end: after idle time, after a working day, and everywhere at once."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from samenspel.accounts.models import User
from samenspel.lib import clock
from tests.accounts.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(ria: User, client: Client) -> Client:
    client.force_login(ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/account/")
    return client


def set_back(client: Client, name: str, ago: timedelta) -> None:
    session = client.session
    session[name] = (clock.now() - ago).isoformat()
    session.save()


def test_idle_time_ends_the_session_and_says_so(signed_in: Client) -> None:
    set_back(signed_in, "seen_at", settings.SESSION_IDLE + timedelta(seconds=5))
    answer = signed_in.get("/account/", follow=True)
    assert answer.redirect_chain == [("/account/inloggen/?next=%2Faccount%2F", 302)]
    assert "U deed een tijd niets" in answer.content.decode()


def test_the_note_is_gone_after_signing_in_again(signed_in: Client, ria: User) -> None:
    set_back(signed_in, "seen_at", settings.SESSION_IDLE + timedelta(seconds=5))
    signed_in.get("/account/")
    signed_in.post("/account/inloggen/?next=/account/", {"login": ria.email, "password": PASSWORD})
    signed_in.post("/account/uitloggen/")
    assert "U deed een tijd niets" not in signed_in.get("/account/inloggen/").content.decode()


def test_being_busy_keeps_the_session(signed_in: Client) -> None:
    set_back(signed_in, "seen_at", settings.SESSION_IDLE - timedelta(seconds=30))
    assert signed_in.get("/account/").status_code == 200
    seen = signed_in.session["seen_at"]
    assert clock.now().isoformat() > seen > (clock.now() - timedelta(minutes=1)).isoformat()


def test_a_session_lasts_no_longer_than_a_working_day(signed_in: Client) -> None:
    set_back(signed_in, "started_at", settings.SESSION_LONGEST + timedelta(seconds=5))
    assert signed_in.get("/account/").status_code == 302


def test_signing_out_on_other_devices_keeps_this_one(signed_in: Client, ria: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert elsewhere.get("/account/").status_code == 200
    answer = signed_in.post("/account/overal-uitloggen/", follow=True)
    assert "op alle andere apparaten uitgelogd" in answer.content.decode()
    assert elsewhere.get("/account/").status_code == 302


def test_another_password_ends_the_other_sessions(signed_in: Client, ria: User) -> None:
    elsewhere = Client()
    elsewhere.force_login(ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    new = "roeien over het brede water"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert signed_in.post("/account/wachtwoord/wijzigen/", form).status_code == 302
    assert signed_in.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_signing_out_is_a_button_and_not_a_link(signed_in: Client) -> None:
    assert "Uitloggen" in signed_in.get("/account/uitloggen/").content.decode()
    assert signed_in.get("/account/").status_code == 200
    signed_in.post("/account/uitloggen/")
    assert signed_in.get("/account/").status_code == 302


@pytest.mark.parametrize("address", ["/account/overal-uitloggen/", "/account/verder/"])
def test_a_link_cannot_change_anything(address: str, signed_in: Client) -> None:
    assert signed_in.get(address).status_code == 405
