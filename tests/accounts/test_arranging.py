"""Arranging a second step, with real commits: what follows on it happens once it stands."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from samenspel.accounts import roles
from samenspel.accounts.models import User
from tests.accounts.test_second_step import STEP, code_now, sign_in
from tests.cast import make_cast
from tests.factories import give_role, make_user
from tests.mailbox import Mailbox

pytestmark = pytest.mark.usefixtures("committed_db")
APP = "/account/beveiliging/app/"


def coordinator() -> User:
    """Somebody without password, who may see care data."""
    person = make_user(email="els@voorbeeld.test")
    give_role(person, roles.COORDINATOR, organisation=make_cast().huisvriend)
    return person


def arrange(client: Client) -> str:
    """Set up an app; gives where somebody comes then."""
    page = client.get(APP)
    return client.post(APP, {"code": code_now(page.context["form"].secret)})["Location"]


def test_after_arranging_an_app_somebody_goes_on(client: Client, mailbox: Mailbox) -> None:
    sign_in(client, coordinator())
    assert client.post(STEP, {"way": "app", "next": "/vandaag/?dag=morgen"})["Location"] == APP
    codes = client.get(arrange(client))
    assert codes.request["PATH_INFO"] == "/account/beveiliging/reservecodes/"
    assert "Klaar, ga verder" in codes.content.decode()
    assert client.post("/account/verder/")["Location"] == "/vandaag/?dag=morgen"
    assert client.get("/vandaag/").status_code == 200
    assert [letter.subject for letter in mailbox.to("els@voorbeeld.test")] == ["Uw app met codes staat aan"]


def test_a_new_second_step_ends_sessions_opened_without_it(client: Client) -> None:
    person, elsewhere = coordinator(), Client()
    sign_in(elsewhere, person)
    sign_in(client, person)
    arrange(client)
    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert client.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302


def test_the_recovery_codes_can_be_kept_as_a_file(client: Client) -> None:
    sign_in(client, coordinator())
    arrange(client)
    kept = client.get("/account/beveiliging/reservecodes/bewaren/")
    assert kept["Content-Type"].startswith("text/plain")
    shown = client.get("/account/beveiliging/reservecodes/").content.decode()
    codes = [line for line in kept.content.decode().split() if line.isdigit()]
    assert len(codes) == 10
    assert all(code in shown for code in codes)
