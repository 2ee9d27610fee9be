"""Where is this, what is it called, what lies in it."""

import random

import pytest
import shapely

from samenspel.places import actions, finding, keyfigures, queries, spatial, words
from samenspel.places.actions import Origin
from samenspel.places.models import AreaEdition
from samenspel.places.rules import Postcode
from tests.places.samples import (
    GEO,
    addresses,
    bring_in,
    bring_in_postcodes,
    collection,
    needs_real_files,
    neighbourhood,
    row_of_squares,
    square,
    table,
)

pytestmark = pytest.mark.django_db


def code_at(lon: float, lat: float) -> str | None:
    found = queries.at_point(lon=lon, lat=lat)
    return found.code if found else None


def test_a_point_lies_in_the_neighbourhood_around_it() -> None:
    bring_in(*row_of_squares(3))
    assert code_at(5.015, 52.005) == "BU03080001"
    assert code_at(5.5, 52.005) is None
    assert code_at(52.005, 5.015) is None


def test_a_newer_import_is_seen_at_once() -> None:
    bring_in(neighbourhood())
    assert code_at(5.005, 52.005) == "BU03080000"
    bring_in(neighbourhood("BU03080009", "Nieuw"), year=2025)
    assert code_at(5.005, 52.005) == "BU03080009"


def test_a_neighbourhood_that_the_newest_year_leaves_out_is_gone() -> None:
    bring_in(*row_of_squares(2))
    bring_in(*row_of_squares(1), year=2025)
    assert code_at(5.015, 52.005) is None
    assert [area.code for area in queries.neighbourhoods_in(queries.area(code="GM0308"))] == ["BU03080000"]  # type: ignore[arg-type]


def test_an_island_in_a_lake_wins_from_the_lake() -> None:
    bring_in(neighbourhood(), neighbourhood("BU03080001", "Eiland", geometry=square(5.004, 52.004, 0.002)))
    assert (code_at(5.005, 52.005), code_at(5.001, 52.001)) == ("BU03080001", "BU03080000")


@needs_real_files
def test_a_thousand_points_agree_with_looking_at_every_outline() -> None:
    with (GEO / "gemeenten" / "GM0153_Enschede_buurten_2024_afgeleid.geojson").open("rb") as stream:
        actions.import_areas(stream, origin=Origin(year=2024))
    editions = list(AreaEdition.objects.order_by("area_id"))
    outlines = {one.area_id: shapely.from_wkb(bytes(one.outline)) for one in editions}
    luck = random.Random(7)  # noqa: S311 -- repeatable, nothing secret
    points = [(luck.uniform(6.75, 6.99), luck.uniform(52.15, 52.29)) for _number in range(1000)]
    found = spatial.current_index().codes_at([lon for lon, _lat in points], [lat for _lon, lat in points])
    for (lon, lat), code in zip(points, found, strict=True):
        around = [one for one, outline in outlines.items() if outline.intersects(shapely.Point(lon, lat))]
        assert code in around if around else code is None
    assert sum(code is not None for code in found) > 300
    assert spatial.current_index().code_at(*points[0]) == found[0]


def shares(postcode: Postcode) -> list[tuple[str, float | None]]:
    return [(one.area.code, one.share) for one in queries.by_postcode(postcode)]


def test_a_postcode_gives_all_candidates_the_largest_share_first() -> None:
    bring_in(*row_of_squares(2))
    bring_in_postcodes(*addresses("3743AB", "BU03080000", [1]), *addresses("3743AB", "BU03080001", [2, 4, 6]))
    assert shares(Postcode("3743", "AB")) == [("BU03080001", 0.75), ("BU03080000", 0.25)]
    assert shares(Postcode("3743", "AB", 1)) == [("BU03080000", 0.25)]
    assert len(shares(Postcode("3743", "AB", 99))) == 2
    assert len(shares(Postcode("3743", "ZZ"))) == 2
    assert shares(Postcode("9999")) == []


def test_the_newest_year_of_a_postcode_counts() -> None:
    bring_in(*row_of_squares(2))
    bring_in_postcodes("3743AB;1;BU03080000")
    bring_in_postcodes("3743AB;1;BU03080001", year=2025)
    assert shares(Postcode("3743", "AB")) == [("BU03080001", 1.0)]


@pytest.fixture
def towns() -> None:
    """Two municipalities with a Centrum each, and names that are hard to type."""
    bring_in(neighbourhood(), neighbourhood("BU03080001", "'t Zand", geometry=square(5.1)))
    bring_in(
        neighbourhood("BU19000000", "Centrum", gemeentenaam="Súdwest-Fryslân", geometry=square(5.2)),
        neighbourhood("BU05180170", "Oostduinen", gemeentenaam="'s-Gravenhage", geometry=square(5.3)),
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("centrum", ["Centrum (Baarn)", "Centrum (Súdwest-Fryslân)"]),
        ("centrum BAARN", ["Centrum (Baarn)"]),
        ("Centrum (Súdwest-Fryslân)", ["Centrum (Súdwest-Fryslân)"]),
        ("sudwest fryslan", ["Súdwest-Fryslân"]),
        ("Den Haag", ["'s-Gravenhage"]),
        ("s gravenhage", ["'s-Gravenhage"]),
        ("t zand", ["'t Zand (Baarn)"]),
        ("bu03080001", ["'t Zand (Baarn)"]),
        ("duinen", ["Oostduinen ('s-Gravenhage)"]),
        ("", []),
        ("!!!", []),
        ("Atlantis", []),
    ],
)
def test_areas_are_found_by_name(towns: None, typed: str, found: list[str]) -> None:
    assert [str(one.area) for one in finding.find(typed, most=10).candidates] == found


def test_a_town_without_area_of_its_own_stands_for_its_postcodes(towns: None) -> None:
    actions.import_postcodes(table("postcode,plaats,gemeente", "3743,Eembrugge,Baarn"), origin=Origin(year=2024))
    bring_in_postcodes("3743AB;1;BU03080001")
    assert [one.area.code for one in finding.find("eembrugge", most=10).candidates] == ["BU03080001"]


def test_a_figure_comes_with_how_many_year_and_source() -> None:
    bring_in(neighbourhood(inwoners_65plus=480, percentage_personen_65_jaar_en_ouder=26))
    bring_in(neighbourhood(aantal_inwoners=1900), year=2025)
    lines = ("code,leeftijd,eenzaam_pct,jaar", "BU03080000,65+,44.8,2020")
    actions.import_figures(table(*lines), origin=Origin())
    area = queries.area(code="BU03080000")
    assert area is not None
    shown = {one.name: (one.value, one.of, one.since) for one in keyfigures.key_figures(area)}
    assert shown == {
        "inhabitants": ("1.900", "", "CBS Wijk- en buurtkaart 2025"),
        "inhabitants_65plus": ("480", "van de 1.825 inwoners (26 %)", "CBS Wijk- en buurtkaart 2024"),
        "lonely_65plus": ("44,8 %", "van de inwoners van 65 jaar en ouder", "RIVM Gezondheidsmonitor 2020"),
    }


def test_children_are_those_of_the_newest_year() -> None:
    bring_in(*row_of_squares(2))
    actions.import_areas(collection(*row_of_squares(1, first=1)), origin=Origin(year=2025))
    district = queries.area(code="wk030800 ")
    assert district is not None
    assert [area.code for area in queries.children(district)] == ["BU03080001"]


@pytest.mark.parametrize(("metres", "said"), [(120, "100 m"), (1480, "1,5 km"), (12_400, "12 km"), (2000, "2 km")])
def test_a_distance_is_said_in_words(metres: float, said: str) -> None:
    assert words.distance_in_words(metres) == said
