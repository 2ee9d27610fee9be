"""One connection serves many people after each other: whatever happens in a request, its scope ends with it."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from samenspel.config.database import Addresses
from samenspel.networks.models import Message
from tests.cast import Cast, as_person, make_cast


@pytest.fixture
def stage(committed_db: Addresses) -> Iterator[Cast]:
    """The cast, really committed, with one message to the network."""
    cast = make_cast()
    Message.objects.create(network=cast.meerlinden, sender_name="Truus", text="Mijn moeder is veel alleen.")
    yield cast
    connection.close()


def what_the_next_one_sees() -> tuple[str, int]:
    """The scope and the messages on this connection, before anybody says for whom it acts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('samenspel.scope', true), (SELECT count(*) FROM networks_message)")
        scope, messages = cursor.fetchone()
    return scope or "", messages


@pytest.mark.parametrize(
    "address",
    [
        "/berichten/",
        "/n/meerlinden/",
        "/berichten/0190d3b0-0000-7000-8000-000000000000/",
        "/bestaat-niet/",
        "/logboek/",
    ],
)
def test_nothing_of_a_request_stays_on_the_connection(stage: Cast, address: str) -> None:
    as_person(stage.marjan).get(address)
    assert what_the_next_one_sees() == ("", 0)


@pytest.mark.urls("tests.audit.broken_pages")
def test_nothing_stays_after_a_page_that_breaks(stage: Cast) -> None:
    client = as_person(stage.marjan)
    client.raise_request_exception = False
    for address in ("/stuk/", "/weg/0190d3b0-0000-7000-8000-000000000000/"):
        assert client.get(address).status_code >= 404
        assert what_the_next_one_sees() == ("", 0)


def test_nothing_stays_after_a_file_that_streams(stage: Cast) -> None:
    answer = as_person(stage.fatma).get("/logboek/bestand/")
    assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert what_the_next_one_sees() == ("", 0)


def test_the_one_after_somebody_else_sees_only_their_own(stage: Cast) -> None:
    insider, outsider = as_person(stage.marjan), as_person(stage.karin)
    assert b"Netwerk Meerlinden" in insider.get("/berichten/").content
    assert b"Netwerk Meerlinden" not in outsider.get("/berichten/").content
    assert Client().get("/berichten/").status_code == 302
