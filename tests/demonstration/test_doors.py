"""The doors of the demo: one click for who has the address, closed for everybody else."""

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.config.demonstration import doors
from samenspel.config.demonstration.cast import BY_KEY, CAST
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HENK = "/demo/binnen/henk/test/"


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_an_address_is_printed_for_each_of_the_cast() -> None:
    addresses = dict(doors.sign_in_addresses())
    assert len(addresses) == len(CAST)
    assert addresses["Network coordinator, Marjan de Wit"] == "http://127.0.0.1:8000/demo/binnen/marjan/test/"


def test_opening_an_address_shows_who_it_is_and_signs_nobody_in(client: Client, cast: Cast) -> None:
    answer = client.get(HENK)
    assert "Ga naar binnen als Henk Postma" in answer.content.decode()
    assert signed_in_as(client) is None


def test_the_button_signs_in_with_the_second_factor_taken_as_given(client: Client, cast: Cast) -> None:
    answer = client.post(HENK, follow=True)
    assert answer.redirect_chain == [("/vandaag/", 302)]
    assert answer.status_code == 200
    assert signed_in_as(client) == str(cast.henk.pk)


def test_changing_person_leaves_nothing_of_the_one_before(client: Client, cast: Cast) -> None:
    client.post(HENK)
    client.post("/demo/binnen/ria/test/")
    assert signed_in_as(client) == str(cast.ria.pk)


@pytest.mark.parametrize(
    "address", ["/demo/binnen/henk/wrong/", "/demo/binnen/nobody/test/", "/demo/binnen/henk/tést/"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_wrong_address_does_not_exist(client: Client, cast: Cast, address: str, method: str) -> None:
    answer = getattr(client, method)(address)
    assert answer.status_code == 404
    assert signed_in_as(client) is None


def test_without_a_token_every_door_is_closed(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPEL_DEMO_TOKEN", "")
    assert client.get(HENK).status_code == 404
    assert not doors.fits("")


def test_a_database_without_the_demo_has_no_doors(client: Client) -> None:
    assert client.get(HENK).status_code == 404


def test_a_form_from_elsewhere_does_not_sign_in(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(HENK).status_code == 403
    assert signed_in_as(strict) is None


def test_the_cast_is_shown_and_has_buttons_after_one_door(client: Client, cast: Cast) -> None:
    before = client.get(reverse("demonstration:cast")).content.decode()
    assert all(person.name in before for person in CAST)
    assert "/demo/binnen/" not in before
    client.get(HENK)
    after = client.get(reverse("demonstration:cast")).content.decode()
    assert all(doors.door_of(person) in after for person in BY_KEY.values())


def test_every_page_says_that_this_is_practice(client: Client, cast: Cast) -> None:
    for address in ("/", HENK, "/demo/", "/demo/post/"):
        assert "Dit is een oefennetwerk" in client.get(address).content.decode()


def test_the_pages_speak_english_too(client: Client, cast: Cast) -> None:
    answer = client.get(HENK, headers={"accept-language": "en"})
    assert "Go in as Henk Postma" in answer.content.decode()
