"""What the database holds about accounts, and what it refuses."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import IntegrityError
from django.test import override_settings

from samenspel.accounts.models import User, display_name
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_one_account_per_address_whatever_the_capitals() -> None:
    make_user(email="ria@voorbeeld.test")
    with pytest.raises(IntegrityError, match="one_account_per_email"):
        User.objects.create(email="RIA@voorbeeld.test")


def test_a_language_we_speak() -> None:
    with pytest.raises(IntegrityError, match="user_language_is_known"):
        User.objects.create(email="x@voorbeeld.test", language="fr")


def test_an_account_without_name_shows_its_address() -> None:
    assert display_name(make_user(name="", email="x@voorbeeld.test")) == "x@voorbeeld.test"
    assert str(make_user(name="Ria")) == "Ria"


def test_capitals_do_not_matter_when_somebody_is_looked_up() -> None:
    person = make_user(email="ria@voorbeeld.test")
    assert User.objects.get_by_natural_key("Ria@Voorbeeld.Test") == person


def test_a_session_is_tied_to_password_and_sign_outs() -> None:
    person = make_user(password="een lange zin van woorden")
    before = person.get_session_auth_hash()
    person.sign_outs += 1
    after = person.get_session_auth_hash()
    person.set_password("een andere zin van woorden")
    assert len({before, after, person.get_session_auth_hash()}) == 3


def test_a_new_secret_key_does_not_sign_everybody_out() -> None:
    person = make_user()
    with override_settings(SECRET_KEY="old"):
        before = person.get_session_auth_hash()
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]):
        assert before in list(person.get_session_auth_fallback_hash())
        assert before != person.get_session_auth_hash()


def test_the_secrets_of_the_second_step_are_sealed() -> None:
    person = make_user()
    app = TOTP.activate(person, "JBSWY3DPEHPK3PXP").instance
    codes = RecoveryCodes.activate(person)
    assert "JBSWY3DPEHPK3PXP" not in str(app.data)
    assert not any(code in str(codes.instance.data) for code in codes.generate_codes())
    assert len(set(codes.generate_codes())) == 10
