"""The second step: compulsory for who sees care data, whatever the way in, and back to where one was going (L13)."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from samenspel.accounts import roles
from samenspel.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.cast import Cast
from tests.factories import give_role, make_user
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"
STEP = "/account/tweede-stap/"


def code_now(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1])))


def sign_in(client: Client, person: User) -> None:
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")


@pytest.fixture
def coordinator(cast: Cast) -> User:
    person = make_user(name="Els", email="els@voorbeeld.test", password=PASSWORD)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    give_role(person, roles.COORDINATOR, organisation=cast.huisvriend)
    return person


def test_who_sees_care_data_first_arranges_a_second_step(coordinator: User, client: Client) -> None:
    sign_in(client, coordinator)
    answer = client.get("/vandaag/?dag=morgen")
    assert answer["Location"] == f"{STEP}?next=%2Fvandaag%2F%3Fdag%3Dmorgen"
    page = client.get(answer["Location"]).content.decode()
    assert "verplicht" in page
    assert 'value="/vandaag/?dag=morgen"' in page


def test_who_sees_no_care_data_goes_on(ria: User, client: Client) -> None:
    sign_in(client, ria)
    assert client.get("/vandaag/").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://kwaad.test/", "//kwaad.test", "/\\kwaad.test", "x" * 600])
def test_going_on_stays_in_the_house(elsewhere: str, coordinator: User, client: Client) -> None:
    sign_in(client, coordinator)
    client.post(STEP, {"way": "app", "next": elsewhere})
    assert client.post("/account/verder/")["Location"] == "/vandaag/"


@pytest.mark.parametrize("way", ["", "geen", "passkey\x00"])
def test_an_unknown_choice_shows_the_choices_again(way: str, coordinator: User, client: Client) -> None:
    sign_in(client, coordinator)
    answer = client.post(STEP, {"way": way, "next": "/vandaag/"})
    assert answer.status_code == 200
    assert "Kies de app" in answer.content.decode()


def test_a_password_alone_does_not_open_the_account(coordinator: User, client: Client) -> None:
    TOTP.activate(coordinator, SECRET)
    answer = client.post("/account/inloggen/", {"login": coordinator.email, "password": PASSWORD})
    assert answer["Location"] == "/account/inloggen/tweede-stap/"
    assert "_auth_user_id" not in client.session
    client.post("/account/inloggen/tweede-stap/", {"code": code_now(SECRET)})
    assert client.session["_auth_user_id"] == str(coordinator.pk)


def test_a_mailed_code_alone_does_not_open_the_account(coordinator: User, client: Client, mailbox: Mailbox) -> None:
    TOTP.activate(coordinator, SECRET)
    client.post("/account/inloggen/", {"login": coordinator.email})
    answer = client.post("/account/inloggen/code/invullen/", {"code": mailbox.code_to(coordinator.email)})
    assert answer["Location"] == "/account/inloggen/tweede-stap/"
    assert "_auth_user_id" not in client.session


def test_the_same_code_of_an_app_works_once(coordinator: User) -> None:
    TOTP.activate(coordinator, SECRET)
    opened = []
    for client in (Client(), Client()):
        client.post("/account/inloggen/", {"login": coordinator.email, "password": PASSWORD})
        client.post("/account/inloggen/tweede-stap/", {"code": code_now(SECRET)})
        opened.append("_auth_user_id" in client.session)
    assert opened == [True, False]


def test_removing_the_last_one_brings_the_page_back(coordinator: User, client: Client) -> None:
    TOTP.activate(coordinator, SECRET)
    client.post("/account/inloggen/", {"login": coordinator.email, "password": PASSWORD})
    client.post("/account/inloggen/tweede-stap/", {"code": code_now(SECRET)})
    assert client.get("/vandaag/").status_code == 200
    client.post("/account/opnieuw/", {"password": PASSWORD})
    client.post("/account/beveiliging/app/weghalen/")
    assert client.get("/vandaag/")["Location"].startswith(STEP)
