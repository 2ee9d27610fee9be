"""Too often is too often, and what was typed is not lost."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from samenspel.accounts import limits
from samenspel.accounts.models import User

pytestmark = pytest.mark.django_db
TYPED = {"login": "geen adres", "message": 'Mijn "vraag" <b>', "password": "zeer geheim", "code": "8765-4321"}


def sent(client: Client, **more: str) -> HttpRequest:
    request: HttpRequest = client.post("/account/inloggen/?van=hier", TYPED | more).wsgi_request
    return request


def test_the_third_time_within_a_minute_is_too_often(client: Client) -> None:
    answers = [limits.limit(sent(client), action="ask", rate="2/m/ip") for _time in range(3)]
    assert [answer and answer.status_code for answer in answers] == [None, None, 429]


def test_another_form_counts_apart(client: Client) -> None:
    request = sent(client)
    assert limits.limit(request, action="ask", rate="1/m/ip") is None
    assert limits.limit(request, action="join", rate="1/m/ip") is None


def test_looking_does_not_count(client: Client) -> None:
    request = client.get("/account/inloggen/").wsgi_request
    assert [limits.limit(request, action="ask", rate="1/m/ip") for _time in range(3)] == [None] * 3


def test_a_key_counts_for_everybody_together(client: Client) -> None:
    request = sent(client)
    assert limits.limit(request, action="mail", rate="1/h/key", key="ria@voorbeeld.test") is None
    assert limits.limit(request, action="mail", rate="1/h/key", key="tom@voorbeeld.test") is None
    assert limits.limit(request, action="mail", rate="1/h/key", key="ria@voorbeeld.test") is not None


def test_what_was_typed_can_be_sent_again_but_no_secrets(client: Client) -> None:
    page = limits.too_often(sent(client)).content.decode()
    assert 'name="message" value="Mijn &quot;vraag&quot; &lt;b&gt;"' in page
    assert 'action="/account/inloggen/?van=hier"' in page
    assert "zeer geheim" not in page
    assert "8765-4321" not in page


def test_the_decorator_stops_the_view(client: Client) -> None:
    @limits.limited("ask", "1/m/ip")
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("gedaan")

    request = sent(client)
    assert [view(request).status_code for _time in range(2)] == [200, 429]


def test_guessing_passwords_is_slowed_down(ria: User) -> None:
    page = ""
    for _time in range(7):
        page = Client().post("/account/inloggen/", {"login": ria.email, "password": "mis"}).content.decode()
    assert "Dat was te vaak achter elkaar" in page


def test_asking_codes_is_slowed_down_for_every_address_alike(ria: User) -> None:
    for email in (ria.email, "wie@voorbeeld.test"):
        answers = [Client().post("/account/inloggen/", {"login": email}).status_code for _time in range(11)]
        assert answers == [302] * 10 + [200]


def test_too_many_attempts_get_our_own_page(client: Client) -> None:
    answers = [client.post("/account/inloggen/toegangssleutel/", {"credential": "{}"}) for _time in range(11)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [429]
    assert "Even wachten" in answers[-1].content.decode()
