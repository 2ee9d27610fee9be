"""The page of a neighbourhood: everything that serves it, grouped plainly, with whom to call; nothing of elsewhere."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.directory.models import Offer
from samenspel.finding.queries import neighbourhoods
from samenspel.lib import clock
from samenspel.networks.models import Network, Partner
from samenspel.places.models import Area, AreaFigures
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.factories import make_edition
from tests.walk.stage import centre_of_meerlinden

pytestmark = pytest.mark.django_db
PAGE = "/n/meerlinden/buurten/BU99990101-centrum/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def centre(cast: Cast) -> Area:
    """The neighbourhood Centrum, in the area of the network."""
    area = centre_of_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=area.municipality)
    return area


def elsewhere(centre: Area) -> Area:
    """Another neighbourhood of the same district."""
    inside = {"parent": centre.parent, "municipality": centre.municipality, "latest_year": 2024}
    return Area.objects.create(code="BU99990102", kind="neighbourhood", name="Oever", name_key="oever", **inside)


def read(address: str = PAGE) -> str:
    return Client().get(address).content.decode()


def test_it_shows_what_serves_it_and_only_that(cast: Cast, centre: Area) -> None:
    other = elsewhere(centre)
    for name, codes in (("Hier", [centre.pk]), ("Wijk", ["WK999901"]), ("Stad", ["GM9999"]), ("Overal", [])):
        make_offer(cast.huisvriend, name=f"Bezoek {name}", area_codes=codes)
    make_offer(cast.huisvriend, name="Bezoek Elders", area_codes=[other.pk])
    make_offer(cast.oeverhulp, name="Bezoek Oeverland", area_codes=[centre.pk])
    make_offer(cast.huisvriend, name="Bezoek Dicht", state="closed", closed_at=clock.now(), closed_because="owner")
    page = read()
    for name in ("Hier", "Wijk", "Stad", "Overal"):
        assert f"Bezoek {name}" in page
    for name in ("Elders", "Oeverland", "Dicht"):
        assert f"Bezoek {name}" not in page
    assert "kunnen kiezen uit 4 soorten hulp en activiteiten" in page


def test_it_groups_by_the_way_help_reaches_somebody(cast: Cast, centre: Area) -> None:
    make_offer(cast.huisvriend, name="Koffie-uur", form="group")
    make_offer(cast.huisvriend, name="Op bezoek")
    make_offer(cast.huisvriend, name="Belmaatje", form="remote", address="Kantoor 1")
    page = read()
    places = [page.index(text) for text in ("<h3>Dichtbij", "Koffie-uur", "<h3>Komt bij u thuis", "Op bezoek",
                                            "<h3>Telefonisch en online", "Belmaatje")]  # fmt: skip
    assert places == sorted(places)
    only = read(f"{PAGE}?waar=telefoon")
    assert "Belmaatje" in only
    assert "Koffie-uur" not in only
    assert "Koffie-uur" in read(f"{PAGE}?waar=onzin&page=999")


def test_what_is_nearest_comes_first_with_its_distance(cast: Cast, centre: Area) -> None:
    make_edition(area=centre)
    make_offer(cast.huisvriend, name="A ver", form="group", longitude=5.20, latitude=52.2)
    make_offer(cast.huisvriend, name="B dichtbij", form="group", longitude=5.11, latitude=52.2)
    make_offer(cast.huisvriend, name="0 zonder plek", form="group")
    make_offer(cast.huisvriend, name="Z van hier", form="group", area_codes=[centre.pk])
    page = read()
    assert page.index("Z van hier") < page.index("B dichtbij")
    assert "voor deze buurt" in page
    assert page.index("B dichtbij") < page.index("A ver") < page.index("0 zonder plek")
    assert "ongeveer 700 m" in page


def test_figures_have_year_and_source_and_unknown_ones_stay_away(cast: Cast, centre: Area) -> None:
    assert "Over deze buurt is nog niets gepubliceerd." in read()
    make_edition(area=centre)
    AreaFigures.objects.create(
        area=centre, year=2022, figures={"lonely_18plus": 44}, source="Gezondheidsmonitor 2022", published_by="RIVM"
    )
    page = read()
    for text in ("1.825", "Wijken en buurten 2024", "Voelt zich eenzaam", "44 %", "Gezondheidsmonitor 2022"):
        assert text in page
    assert "zeggen niets over één persoon" in page
    assert "Doet vrijwilligerswerk" not in page
    assert "<svg viewBox" in page


def test_who_works_here_is_who_offers_here_or_lives_here(cast: Cast, centre: Area) -> None:
    make_offer(cast.huisvriend, area_codes=[centre.pk])
    make_offer(cast.practice, area_codes=[elsewhere(centre).pk])
    cast.nursing.area = centre
    cast.nursing.save()
    page = read()
    assert cast.huisvriend.name in page
    assert cast.nursing.name in page
    assert cast.practice.name not in page
    Partner.objects.filter(organisation=cast.huisvriend).update(ended_on=clock.today() + timedelta(days=1))
    assert cast.huisvriend.name not in read()


def test_without_anything_it_speaks_and_names_the_network(cast: Cast, centre: Area) -> None:
    page = read()
    for text in ("Hier is nog geen aanbod", "Wij zoeken met u mee", "0300 123 456", "/n/meerlinden/contact/"):
        assert text in page


def test_other_addresses_lead_here_or_are_not_there(cast: Cast, centre: Area) -> None:
    assert Client().get("/n/meerlinden/buurten/BU99990101-oude-naam/").headers["Location"] == PAGE
    assert Client().get("/n/meerlinden/buurten/bu99990101/", follow=True).redirect_chain[-1][0] == PAGE
    for wrong in ("BU00000000-nergens", "GM9999-meerlinden", "onzin", "BU9999010100000000000"):
        assert Client().get(f"/n/meerlinden/buurten/{wrong}/").status_code == 404
    assert Client().get("/n/oeverland/buurten/BU99990101-centrum/").status_code == 404


def test_a_network_that_is_not_open_keeps_its_neighbourhoods_to_its_partners(cast: Cast, centre: Area) -> None:
    Network.objects.filter(pk=cast.meerlinden.pk).update(is_public=False)
    for address in (PAGE, f"{PAGE}feed.xml", "/n/meerlinden/buurten/"):
        assert Client().get(address).status_code == 404
    page = as_person(cast.henk).get(PAGE).content.decode()
    assert "application/ld+json" not in page
    assert 'rel="canonical"' not in page


def test_an_area_leads_to_the_network_that_works_there(cast: Cast, centre: Area) -> None:
    assert Client().get("/buurten/BU99990101/").headers["Location"] == PAGE
    assert Client().get("/buurten/WK999901/").headers["Location"] == "/n/meerlinden/buurten/"
    Network.objects.update(area=None)
    assert Client().get("/buurten/BU99990101/").headers["Location"] == "/zoeken/?buurt=BU99990101"
    assert Client().get("/buurten/BU00000000/").status_code == 404


def test_the_list_counts_what_serves_each_neighbourhood_once(cast: Cast, centre: Area) -> None:
    other = elsewhere(centre)
    make_offer(cast.huisvriend, area_codes=[centre.pk, "WK999901"])
    make_offer(cast.huisvriend, area_codes=["GM9999", centre.pk])
    make_offer(cast.huisvriend, area_codes=[])
    cast.meerlinden.refresh_from_db()
    counted = {one.area.pk: (one.offers, one.own) for one in neighbourhoods.of_network(cast.meerlinden)}
    assert counted == {centre.pk: (3, 2), other.pk: (3, 1)}
    assert "2 speciaal hier, 1 voor de hele gemeente" in read("/n/meerlinden/buurten/")


def test_the_list_speaks_when_there_are_no_neighbourhoods(cast: Cast) -> None:
    page = read("/n/meerlinden/buurten/")
    assert "Dit netwerk koos nog geen gebied." in page
    assert "/n/meerlinden/contact/" in page


@pytest.mark.parametrize("address", [PAGE, "/n/meerlinden/buurten/", f"{PAGE}feed.xml"])
def test_a_hundred_offers_cost_no_more_questions_than_one(cast: Cast, centre: Area, address: str) -> None:
    make_offer(cast.huisvriend)
    few = _questions(address)
    for _number in range(20):
        make_offer(cast.huisvriend)
        make_offer(cast.practice, form="group")
    assert _questions(address) == few <= 20


def _questions(address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        Client().get(address)
    return len(asked)


def test_the_feed_tells_what_is_new_and_keeps_its_ids(cast: Cast, centre: Area) -> None:
    old = make_offer(cast.huisvriend, name="Oud & bekend", confirmed_at=clock.now() - timedelta(days=3))
    make_offer(cast.huisvriend, name="Nieuw <b>", contact_name="Truus Geheim")
    answer = Client().get(f"{PAGE}feed.xml")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert in_the_feed(answer.content, "title") == ["Nieuw <b>", "Oud & bekend"]
    assert "Truus" not in answer.content.decode()
    Offer.objects.filter(pk=old.pk).update(confirmed_at=clock.now())
    assert in_the_feed(Client().get(f"{PAGE}feed.xml").content, "id")[0] == f"urn:uuid:{old.pk}"
    assert f'href="{PAGE}feed.xml"' in read()


def in_the_feed(content: bytes, name: str) -> list[str | None]:
    """What each entry says under this name."""
    feed = ET.fromstring(content)  # noqa: S314 -- our own answer
    return [one.findtext(f"{ATOM}{name}") for one in feed.iter(f"{ATOM}entry")]
