"""What every answer tells the browser: keep nothing, frame nothing, load nothing from elsewhere."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from samenspel.accounts import roles
from samenspel.networks.actions import members
from samenspel.networks.queries import links
from tests.cast import Cast, as_person


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/vandaag/", "/berichten/", "/account/", "/", "/n/meerlinden/", "/bestaat-niet/"])
def test_no_browser_keeps_what_a_person_saw(cast: Cast, address: str) -> None:
    answer = as_person(cast.marjan).get(address)
    assert answer["Cache-Control"] == "no-store, private"


def test_no_browser_keeps_what_a_link_opens(cast: Cast) -> None:
    invitation = members.invite(
        organisation=cast.huisvriend, email="noor@voorbeeld.test", roles=[roles.COORDINATOR.code], by=cast.henk.pk
    )
    answer = Client().get(f"/uitnodiging/{links.invitation_token(invitation)}/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.django_db
def test_a_page_for_everyone_says_nothing_about_keeping() -> None:
    assert "Cache-Control" not in Client().get("/over/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/bestaat-niet/", "/vandaag/", "/logboek/", "/static/design/base.css", "/static/nothing.css"]
)
def test_every_answer_is_framed_by_nobody_and_loads_nothing_from_elsewhere(address: str) -> None:
    answer = Client().get(address)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


def test_a_form_from_elsewhere_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in ("/account/", "/taal/", "/account/uitloggen/", "/n/meerlinden/contact/"):
        assert client.post(address, {"name": "Kwaad", "language": "en"}).status_code == 403
        assert client.post(address, {}, headers={"hx-request": "true"}).status_code == 403


@pytest.mark.parametrize(
    "address", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(cast: Cast, address: str) -> None:
    client = as_person(cast.ria)
    gone_on = [
        client.post("/taal/", {"language": "en", "next": address}),
        client.post("/account/tweede-stap/", {"way": "app", "next": address}),
        client.post("/account/verder/"),
        client.get("/account/inloggen/", {"next": address}),
    ]
    assert [
        one["Location"] for one in gone_on if "kwaad" in one.get("Location", "") or "script" in one["Location"]
    ] == []


@pytest.mark.django_db
def test_another_host_name_is_refused(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["samenspel.example"]
    client = Client(raise_request_exception=False)
    assert client.get("/", headers={"host": "kwaad.example"}).status_code == 400
    assert (
        client.get("/", headers={"host": "samenspel.example", "x-forwarded-host": "kwaad.example"}).status_code == 200
    )


def test_a_session_gets_another_name_when_somebody_signs_in(cast: Cast) -> None:
    client = Client()
    client.get("/taal/")
    client.post("/taal/", {"language": "en"})
    before = client.cookies["samenspel"].value
    client.force_login(cast.ria, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.cookies["samenspel"].value != before


def test_the_word_of_the_demo_opens_nothing_elsewhere(cast: Cast, settings: Settings) -> None:
    client = Client()
    client.force_login(cast.henk, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["demo_second_factor"] = True
    session.save()
    assert client.get("/berichten/").status_code == 200
    settings.DEMO = False
    assert client.get("/berichten/")["Location"].startswith("/account/tweede-stap/")
    assert timedelta(minutes=5) <= settings.SESSION_IDLE <= timedelta(hours=1)


def test_without_a_second_step_a_public_page_is_as_everybody_sees_it(cast: Cast) -> None:
    slug = cast.huisvriend.slug
    address = f"/n/meerlinden/organisaties/{slug}/"
    client = Client()
    client.force_login(cast.henk, backend="allauth.account.auth_backends.AuthenticationBackend")
    own = f"/o/{slug}/profiel/"
    answer = client.get(address)
    assert answer.status_code == 200
    assert own not in answer.content.decode()
    assert own in as_person(cast.henk).get(address).content.decode()
