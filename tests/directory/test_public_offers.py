"""What everybody reads about an offer: what it is, is there room, when was it confirmed; nothing that is not open."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.lib import clock
from samenspel.networks.models import Network, Partner
from tests.cast import Cast, as_person
from tests.directory.making import make_offer

pytestmark = pytest.mark.django_db


def offers_address(cast: Cast) -> str:
    return f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/aanbod/"


def read(address: str) -> str:
    return Client().get(address).content.decode()


def test_everybody_reads_an_offer_with_room_and_day(cast: Cast) -> None:
    moment = clock.now()
    offer = make_offer(
        cast.huisvriend, capacity="waiting", waiting_weeks=6, capacity_changed_at=moment, confirmed_at=moment,
        conditions="U woont in Meerlinden.", cost="gratis", days=["mon", "tue"],
    )  # fmt: skip
    page = read(f"/n/meerlinden/aanbod/{offer.slug}/")
    for text in ("Bezoek aan huis", "Wachtlijst, ongeveer 6 weken", "Bevestigd op", "Huisbezoek", "maandag, dinsdag"):
        assert text in page
    assert "U woont in Meerlinden." in page
    assert "Ineke Bos" in page  # the contact of the organisation, when the offer has none
    assert "lang niet bevestigd" not in page


def test_the_list_of_a_partner_shows_the_same_and_leads_there(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, capacity="room", free_places=1, capacity_changed_at=clock.now())
    page = read(offers_address(cast))
    assert f"/n/meerlinden/aanbod/{offer.slug}/" in page
    assert "Er is 1 plek vrij" in page
    assert "Bevestigd op" in page
    assert 'href="aanbod/"' in read(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/")
    assert "Ons aanbod bijhouden" not in page
    assert "Ons aanbod bijhouden" in as_person(cast.henk).get(offers_address(cast)).content.decode()


def test_what_nobody_confirmed_says_so(cast: Cast) -> None:
    now = clock.now()
    offer = make_offer(cast.huisvriend, confirmed_at=now - timedelta(days=110), asked_at=now - timedelta(days=15))
    for address in (f"/n/meerlinden/aanbod/{offer.slug}/", offers_address(cast)):
        assert "Dit is lang niet bevestigd" in read(address)


def test_a_draft_and_a_closed_offer_are_seen_by_nobody(cast: Cast) -> None:
    draft = make_offer(cast.huisvriend, state="draft", name="Geheim concept")
    closed = make_offer(
        cast.huisvriend, state="closed", name="Geheim gesloten", closed_at=clock.now(), closed_because="owner"
    )
    for offer in (draft, closed):
        assert Client().get(f"/n/meerlinden/aanbod/{offer.slug}/").status_code == 404
        assert as_person(cast.henk).get(f"/n/meerlinden/aanbod/{offer.slug}/").status_code == 404
    page = read(offers_address(cast))
    assert "Geheim" not in page
    assert "geen aanbod op deze pagina" in page


def test_an_offer_stands_only_in_networks_of_its_organisation(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    assert Client().get(f"/n/oeverland/aanbod/{offer.slug}/").status_code == 404
    Partner.objects.filter(organisation=cast.huisvriend).update(ended_on=clock.today())
    assert Client().get(f"/n/meerlinden/aanbod/{offer.slug}/").status_code == 404


def test_a_network_that_is_not_public_shows_no_offers_to_outsiders(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend)
    Network.objects.filter(pk=cast.meerlinden.pk).update(is_public=False)
    address = f"/n/meerlinden/aanbod/{offer.slug}/"
    assert Client().get(address).status_code == 404
    assert as_person(cast.karin).get(address).status_code == 404
    assert as_person(cast.henk).get(address).status_code == 200


def test_three_offers_take_as_many_queries_as_one(cast: Cast) -> None:
    make_offer(cast.huisvriend)
    with CaptureQueriesContext(connection) as one:
        read(offers_address(cast))
    for _number in range(2):
        make_offer(cast.huisvriend)
    with CaptureQueriesContext(connection) as three:
        read(offers_address(cast))
    assert len(three) == len(one) <= 8
