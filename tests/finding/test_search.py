"""The search over what is in the database: guesses, results with reasons, filters, and what comes closest."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.finding.queries.search import Wanted, search
from samenspel.networks.models import Network
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
