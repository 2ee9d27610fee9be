"""Where somebody is: what they typed, what their telephone says, and the outlines of the map."""

import logging

import pytest
from django.test import Client

from samenspel.finding import asking
from samenspel.places import actions as places
from samenspel.places import queries
from samenspel.places.models import Area, AreaEdition
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _meerlinden(db: None) -> None:
    """The town of Meerlinden is known."""
    places.import_meerlinden()


def middle(code: str) -> dict[str, str]:
    """A point in an area, as a telephone gives it."""
    edition = AreaEdition.objects.get(area=code)
    return {"lat": str(edition.centre_lat), "lon": str(edition.centre_lon)}


def test_nothing_typed_is_no_place_and_no_problem() -> None:
    assert asking.place("") == asking.Where()


def test_one_name_is_one_place() -> None:
    where = asking.place("Havenkwartier")
    assert where.area == queries.area(code="BU99010003")
    assert (where.candidates, where.problem) == ((), "")


def test_several_places_are_candidates_and_meanwhile_the_town_counts() -> None:
    where = asking.place("Linderveld-")
    assert [one.area.name for one in where.candidates] == ["Linderveld", "Linderveld-Oost", "Linderveld-West"]
    assert where.area == queries.area(code="GM9901")


def test_a_choice_counts_as_long_as_it_fits_what_is_typed() -> None:
    west = Area.objects.get(code="BU99010202")
    assert asking.place("Linderveld-", chosen=west).area == west
    assert asking.place("Havenkwartier", chosen=west).area == queries.area(code="BU99010003")
    assert asking.place("", chosen=west).typed == "Linderveld-West (Meerlinden)"


def test_an_unknown_place_is_one_sentence() -> None:
    where = asking.place("Antwerpen")
    assert where.area is None
    assert "Antwerpen" in where.problem


def test_a_telephone_gives_a_neighbourhood_and_the_point_goes_nowhere(
    client: Client, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    point = middle("BU99010002")
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/zoeken/in-de-buurt/", {**point, "q": "gezelschap", "soort": ["eating-together"]})
    area = queries.at_point(lat=float(point["lat"]), lon=float(point["lon"]))
    assert area
    assert answer.headers["Location"].startswith("/zoeken/?q=gezelschap&plek=")
    assert f"buurt={area.code}&soort=eating-together" in answer.headers["Location"]
    whole = answer.headers["Location"] + caplog.text
    assert point["lat"][:6] not in whole
    assert point["lon"][:6] not in whole


def test_a_search_in_a_network_stays_there(client: Client, cast: Cast) -> None:
    answer = client.post("/zoeken/in-de-buurt/", {**middle("BU99010002"), "netwerk": "meerlinden"})
    assert answer.headers["Location"].startswith("/n/meerlinden/zoeken/?plek=")


@pytest.mark.parametrize(
    "point",
    [{"lat": "50.85", "lon": "4.35"}, {"lat": "nergens", "lon": ""}, {}, {"lat": "nan", "lon": "inf"}],
    ids=["Brussels", "words", "nothing", "no number"],
)
def test_a_point_elsewhere_is_said_in_words(client: Client, cast: Cast, point: dict[str, str]) -> None:
    answer = client.post("/zoeken/in-de-buurt/", {"q": "gezelschap", **point}, follow=True)
    assert answer.status_code == 200
    assert "Wij weten niet in welke buurt u nu bent." in answer.content.decode()
    assert 'value="gezelschap"' in answer.content.decode()


def test_the_outlines_are_those_of_the_town_around(client: Client) -> None:
    answer = client.get("/zoeken/kaart/BU99010002.json")
    names = {one["properties"]["name"] for one in answer.json()["features"]}
    assert {"Centrum", "Havenkwartier", "Vogelbuurt"} <= names
    assert answer.json()["features"][0]["geometry"]["type"] in {"Polygon", "MultiPolygon"}
    assert "max-age" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("code", ["GM0000", "XX99010002", "BU00000000"])
def test_outlines_of_nowhere_are_not_there(client: Client, code: str) -> None:
    assert client.get(f"/zoeken/kaart/{code}.json").status_code == 404
