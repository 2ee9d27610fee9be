"""The finding page: what stands in its address, what a fragment holds, and what strange input does to it."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.places import actions as places
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.journeys.reading import read

pytestmark = pytest.mark.django_db
FRAGMENT = {"HX-Request": "true"}
TYPED = FRAGMENT | {"HX-Trigger": "zoekform"}


def words_on(answer: object) -> str:
    """What can be read on a page."""
    return read(answer.content.decode()).words  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["/zoeken/", "/n/meerlinden/zoeken/"])
def test_the_page_invites_as_long_as_nothing_was_asked(client: Client, cast: Cast, address: str) -> None:
    make_offer(cast.huisvriend)
    answer = client.get(address)
    assert answer.status_code == 200
    assert "Of kies waar het over gaat" in words_on(answer)
    assert "Bezoek aan huis" not in words_on(answer)
    assert "X-Robots-Tag" not in answer.headers


def test_the_title_tells_what_was_found_where(client: Client, cast: Cast) -> None:
    places.import_meerlinden()
    make_offer(cast.huisvriend)
    html = client.get("/zoeken/?q=gezelschap&plek=Havenkwartier").content.decode()
    assert "<title>Gezelschap bij Havenkwartier, 1 mogelijkheid" in html


def test_a_search_is_not_for_search_machines(client: Client, cast: Cast) -> None:
    answer = client.get("/zoeken/?q=gezelschap")
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_fragment_is_the_same_without_the_frame(client: Client, cast: Cast) -> None:
    make_offer(cast.huisvriend)
    answer = client.get("/zoeken/?q=gezelschap&plek=", headers=TYPED)
    html = answer.content.decode()
    assert "Bezoek aan huis" in html
    assert "<html" not in html
    assert "<title>Gezelschap, 1 mogelijkheid" in html
    assert "HX-Request" in answer.headers["Vary"]


def test_typing_changes_the_address_in_place_and_a_choice_is_a_step_back(client: Client, cast: Cast) -> None:
    typed = client.get("/zoeken/?q=gezelschap&plek=&vorm=", headers=TYPED)
    assert typed.headers["HX-Replace-Url"] == "/zoeken/?q=gezelschap"
    chosen = client.get("/zoeken/?q=gezelschap&vorm=group", headers=FRAGMENT)
    assert chosen.headers["HX-Push-Url"] == "/zoeken/?q=gezelschap&vorm=group"


def test_going_back_in_the_browser_gives_the_whole_page(client: Client, cast: Cast) -> None:
    back = client.get("/zoeken/?q=gezelschap", headers=FRAGMENT | {"HX-History-Restore-Request": "true"})
    assert "<html" in back.content.decode()


@pytest.mark.parametrize("headers", [{}, TYPED], ids=["page", "fragment"])
def test_it_asks_as_much_of_the_database_for_one_offer_as_for_three(
    client: Client, cast: Cast, headers: dict[str, str]
) -> None:
    places.import_meerlinden()
    asked = []
    for offers in (1, 2):
        for _number in range(offers):
            make_offer(cast.huisvriend)
        client.get("/n/meerlinden/zoeken/?q=bezoek&plek=Havenkwartier", headers=headers)  # learns what is new
        with CaptureQueriesContext(connection) as queries:
            client.get("/n/meerlinden/zoeken/?q=bezoek&plek=Havenkwartier", headers=headers)
        asked.append(len(queries))
    assert asked[0] == asked[1]


STRANGE = [
    "a" * 100_000,
    "woord " * 20_000,
    "\x00\x01\x1b[31m",
    "\u202eelkaar\u202c",
    "'; DROP TABLE directory_offer; --",
    "<script>alert(1)</script>",
    "%s%n{{7*7}}",
    "😀" * 3_000,
]


@pytest.mark.parametrize("words", STRANGE, ids=lambda words: repr(words[:12]))
@pytest.mark.parametrize("name", ["q", "plek", "buurt", "soort", "dag", "taal", "vorm", "door", "km", "pagina"])
def test_strange_input_is_a_page_and_never_an_error(client: Client, cast: Cast, name: str, words: str) -> None:
    answer = client.get("/zoeken/", {"q": "bezoek", name: words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_a_question_that_is_too_long_says_so_and_keeps_its_beginning(client: Client, cast: Cast) -> None:
    answer = client.get("/zoeken/", {"q": "eenzaam " * 20_000})
    assert "Wij zochten met de eerste 1000 tekens." in words_on(answer)
    assert 'value="eenzaam eenzaam' in answer.content.decode()


def test_a_number_of_a_person_is_refused_and_goes_no_further(client: Client, cast: Cast) -> None:
    answer = client.get("/zoeken/?q=gezelschap+voor+123456782", headers=TYPED)
    assert "burgerservicenummer" in answer.content.decode()
    assert "123456782" not in answer.headers["HX-Replace-Url"]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("q=gezelschap+voor+123456782+van+85", "/zoeken/?q=gezelschap+voor+van+85&bsn=1"),
        ("q=gezelschap&plek=123.456.782", "/zoeken/?q=gezelschap&bsn=1"),
        ("q=123+456+782", "/zoeken/?bsn=1"),
    ],
)
def test_a_number_of_a_person_leaves_the_address_and_the_rest_stays(
    client: Client, cast: Cast, asked: str, left: str
) -> None:
    answer = client.get(f"/zoeken/?{asked}")
    assert (answer.status_code, answer.headers["Location"]) == (302, left)
    assert "Wij haalden een getal weg" in words_on(client.get(left))


def test_with_few_of_the_chosen_kind_something_else_may_do_as_well(client: Client, cast: Cast) -> None:
    make_offer(cast.huisvriend, name="Hond uitlaten", kinds=["pet-help"])
    make_offer(cast.huisvriend, name="Kat verzorgen", kinds=["pet-help"], description="Voor dieren.")
    for number in range(7):
        make_offer(cast.huisvriend, name=f"Bezoek {number}")
    words = words_on(client.get("/zoeken/?soort=pet-help"))
    assert "2 mogelijkheden" in words
    chosen, others = words.split("Ook misschien iets")
    assert ("Hond uitlaten" in chosen, "Hond uitlaten" in others) == (True, False)
    assert len(re.findall(r"Bezoek \d Stichting", others)) == 5
    assert "Ook misschien iets" not in words_on(client.get("/zoeken/?q=hond"))


def test_words_without_meaning_are_said_to_be_unknown_and_a_name_is_not(client: Client, cast: Cast) -> None:
    make_offer(cast.huisvriend, name="Blorfhuis")
    assert "Deze woorden kennen wij niet" in words_on(client.get("/zoeken/?q=xqzw+vroem"))
    assert "Blorfhuis" in words_on(client.get("/zoeken/?q=blorfhuis"))


def test_a_page_beyond_the_last_is_no_dead_end(client: Client, cast: Cast) -> None:
    make_offer(cast.huisvriend)
    answer = client.get("/zoeken/?q=bezoek&pagina=9000")
    assert answer.status_code == 200
    assert "Bezoek aan huis" in words_on(answer)


def test_more_than_a_page_can_be_turned(client: Client, cast: Cast) -> None:
    for number in range(12):
        make_offer(cast.huisvriend, name=f"Bezoek nummer {number}")
    assert "Pagina 1 van 2" in words_on(client.get("/zoeken/?q=bezoek"))
    second = client.get("/zoeken/?q=bezoek&pagina=2").content.decode()
    assert '<ol class="card-list results" start="11">' in second
    assert 'href="/zoeken/?q=bezoek&amp;pagina=1"' in second


def test_all_kinds_lead_back_to_the_search_with_that_kind(client: Client, cast: Cast) -> None:
    html = client.get("/n/meerlinden/zoeken/soorten/?q=boodschappen").content.decode()
    assert html.count('class="chip"') == 60
    assert "/n/meerlinden/zoeken/?q=boodschappen&amp;soort=odd-jobs" in html
