"""Changes to an account by our own actions."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.http import HttpRequest
from django.test import Client

from samenspel.accounts import actions
from samenspel.accounts.models import User
from tests.accounts.test_second_step import SECRET
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def visit(client: Client) -> HttpRequest:
    """A request with a session, of somebody who is not signed in."""
    request: HttpRequest = client.get("/account/inloggen/").wsgi_request
    return request


def test_an_invitation_opens_a_new_account(client: Client) -> None:
    person, request = make_user(), visit(client)
    actions.sign_in(request=request, user=person, method="invitation")
    assert request.user == person
    assert EmailAddress.objects.get(user=person).verified


def test_a_link_does_not_open_an_account_with_a_second_step(client: Client) -> None:
    person, request = make_user(), visit(client)
    TOTP.activate(person, SECRET)
    with pytest.raises(actions.NeedsSecondStep):
        actions.sign_in(request=request, user=person, method="invitation")
    assert not request.user.is_authenticated


def test_reading_mail_elsewhere_confirms_nothing() -> None:
    person = make_user(email="ria@voorbeeld.test")
    actions.confirm_address(user=person, email="iemand.anders@voorbeeld.test")
    assert not EmailAddress.objects.filter(user=person).exists()
    for email in ("ria@voorbeeld.test", "RIA@voorbeeld.test"):
        actions.confirm_address(user=person, email=email)
    assert EmailAddress.objects.get(user=person).email == "ria@voorbeeld.test"


def test_the_same_language_again_is_no_change() -> None:
    person = make_user()
    actions.keep_language(by=person, language="en")
    assert User.objects.get(pk=person.pk).language == "en"
    person.name = "not kept"
    actions.keep_language(by=person, language="en")
    assert User.objects.get(pk=person.pk).name != "not kept"
