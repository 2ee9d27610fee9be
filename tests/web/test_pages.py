"""The front page, Vandaag, and what the product says about itself."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import BoardPost, BoardReply, Message, Network
from samenspel.places.models import Area
from samenspel.web.queries.todos import ToDo
from tests.cast import Cast, as_person

pytestmark = pytest.mark.django_db


def test_the_front_page_shows_the_networks(cast: Cast, client: Client) -> None:
    page = client.get("/").content.decode()
    assert cast.meerlinden.name in page
    assert cast.oeverland.name in page


def test_a_visitor_finds_the_network_of_a_municipality_by_name(cast: Cast, client: Client) -> None:
    cast.meerlinden.area = Area.objects.create(
        code="GM0099", kind="municipality", name="Meerlinden", name_key="meerlinden", latest_year=2024
    )
    cast.meerlinden.save()
    page = client.get("/", {"waar": "meerlinden"}).content.decode()
    assert cast.meerlinden.name in page
    assert cast.oeverland.name not in page


STRANGE = ["Nergenshuizen", "9999 ZZ", "<script>alert(1)</script>", "'; DROP TABLE x;--", "\u202e\u202d"]


@pytest.mark.parametrize("typed", STRANGE)
def test_an_unknown_place_says_so_and_offers_all_networks(cast: Cast, client: Client, typed: str) -> None:
    answer = client.get("/", {"waar": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_a_far_too_long_place_is_refused_at_the_field(client: Client) -> None:
    page = client.get("/", {"waar": "a" * 5000}).content.decode()
    assert "80" in page
    assert 'aria-invalid="true"' in page


def test_a_null_character_disappears_and_the_rest_is_looked_for(client: Client) -> None:
    answer = client.get("/", {"waar": "1234\x00"})
    assert answer.status_code == 200
    assert 'aria-invalid="true"' not in answer.content.decode()


def test_a_bsn_is_refused_at_the_field(client: Client) -> None:
    answer = client.get("/", {"waar": "111222333"})
    assert answer.status_code == 200
    assert "burgerservicenummer" in answer.content.decode()


def test_vandaag_lists_what_waits_longest_first(cast: Cast) -> None:
    with acting_for(cast.meerlinden.pk):
        for day in (20, 3):
            Message.objects.create(
                network=cast.meerlinden,
                sender_name="Truus",
                text="Bel mij.",
                sent_at=datetime(2026, 11, day, tzinfo=UTC),
            )
    [group] = as_person(cast.marjan).get("/vandaag/").context["groups"]
    assert [one.since.day for one in group.rows] == [3, 20]
    assert as_person(cast.karin).get("/vandaag/").context["groups"] == []


def test_vandaag_costs_the_same_for_one_and_for_three_messages(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    marjan.get("/vandaag/")  # the first page also begins the session
    counts = []
    for more in (1, 2):
        with acting_for(cast.meerlinden.pk):
            for _ in range(more):
                Message.objects.create(network=cast.meerlinden, sender_name="Truus", text="Bel mij.")
        with CaptureQueriesContext(connection) as queries:
            marjan.get("/vandaag/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_vandaag_names_what_each_thing_is_and_where_it_is_decided(cast: Cast) -> None:
    post = BoardPost.objects.create(
        network=cast.meerlinden, organisation=cast.huisvriend, kind="need", theme="room", title="Een zaal",
        posted_by=cast.henk.pk,
    )  # fmt: skip
    BoardReply.objects.create(post=post, organisation=cast.huisvriend, text="Van ons zelf.", replied_by=cast.henk.pk)
    assert as_person(cast.henk).get("/vandaag/").context["groups"] == []
    BoardReply.objects.create(post=post, organisation=cast.practice, text="Bij ons.", replied_by=cast.samira.pk)
    [group] = as_person(cast.henk).get("/vandaag/").context["groups"]
    [row] = group.rows
    assert (row.what, row.where) == ("Een zaal", f"{cast.huisvriend.name} · 1 reactie")
    assert row.url.endswith(f"/prikbord/{post.pk}/")
    assert as_person(cast.samira).get("/vandaag/").context["groups"] == []


def test_vandaag_shows_a_closed_network_to_who_keeps_it(cast: Cast) -> None:
    Network.objects.filter(pk=cast.oeverland.pk).update(is_public=False)
    for person in (cast.karin, cast.bram):
        [group] = as_person(person).get("/vandaag/").context["groups"]
        assert [row.what for row in group.rows] == [cast.oeverland.name]
    for person in (cast.marjan, cast.ali):
        assert as_person(person).get("/vandaag/").context["groups"] == []


def test_a_message_is_late_after_the_promised_day() -> None:
    yesterday = clock.today() - timedelta(days=1)
    facts: dict[str, Any] = {"what": "", "where": "", "since": datetime(2026, 11, 1, tzinfo=UTC), "url": ""}
    assert ToDo(**facts, answer_by=yesterday).is_late
    assert not ToDo(**facts, answer_by=clock.today()).is_late
    assert not ToDo(**facts).is_late


def test_who_keeps_a_network_reaches_its_pages_from_everywhere(cast: Cast) -> None:
    home = f"/n/{cast.meerlinden.slug}/"
    page = as_person(cast.marjan).get(f"{home}partners/").content.decode()
    assert f'href="{home}aanvragen/" aria-current="true"' in page
    assert f'href="{home}aanvragen/"' not in as_person(cast.henk).get(home).content.decode()
    shortcuts = as_person(cast.marjan).get("/vandaag/").context["shortcuts"]
    assert f"{home}zelfscan/" in [link.url for link in shortcuts[0].links]


def test_waiting_is_said_in_days() -> None:
    one = ToDo(what="", where="", since=datetime(2026, 11, 1, 23, 30, tzinfo=UTC), url="")
    assert one.waits(date(2026, 11, 2)) == "sinds vandaag"
    assert one.waits(date(2026, 11, 3)) == "wacht 1 dag"
    assert one.waits(date(2026, 11, 9)) == "wacht 7 dagen"


@pytest.mark.parametrize("path", ["/over/", "/toegankelijkheid/", "/cookies/"])
def test_the_product_tells_about_itself(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_security_txt_has_what_the_standard_asks(client: Client) -> None:
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert lines["Contact"].startswith("mailto:")
    assert datetime.fromisoformat(lines["Expires"]) > datetime.now(tz=UTC)  # noqa: TID251 -- as an outsider would check
    assert lines["Canonical"].endswith("/.well-known/security.txt")


def test_search_machines_stay_out_of_what_is_behind_signing_in(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /vandaag/" in text
    assert "Disallow: /n/" not in text


def test_health_answers(client: Client) -> None:
    assert client.get("/gezond/").content == b"ok"
