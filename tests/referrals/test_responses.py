"""How organisations answer: counted by one rule, told to the directory, and said on its pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from samenspel.directory import responding
from samenspel.directory.models import ResponseRecord
from samenspel.directory.responding import Response
from samenspel.finding.queries.search import search
from samenspel.finding.wanted import Wanted
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.referrals import pace
from samenspel.referrals.actions import answering
from samenspel.referrals.actions.recording import record_responses
from samenspel.referrals.pace import Sent
from samenspel.referrals.rules import Because, State
from tests.directory.making import make_offer
from tests.factories import make_network, make_organisation
from tests.referrals.making import make_loop, send

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def sent(state: State, *, days_ago: float, answered_after: float | None = None) -> Sent:
    at = NOW - timedelta(days=days_ago)
    return Sent(at, None if answered_after is None else at + timedelta(days=answered_after), state)


def test_median_and_share_of_what_was_answered() -> None:
    found = pace.response(
        [
            sent(State.REPORTED, days_ago=50, answered_after=1),
            sent(State.STARTED, days_ago=40, answered_after=3),
            sent(State.DECLINED, days_ago=30, answered_after=8),
            sent(State.EXPIRED, days_ago=60),
        ],
        now=NOW,
    )
    assert found == Response(4, 3, 0.5)


def test_what_is_open_counts_only_when_it_waits_longer_than_the_median() -> None:
    answered = sent(State.ACCEPTED, days_ago=20, answered_after=4)
    assert pace.response([answered, sent(State.SEEN, days_ago=3)], now=NOW) == Response(1, 4, 1.0)
    assert pace.response([answered, sent(State.SEEN, days_ago=5)], now=NOW) == Response(2, 4, 0.5)


def test_what_was_taken_back_counts_when_it_was_answered() -> None:
    assert pace.response([sent(State.WITHDRAWN, days_ago=9)], now=NOW) == Response(0, None, 0.0)
    taken = sent(State.WITHDRAWN, days_ago=9, answered_after=2)
    assert pace.response([taken], now=NOW) == Response(1, 2, 1.0)


def test_in_words() -> None:
    assert responding.in_words(Response(24, 2.4, 0.8)) == (
        "Antwoordt meestal binnen 3 dagen, neemt 8 van de 10 aan (van 24 verwijzingen)."
    )
    assert "binnen 1 dag," in responding.in_words(Response(5, 0.1, 1.0))
    assert "Nog te weinig" in responding.in_words(Response(4, 2.4, 0.8))
    assert "Nog te weinig" in responding.in_words(None)
    assert "Antwoordde nog niet" in responding.in_words(Response(6, None, 0.0))


@pytest.mark.django_db
def test_counted_from_referrals_and_counted_anew() -> None:
    for accepts in (True, False):
        loop = make_loop()
        (referral,) = send(loop)
        with acting_for(loop.receivers[0].pk):
            if accepts:
                answering.accept(referral=referral, by=loop.receiver)
            else:
                answering.decline(referral=referral, because=Because.NO_ROOM, by=loop.receiver)
    assert record_responses(now=clock.now()) == 2
    assert record_responses(now=clock.now()) == 2
    assert sorted(ResponseRecord.objects.values_list("accepted_share", "number")) == [(0.0, 1), (1.0, 1)]


@pytest.mark.django_db
def test_said_on_pages_and_cards(client: Client) -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    offer = make_offer(organisation=organisation)
    told = {"accepted_share": 0.8, "counted_on": clock.today()}
    ResponseRecord.objects.create(organisation=organisation, number=24, median_days=2.4, **told)
    at = f"/n/{network.slug}"
    pages = (f"{at}/aanbod/{offer.slug}/", f"{at}/organisaties/{organisation.slug}/")
    words = "Antwoordt meestal binnen 3 dagen, neemt 8 van de 10 aan (van 24 verwijzingen)."
    assert all(words in client.get(page).content.decode() for page in pages)
    assert [one.card.answers for one in search(Wanted(kinds=("social-visiting",), network=network)).results] == [words]


@pytest.mark.django_db
def test_an_offer_with_enough_of_its_own_says_its_own(client: Client) -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    offer = make_offer(organisation=organisation)
    told = {"accepted_share": 0.5, "counted_on": clock.today(), "organisation": organisation}
    ResponseRecord.objects.create(number=24, median_days=2.4, **told)
    ResponseRecord.objects.create(number=6, median_days=9, offer=offer, **told)
    assert "binnen 9 dagen" in client.get(f"/n/{network.slug}/aanbod/{offer.slug}/").content.decode()
