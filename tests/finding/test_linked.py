"""What pages say to machines: true, the same as the page shows, and never the name of a person."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.factories import make_partner
from tests.walk.stage import centre_of_meerlinden, meerlinden_area

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITE = "http://127.0.0.1:8000"


def said(address: str) -> list[dict[str, Any]]:
    """The things that the one block on a page names."""
    (block,) = BLOCK.findall(Client().get(address).content.decode())
    told = json.loads(block)
    assert told["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = told["@graph"]
    return things


def offer_of(cast: Cast, **values: Any) -> Offer:
    return make_offer(cast.huisvriend, slug="bezoek", **values)


def test_an_offer_is_a_service_of_its_organisation(cast: Cast) -> None:
    area = meerlinden_area()
    offer_of(cast, area_codes=[area.pk], cost="Gratis", languages=["nl", "tr"], contact_phone="0300 111 222")
    service, way = said("/n/meerlinden/aanbod/bezoek/")
    assert (service["@type"], service["name"], service["serviceType"]) == ("Service", "Bezoek aan huis", ["Huisbezoek"])
    assert service["provider"]["@type"] == "NGO"
    assert service["areaServed"][0]["name"] == "Meerlinden"
    assert service["offers"]["price"] == "0"
    assert service["availableChannel"]["servicePhone"]["telephone"] == "0300 111 222"
    assert service["availableChannel"]["availableLanguage"] == ["nl", "tr"]
    assert [one["name"] for one in way["itemListElement"]] == [
        "Netwerk Meerlinden", "Stichting Huisvriend", "Bezoek aan huis",
    ]  # fmt: skip


@pytest.mark.parametrize("cost", ["", "gratis voor leden", "5 euro"])
def test_what_is_not_surely_free_names_no_price(cast: Cast, cost: str) -> None:
    offer_of(cast, cost=cost)
    assert "offers" not in said("/n/meerlinden/aanbod/bezoek/")[0]


def test_nothing_typed_gets_out_of_the_block(cast: Cast) -> None:
    evil = "</script><script>alert(1)</script><!-- & \u2028"
    offer_of(cast, name="Naam <b>", description=evil)
    page = Client().get("/n/meerlinden/aanbod/bezoek/").content.decode()
    assert "<script>alert" not in page
    assert said("/n/meerlinden/aanbod/bezoek/")[0]["description"] == evil


def test_no_page_tells_machines_the_name_of_a_person(cast: Cast) -> None:
    Network.objects.update(contact_name="Marjan de Wit", contact_role="coördinator")
    offer_of(cast, contact_name="Truus Vink")
    addresses = (
        "/n/meerlinden/",
        f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/",
        "/n/meerlinden/aanbod/bezoek/",
    )
    for address in addresses:
        told = json.dumps(said(address))
        for name in ("Marjan", "Ineke Bos", "Truus"):
            assert name not in told


def test_a_network_and_a_partner_say_how_to_reach_them(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(contact_phone="0300 987 654", contact_email="a@b.test")
    network = said("/n/meerlinden/")[0]
    assert network["contactPoint"]["telephone"] == "0300 123 456"
    assert network["contactPoint"]["url"] == f"{SITE}/n/meerlinden/contact/"
    partner = said(f"/n/meerlinden/organisaties/{cast.huisvriend.slug}/")[0]
    assert partner["contactPoint"]["email"] == "a@b.test"
    assert partner["memberOf"]["name"] == "Netwerk Meerlinden"


def test_a_neighbourhood_is_a_place_in_its_municipality(cast: Cast) -> None:
    area = centre_of_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=area.municipality)
    place, way = said("/n/meerlinden/buurten/BU99990101-centrum/")
    assert (place["@type"], place["identifier"]["value"]) == ("AdministrativeArea", "BU99990101")
    assert place["containedInPlace"]["name"] == "Meerlinden"
    assert way["itemListElement"][-1]["item"] == f"{SITE}/n/meerlinden/buurten/BU99990101-centrum/"


def test_an_offer_in_two_networks_has_one_address_for_the_world(cast: Cast) -> None:
    offer_of(cast)
    tie = make_partner(network=cast.oeverland, organisation=cast.huisvriend)
    type(tie).objects.filter(pk=tie.pk).update(since_on=clock.today().replace(year=2001))
    for network in ("meerlinden", "oeverland"):
        page = Client().get(f"/n/{network}/aanbod/bezoek/").content.decode()
        assert f'<link rel="canonical" href="{SITE}/n/oeverland/aanbod/bezoek/">' in page
    Network.objects.filter(slug="oeverland").update(is_public=False)
    page = Client().get("/n/meerlinden/aanbod/bezoek/").content.decode()
    assert f'<link rel="canonical" href="{SITE}/n/meerlinden/aanbod/bezoek/">' in page
