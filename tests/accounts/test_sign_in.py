"""Signing in with a mailed code or a password; nobody learns who has an account."""

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.test import Client
from django.urls import reverse

from samenspel.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.factories import make_user
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
LOGIN = "/account/inloggen/"
CODE = "/account/inloggen/code/invullen/"


def is_signed_in(client: Client, person: User) -> bool:
    return client.session.get("_auth_user_id") == str(person.pk)


def test_the_house_knows_its_addresses() -> None:
    assert (reverse("account_login"), reverse("account_confirm_login_code")) == (LOGIN, CODE)


def test_a_mailed_code_is_enough(ria: User, client: Client, mailbox: Mailbox) -> None:
    client.post(LOGIN, {"login": ria.email})
    answer = client.post(CODE, {"code": mailbox.code_to(ria.email)})
    assert answer["Location"] == "/vandaag/"
    assert is_signed_in(client, ria)


def test_the_code_may_be_typed_with_spaces_and_without_dash(ria: User, client: Client, mailbox: Mailbox) -> None:
    client.post(LOGIN, {"login": " RIA@voorbeeld.test "})
    client.post(CODE, {"code": " " + mailbox.code_to(ria.email).replace("-", " ") + " "})
    assert is_signed_in(client, ria)


def test_a_code_also_shows_that_the_address_is_somebodys_own(client: Client, mailbox: Mailbox) -> None:
    invited = make_user(email="nieuw@voorbeeld.test")
    client.post(LOGIN, {"login": invited.email})
    client.post(CODE, {"code": mailbox.code_to(invited.email)})
    assert is_signed_in(client, invited)
    assert EmailAddress.objects.get(user=invited).verified


def test_three_wrong_codes_end_the_attempt(ria: User, client: Client, mailbox: Mailbox) -> None:
    client.post(LOGIN, {"login": ria.email})
    right = mailbox.code_to(ria.email)
    for _time in range(3):
        client.post(CODE, {"code": "00000000" if right != "0000-0000" else "1"})
    client.post(CODE, {"code": right})
    assert not is_signed_in(client, ria)


def test_a_password_is_another_way(ria: User, client: Client) -> None:
    page = client.get(LOGIN, {"met": "wachtwoord"}).content.decode()
    assert 'type="password"' in page
    client.post(LOGIN, {"login": ria.email, "password": PASSWORD})
    assert is_signed_in(client, ria)


def test_without_asking_there_is_no_password_field(client: Client) -> None:
    assert 'type="password"' not in client.get(LOGIN).content.decode()


def test_a_wrong_password_keeps_the_address_and_not_the_password(ria: User, client: Client) -> None:
    page = client.post(LOGIN, {"login": ria.email, "password": "helemaal verkeerd"}).content.decode()
    assert "Het e-mailadres of het wachtwoord klopt niet." in page
    assert ria.email in page
    assert "helemaal verkeerd" not in page


def test_known_and_unknown_addresses_get_the_same_answer(ria: User, mailbox: Mailbox) -> None:
    answers = []
    for email in (ria.email, "wie@voorbeeld.test"):
        client = Client()
        answer = client.post(LOGIN, {"login": email}, follow=True)
        answers.append((answer.redirect_chain, answer.content.decode().replace(email, "ADDRESS")))
    strip = [page.split("<main")[1].split("csrfmiddlewaretoken")[0] for _chain, page in answers]
    assert answers[0][0] == answers[1][0]
    assert strip[0] == strip[1]
    assert "Er is geen account" in mailbox.to("wie@voorbeeld.test")[0].subject


def test_signing_up_with_a_known_address_gives_nothing_away(ria: User, mailbox: Mailbox) -> None:
    answers = [
        Client().post("/account/maken/", {"email": email}, follow=True).redirect_chain
        for email in (ria.email, "nieuw@voorbeeld.test")
    ]
    assert answers[0] == answers[1]
    assert mailbox.to(ria.email)[0].subject == "U hebt al een account"
    assert User.objects.filter(email=ria.email).count() == 1


def test_a_resident_makes_an_account_with_an_address_alone(client: Client, mailbox: Mailbox) -> None:
    client.post("/account/maken/", {"email": "nieuw@voorbeeld.test"})
    client.post("/account/maken/code/", {"code": mailbox.code_to("nieuw@voorbeeld.test")})
    person = User.objects.get(email="nieuw@voorbeeld.test")
    assert is_signed_in(client, person)
    assert not person.has_usable_password()


def test_a_new_session_key_at_sign_in(ria: User, client: Client, mailbox: Mailbox) -> None:
    client.post(LOGIN, {"login": ria.email})
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(CODE, {"code": mailbox.code_to(ria.email)})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_who_signs_in_is_greeted_in_their_own_language(ria: User, client: Client, mailbox: Mailbox) -> None:
    User.objects.filter(pk=ria.pk).update(language="en")
    client.post(LOGIN, {"login": ria.email})
    client.post(CODE, {"code": mailbox.code_to(ria.email)})
    assert "My account" in client.get("/account/").content.decode()


def test_a_language_chosen_before_signing_in_stays(ria: User, client: Client) -> None:
    client.post("/taal/", {"language": "en", "next": LOGIN})
    client.post(LOGIN, {"login": ria.email, "password": PASSWORD})
    assert "My account" in client.get("/account/").content.decode()
    ria.refresh_from_db()
    assert ria.language == "en"


def test_nobody_is_sent_to_another_site_after_signing_in(ria: User, client: Client) -> None:
    for elsewhere in ("https://kwaad.test/", "//kwaad.test/", "javascript:alert(1)", "/\\kwaad.test"):
        answer = Client().post(LOGIN, {"login": ria.email, "password": PASSWORD, "next": elsewhere})
        assert answer["Location"] == "/vandaag/"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x" * 10_000 + "@voorbeeld.test",
        "ria",
        "ria@\x00voorbeeld.test",
        "\x07@\x1b.nl",
        "ria@voorbeeld.test\r\nBcc: a@b.nl",
    ],
)
def test_a_strange_address_gets_a_sentence_and_no_mail(typed: str, client: Client, mailbox: Mailbox) -> None:
    for address, field in ((LOGIN, "login"), ("/account/maken/", "email"), ("/account/wachtwoord/vergeten/", "email")):
        answer = client.post(address, {field: typed})
        assert answer.status_code == 200
        assert "field__error" in answer.content.decode()
    assert mailbox.letters() == []


@pytest.mark.parametrize("typed", ["", "9" * 10_000, "\x00\x01", "é" * 8, "<script>"])
def test_a_strange_code_gets_a_sentence(typed: str, ria: User, client: Client) -> None:
    client.post(LOGIN, {"login": ria.email})
    answer = client.post(CODE, {"code": typed})
    assert answer.status_code == 200
    assert "field__error" in answer.content.decode()
    assert not is_signed_in(client, ria)


@pytest.mark.parametrize("typed", ["", "{}", "nonsense", '{"id": 1}', "[]", '{"response": {"clientDataJSON": "x"}}'])
def test_a_strange_passkey_gets_a_sentence(typed: str, client: Client) -> None:
    answer = client.post("/account/inloggen/toegangssleutel/", {"credential": typed})
    assert answer.status_code == 302
    assert answer["Location"] == LOGIN
