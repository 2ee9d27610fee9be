"""People for the tests of signing in."""

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache

from samenspel.accounts.models import User
from tests.factories import make_user

PASSWORD = "fietsen langs de waterkant"


@pytest.fixture(autouse=True)
def _fresh_counts() -> None:
    """Rate limits count in the cache, which tests share."""
    cache.clear()


@pytest.fixture
def ria(db: None) -> User:
    """A resident with a password and a confirmed address."""
    person = make_user(name="Ria", email="ria@voorbeeld.test", password=PASSWORD)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person
