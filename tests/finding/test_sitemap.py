"""The sitemap: every public page under its one address, nothing else, with dates that are true."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.directory.models import Offer
from samenspel.finding import sitemaps
from samenspel.lib import clock
from samenspel.networks.models import Network, Partner
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.factories import make_partner
from tests.walk.stage import centre_of_meerlinden

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def listed(text: str) -> dict[str, str | None]:
    """Each address with its date."""
    root = ET.fromstring(text)  # noqa: S314 -- our own answer
    return {one[0].text or "": one[1].text if len(one) > 1 else None for one in root}


def served() -> dict[str, str | None]:
    answer = Client().get("/sitemap.xml")
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    return listed(answer.content.decode())


def test_it_lists_what_everybody_may_open_with_its_day(cast: Cast) -> None:
    area = centre_of_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=area.municipality)
    offer = make_offer(cast.huisvriend, area_codes=[area.pk])
    moment = offer.confirmed_at
    assert moment
    found = served()
    for path in ("/", "/n/meerlinden/", f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/"):
        assert found[SITE + path] is None
    offered = (f"/n/meerlinden/aanbod/{offer.slug}/", "/n/meerlinden/buurten/BU99990101-centrum/")
    for path in offered:
        assert found[SITE + path] == moment.isoformat(timespec="seconds")
    answers = {Client().get(address.removeprefix(SITE)).status_code for address in found}
    assert answers == {200}


def test_nothing_closed_or_hidden_is_in_it(cast: Cast) -> None:
    Network.objects.filter(pk=cast.oeverland.pk).update(is_public=False, area=centre_of_meerlinden().municipality)
    make_offer(cast.oeverhulp, slug="verborgen")
    make_offer(cast.huisvriend, slug="dicht", state="closed", closed_at=clock.now(), closed_because="owner")
    make_offer(cast.practice, slug="vertrokken")
    Partner.objects.filter(organisation=cast.practice).update(ended_on=clock.today())
    text = Client().get("/sitemap.xml").content.decode()
    for hidden in ("oeverland", "verborgen", "dicht", "vertrokken", "buurten", cast.practice.slug):
        assert hidden not in text


def test_an_offer_in_two_networks_is_in_it_once(cast: Cast) -> None:
    make_offer(cast.huisvriend, slug="bezoek")
    make_partner(network=cast.oeverland, organisation=cast.huisvriend)
    assert [address for address in served() if address.endswith("/bezoek/")] == [f"{SITE}/n/meerlinden/aanbod/bezoek/"]


def test_a_large_one_becomes_a_list_of_files_that_together_hold_all(cast: Cast) -> None:
    for _number in range(5):
        make_offer(cast.huisvriend)
    all_of_them = listed(sitemaps.whole())
    files = listed(sitemaps.whole(most=2))
    assert f"{SITE}/sitemap-aanbod-3.xml" in files
    parts = [address.removeprefix(f"{SITE}/sitemap-").removesuffix(".xml").rsplit("-", 1) for address in files]
    together = [listed(sitemaps.part(name, int(number), most=2)) for name, number in parts]
    assert {address: day for one in together for address, day in one.items()} == all_of_them
    assert sum(map(len, together)) == len(all_of_them)


@pytest.mark.parametrize(("name", "number"), [("aanbod", 0), ("aanbod", 99), ("onzin", 1), ("aanbod", 10**9)])
def test_a_file_that_is_not_there_is_not_there(db: None, name: str, number: int) -> None:
    with pytest.raises(Http404):
        sitemaps.part(name, number)
    assert Client().get(f"/sitemap-{name}-{number}.xml").status_code == 404


def test_room_told_later_moves_the_day(cast: Cast) -> None:
    offer = make_offer(cast.huisvriend, slug="bezoek")
    moment = clock.now().replace(year=clock.now().year + 1)
    Offer.objects.filter(pk=offer.pk).update(capacity="full", capacity_changed_at=moment)
    assert served()[f"{SITE}/n/meerlinden/aanbod/bezoek/"] == moment.isoformat(timespec="seconds")


def test_more_offers_cost_no_more_questions(cast: Cast) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            served()
        return len(asked)

    make_offer(cast.huisvriend)
    few = questions()
    for _number in range(10):
        make_offer(cast.huisvriend)
    assert questions() == few


def test_robots_are_told_where_it_is(client: Client) -> None:
    assert f"\nSitemap: {SITE}/sitemap.xml\n" in client.get("/robots.txt").content.decode()
