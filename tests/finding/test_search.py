"""The search over what is in the database: guesses, results with reasons, filters, and what comes closest."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.finding.queries.search import Wanted, search
from samenspel.networks.models import Network
from samenspel.places.actions import import_meerlinden
from samenspel.places.models import Area
from tests.directory.making import make_offer
from tests.factories import make_network, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Network:
    return make_network(slug="hilversum")


def test_words_find_an_offer_with_its_address_and_reasons(network: Network) -> None:
    organisation = make_organisation(network=network)
    offer = make_offer(organisation, capacity="waiting", waiting_weeks=3, capacity_changed_at="2026-01-01T00:00Z")
    answer = search(Wanted(text="mijn vader is zo eenzaam, wie komt er langs"))
    assert [result.offer for result in answer.results] == [offer]
    assert answer.results[0].url == f"/n/hilversum/aanbod/{offer.slug}/"
    assert answer.results[0].organisation_url == f"/n/hilversum/organisaties/{organisation.slug}/"
    assert "plek over 3 weken" in answer.results[0].why
    assert len(answer.guesses) == 5


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_asks_as_much_of_the_database_for_one_result_as_for_three(network: Network, number: int) -> None:
    for _one in range(number):
        make_offer(make_organisation(network=network))
    search(Wanted(text="bezoek"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert search(Wanted(text="bezoek")).total == number
    assert len(asked) <= 4


def test_what_nobody_may_see_is_not_found(network: Network) -> None:
    make_offer(make_organisation(network=network), state="draft")
    make_offer(make_organisation())
    hidden = make_network()
    Network.objects.filter(pk=hidden.pk).update(is_public=False)
    make_offer(make_organisation(network=hidden))
    assert search(Wanted(text="bezoek")).total == 0
    assert search(Wanted(text="bezoek", network=hidden)).total == 1


def test_a_place_or_a_kind_without_words_is_enough(network: Network) -> None:
    offer = make_offer(make_organisation(network=network))
    make_offer(offer.organisation, name="Klussen", kinds=["odd-jobs"])
    assert [result.offer for result in search(Wanted(kinds=("social-visiting",))).results] == [offer]
    assert search(Wanted()).total == 2


def test_what_was_confirmed_stands_first_among_the_guesses(network: Network) -> None:
    make_offer(make_organisation(network=network))
    guesses = search(Wanted(text="mijn vader is zo eenzaam", kinds=("odd-jobs",))).guesses
    assert (guesses[0].code, guesses[0].is_confirmed, len(guesses)) == ("odd-jobs", True, 5)
    assert any("eenzaam" in guess.because for guess in guesses[1:])


def test_a_filter_says_how_many_remain(network: Network) -> None:
    organisation = make_organisation(network=network)
    make_offer(organisation, days=["tue"], form="group", provider="professional")
    make_offer(organisation, days=["fri"], languages=["nl", "tr"])
    counts = search(Wanted(days=("tue",))).counts
    assert counts["dag", "tue"] == counts["dag", "fri"] == counts["vorm", "group"] == 1
    assert counts["vorm", "one_to_one"] == counts["taal", "tr"] == counts["plaats", "1"] == 0
    assert counts["door", "professional"] == 1


def test_when_nothing_fits_the_limit_that_stands_in_the_way_is_named(network: Network) -> None:
    organisation = make_organisation(network=network)
    for _number in range(3):
        make_offer(organisation, days=["fri"], form="group")
    answer = search(Wanted(text="bezoek", days=("tue",), form="group"))
    assert (answer.total, answer.results, len(answer.nearest)) == (0, [], 3)
    assert [one.sentence for one in answer.loosened] == ["Zonder “alleen op dinsdag” zijn er 3."]


def test_when_only_letting_go_of_everything_helps_there_is_still_something(network: Network) -> None:
    make_offer(make_organisation(network=network), days=["fri"], form="group")
    answer = search(Wanted(days=("tue",), form="one_to_one"))
    assert (len(answer.nearest), answer.loosened) == (1, [])


def test_words_that_say_nothing_find_nothing_and_pretend_nothing(network: Network) -> None:
    make_offer(make_organisation(network=network))
    answer = search(Wanted(text="asdfghjkl"))
    assert (answer.is_understood, answer.total, len(answer.nearest)) == (False, 0, 0)


def test_danger_comes_apart_from_what_is_found() -> None:
    answer = search(Wanted(text="ik wil niet meer leven"))
    assert [flag.danger for flag in answer.danger] == ["suicide"]


def test_a_wish_in_the_words_ranks_and_does_not_exclude(network: Network) -> None:
    organisation = make_organisation(network=network)
    make_offer(organisation, name="Op vrijdag", days=["fri"])
    make_offer(organisation, name="Op dinsdag in het Turks", days=["tue"], languages=["nl", "tr"])
    results = search(Wanted(text="bezoek op dinsdag, zij spreekt Turks")).results
    assert [result.offer.name for result in results] == ["Op dinsdag in het Turks", "Op vrijdag"]
    assert {"op dinsdag", "spreekt Turks"} <= set(results[0].why)


def test_where_somebody_lives_limits_and_measures(network: Network) -> None:
    import_meerlinden()
    area, other = Area.objects.filter(kind="neighbourhood").order_by("code")[:2]
    organisation = make_organisation(network=network)
    here = make_offer(organisation, area_codes=[area.code])
    make_offer(organisation, area_codes=[other.code])
    around = make_offer(organisation, area_codes=[area.municipality_id], form="remote")
    results = {result.offer: result for result in search(Wanted(area=area)).results}
    assert set(results) == {here, around}
    assert "op loopafstand" in results[here].why
    assert "via de telefoon of online" in results[around].why
    assert results[around].metres is None
    assert search(Wanted(area=area.municipality)).total == 3


def test_a_page_beyond_the_last_is_the_last(network: Network) -> None:
    organisation = make_organisation(network=network)
    for _number in range(12):
        make_offer(organisation)
    answer = search(Wanted(page=99))
    assert (answer.page, answer.pages, len(answer.results)) == (2, 2, 2)


STRANGE = [
    "hulp " * 20_000,
    "\x00\x1b\u202e\u2066 bezoek",
    "'; DROP TABLE directory_offer; --",
    "<b>" * 500,
    "é" * 9_000,
]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_text_is_answered_quickly(network: Network, text: str) -> None:
    make_offer(make_organisation(network=network))
    search(Wanted(text="bezoek"))
    started = time.process_time()
    answer = search(Wanted(text=text))
    assert time.process_time() - started < 1
    assert answer.was_cut == (len(text) > 4_000)
