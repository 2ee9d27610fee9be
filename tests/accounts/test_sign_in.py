"""Signing in, in every way: a mailed code, a password; with the second step after it."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from samenspel.accounts.models import User
from tests.factories import make_user
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db
PASSWORD = "fietsen langs de waterkant"


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    """Rate limits count in the cache, which tests share."""
    cache.clear()


@pytest.fixture
def ria() -> User:
    return make_user(name="Ria", email="ria@voorbeeld.test", password=PASSWORD)


def ask_code(client: Client, email: str) -> object:
    return client.post(reverse("account_login"), {"login": email}, follow=True)


def test_a_mailed_code_is_enough(ria: User, client: Client, mailbox: Mailbox) -> None:
    ask_code(client, ria.email)
    answer = client.post(reverse("account_confirm_login_code"), {"code": mailbox.code_to(ria.email)})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("web:today")
    assert client.session["_auth_user_id"] == str(ria.pk)
