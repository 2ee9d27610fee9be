"""What accounts tell the contexts above: who signed in and how, what changed; nobody's name."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.dispatch import Signal
from django.test import Client

from samenspel.accounts import events
from samenspel.accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_second_step import SECRET, code_now
from tests.factories import make_user
from tests.mailbox import Mailbox

SIGNALS = {name: signal for name, signal in vars(events).items() if isinstance(signal, Signal)}


@pytest.fixture
def heard() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """Everything told during the test: the name of the event and its arguments."""
    told: list[tuple[str, dict[str, Any]]] = []
    listeners = {name: _listener(name, told) for name in SIGNALS}
    for name, listener in listeners.items():
        SIGNALS[name].connect(listener)
    yield told
    for name, listener in listeners.items():
        SIGNALS[name].disconnect(listener)


def _listener(name: str, told: list[tuple[str, dict[str, Any]]]) -> Any:
    def listen(**about: Any) -> None:
        told.append((name, {key: value for key, value in about.items() if key not in {"signal", "sender"}}))

    return listen


def test_signing_in_with_password_and_app(ria: User, client: Client, heard: list[Any]) -> None:
    TOTP.activate(ria, SECRET)
    client.post("/account/inloggen/", {"login": ria.email, "password": PASSWORD})
    assert heard == []
    client.post("/account/inloggen/tweede-stap/", {"code": code_now(SECRET)})
    assert heard == [("signed_in", {"user_id": ria.pk, "method": "password_totp"})]


def test_failing_tells_how_and_not_who(ria: User, client: Client, heard: list[Any], mailbox: Mailbox) -> None:
    client.post("/account/inloggen/", {"login": ria.email, "password": "mis"})
    client.post("/account/inloggen/", {"login": ria.email})
    client.post("/account/inloggen/code/invullen/", {"code": "mis"})
    assert mailbox.code_to(ria.email)
    assert heard == [("sign_in_failed", {"method": "password"}), ("sign_in_failed", {"method": "code"})]


@pytest.mark.django_db
def test_a_resident_makes_an_account(client: Client, heard: list[Any], mailbox: Mailbox) -> None:
    client.post("/account/maken/", {"email": "nieuw@voorbeeld.test"})
    client.post("/account/maken/code/", {"code": mailbox.code_to("nieuw@voorbeeld.test")})
    assert [name for name, _about in heard] == ["opened", "signed_in"]


@pytest.mark.usefixtures("committed_db")
def test_changes_to_the_account_are_told(client: Client, heard: list[Any]) -> None:
    ria = make_user(password=PASSWORD)
    client.force_login(ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    new = "roeien over het brede water"
    client.post("/account/wachtwoord/wijzigen/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    client.post("/account/opnieuw/", {"password": new})
    page = client.get("/account/beveiliging/app/")
    client.post("/account/beveiliging/app/", {"code": code_now(page.context["form"].secret)})
    client.post("/account/beveiliging/app/weghalen/")
    client.post("/account/", {"name": "Ria", "language": "nl"})
    client.post("/account/uitloggen/")
    assert [name for name, _about in heard] == [
        "password_changed", "second_factor_added", "signed_out", "recovery_codes_made", "second_factor_removed",
        "profile_changed", "signed_out",
    ]  # fmt: skip
    assert {about["user_id"] for _name, about in heard} == {ria.pk}
