"""The pages about areas, for anybody."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenspel.places import actions
from samenspel.places.models import AreaEdition
from tests.places.samples import bring_in, bring_in_postcodes, neighbourhood, row_of_squares, square

pytestmark = pytest.mark.django_db
INDEX = "/gebieden/"


def page(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_areas_the_page_says_what_comes_here(client: Client) -> None:
    text = page(client, INDEX)
    assert "Er zijn nog geen gebieden" in text
    assert "import_areas" in text


def test_the_page_lists_the_municipalities(client: Client) -> None:
    bring_in(*row_of_squares(2))
    text = page(client, INDEX)
    assert "1 gemeente" in text
    assert 'href="/gebieden/GM0308/"' in text


def test_a_long_list_is_folded_by_letter(client: Client) -> None:
    many = [
        neighbourhood(f"BU{number:04}0000", gemeentenaam=f"{'ABC'[number % 3]} {number}", geometry=square(number / 30))
        for number in range(100, 145)
    ]
    bring_in(*many)
    text = page(client, INDEX)
    assert text.count("<details") == 3
    assert "45 gemeenten" in text


def test_searching_shows_candidates_with_their_share(client: Client) -> None:
    bring_in(*row_of_squares(2))
    bring_in_postcodes("3743AB;1;BU03080000", "3743AB;2;BU03080000", "3743AB;3;BU03080001")
    text = page(client, f"{INDEX}?zoek=3743ab")
    assert "Buurt 0 (Baarn)" in text
    assert "67 % van deze postcode" in text


@pytest.mark.parametrize("typed", ["12O4AB", "Atlantis", "%00", "%F0%9F%98%80", "9999ZZ", "x" * 500, "'; drop table"])
def test_searching_for_nonsense_keeps_what_was_typed_and_says_so(client: Client, typed: str) -> None:
    bring_in(*row_of_squares(1))
    answer = client.get(f"{INDEX}?zoek={typed}")
    assert answer.status_code == 200
    assert b"Niet gevonden" in answer.content or typed == "%00"


def test_the_page_of_an_area_shows_map_figures_with_source_and_the_way_up(client: Client) -> None:
    actions.import_meerlinden()
    text = page(client, "/gebieden/BU99010101/")
    assert "Buurt in de gemeente Meerlinden" in text
    assert text.count('class="area-map__own"') == 1
    assert 'class="area-map__around"' in text
    assert "van de inwoners van 65 jaar en ouder" in text
    assert "Verzonnen kaart en cijfers, 2024" in text
    assert 'href="/gebieden/GM9901-meerlinden/"' in text


def test_the_page_of_a_municipality_shows_what_lies_in_it(client: Client) -> None:
    actions.import_meerlinden()
    text = page(client, "/gebieden/GM9901/")
    assert text.count('class="area-map__inside"') == 12
    assert "Buitengebied" in text


def test_a_district_that_is_only_known_by_its_neighbourhoods_is_drawn_as_those(client: Client) -> None:
    bring_in(*row_of_squares(2))
    text = page(client, "/gebieden/WK030800/")
    assert 'class="area-map__own"' not in text
    assert text.count('class="area-map__inside"') == 2
    assert "Nog geen cijfers" in text


def test_an_area_without_any_outline_says_that_it_has_no_map(client: Client) -> None:
    bring_in(*row_of_squares(1))
    AreaEdition.objects.all().delete()
    assert "Van dit gebied is geen kaart" in page(client, "/gebieden/BU03080000/")


@pytest.mark.parametrize("ending", ["bu03080000/", "BU03080000/", "BU03080000-oude-naam/"])
def test_other_addresses_of_an_area_lead_to_the_one(client: Client, ending: str) -> None:
    bring_in(neighbourhood(name="Súd-West 't Zand"))
    answer = client.get(INDEX + ending)
    assert (answer.status_code, answer["Location"]) == (301, "/gebieden/BU03080000-sud-west-t-zand/")


@pytest.mark.parametrize("address", ["/gebieden/BU99999999/", "/gebieden/XX1234-x/", "/gebieden/BU03080000centrum/"])
def test_an_area_that_is_not_here_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


COUNTS = {
    "/gebieden/": 4,
    "/gebieden/?zoek=3743ab": 5,
    "/gebieden/?zoek=buurt": 6,
    "/gebieden/BU03080000-buurt-0/": 10,
    "/gebieden/GM0308-baarn/": 11,
}


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_the_database_the_same_for_one_and_for_three(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bring_in(*row_of_squares(count))
    bring_in_postcodes(*[f"3743AB;{number};BU0308{number:04}" for number in range(count)])
    page(client, INDEX)  # what is asked once per process
    for address, queries in COUNTS.items():
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


def test_pages_hold_no_inline_style_or_script(client: Client) -> None:
    actions.import_meerlinden()
    for address in (INDEX, "/gebieden/GM9901/", "/gebieden/BU99010101/"):
        text = page(client, address)
        assert " style=" not in text
        assert "<script>" not in text
