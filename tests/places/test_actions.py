"""Importing: once, again, a second year, and the real files."""

import json

import pytest

from samenspel.places import actions
from samenspel.places.actions import Origin, Outcome
from samenspel.places.loading import Counted
from samenspel.places.models import Area, AreaEdition, AreaFigures, Import, Postcode4, PostcodeArea
from tests.places.samples import (
    GEO,
    addresses,
    bring_in,
    bring_in_postcodes,
    collection,
    needs_real_files,
    neighbourhood,
    square,
    table,
)

pytestmark = pytest.mark.django_db
NOTHING = Counted()


def test_a_neighbourhood_comes_with_its_parents_outline_and_figures() -> None:
    outcome = bring_in(neighbourhood(mannen=910, geboorte_totaal=-99995))
    area = Area.objects.select_related("parent__parent").get(code="BU03080000")
    edition = AreaEdition.objects.get(area=area)
    assert outcome.counted == Counted(added=1)
    assert area.parent is not None
    assert (area.parent.name, area.parent.named_in) == ("Wijk 00", None)
    assert (area.municipality_id, area.parent.parent.name if area.parent.parent else "") == ("GM0308", "Baarn")
    assert edition.figures == {"inhabitants": 1825, "mannen": 910}
    assert (edition.source, edition.published_by) == ("CBS Wijk- en buurtkaart 2024", "CBS")
    assert (edition.west, edition.north) == (5.0, 52.01)
    assert abs(edition.centre_x - 128_721) < 5_000


def test_a_second_run_changes_nothing_and_leaves_no_trace() -> None:
    bring_in(neighbourhood())
    before = list(AreaEdition.objects.values_list("pk", flat=True))
    assert bring_in(neighbourhood()).counted == NOTHING
    assert list(AreaEdition.objects.values_list("pk", flat=True)) == before
    assert Import.objects.count() == 1


def test_a_corrected_file_changes_only_what_differs() -> None:
    bring_in(neighbourhood(), neighbourhood("BU03080001", "Transvaal", geometry=square(5.1)))
    corrected = neighbourhood("BU03080001", "Transvaalbuurt", geometry=square(5.1))
    assert bring_in(neighbourhood(), corrected).counted == Counted(changed=1)
    assert Area.objects.get(code="BU03080001").name == "Transvaalbuurt"


def test_a_second_year_stands_beside_the_first() -> None:
    bring_in(neighbourhood())
    bring_in(neighbourhood(name="Centrum-Zuid", aantal_inwoners=1900, geometry=square(5.02)), year=2025)
    area = Area.objects.get(code="BU03080000")
    editions = AreaEdition.objects.filter(area=area).order_by("year")
    assert [(one.year, one.name, one.figures["inhabitants"]) for one in editions] == [
        (2024, "Centrum", 1825),
        (2025, "Centrum-Zuid", 1900),
    ]
    assert (area.name, area.latest_year, area.named_in) == ("Centrum-Zuid", 2025, 2025)


def test_an_older_year_does_not_take_the_newest_name_away() -> None:
    bring_in(neighbourhood(name="Nieuw"))
    bring_in(neighbourhood(name="Oud"), year=2020)
    area = Area.objects.get(code="BU03080000")
    assert (area.name, area.latest_year, area.editions.count()) == ("Nieuw", 2024, 2)


def test_a_district_gets_its_real_name_from_an_older_file() -> None:
    bring_in(neighbourhood())
    district = {"type": "Feature", "properties": {"code": "WK030800", "name": "Wijk Baarn"}, "geometry": square()}
    actions.import_areas(collection(district), origin=Origin(year=2022))
    area = Area.objects.get(code="WK030800")
    assert (area.name, area.named_in, area.latest_year) == ("Wijk Baarn", 2022, 2024)


def test_water_is_left_out() -> None:
    outcome = bring_in(neighbourhood(), neighbourhood("BU03089997", "Eem", water="JA"))
    assert (outcome.rows, Area.objects.filter(kind="neighbourhood").count()) == (1, 1)


def test_addresses_become_shares_and_house_numbers_only_where_they_decide() -> None:
    bring_in(neighbourhood(), neighbourhood("BU03080001", "Transvaal", geometry=square(5.1)))
    both = [*addresses("3743AB", "BU03080000", [1, 3, 5]), *addresses("3743AB", "BU03080001", [7])]
    lines = [*both, *addresses("3743AC", "BU03080001", [2, 4, 6, 8])]
    bring_in_postcodes(*lines)
    rows = {(row.postcode, row.area_id): row for row in PostcodeArea.objects.all()}
    assert rows["3743AB", "BU03080000"].share == 0.75
    assert rows["3743AB", "BU03080001"].house_numbers == [7]
    assert rows["3743AC", "BU03080001"].house_numbers is None
    assert (rows["3743", "BU03080001"].addresses, rows["3743", "BU03080001"].share) == (5, 0.625)
    assert bring_in_postcodes(*lines).counted == NOTHING


def test_a_corrected_postcode_leaves_the_neighbourhood_it_no_longer_lies_in() -> None:
    bring_in(neighbourhood(), neighbourhood("BU03080001", "Transvaal", geometry=square(5.1)))
    bring_in_postcodes("3743AB;1;BU03080000", "3743AC;1;BU03080000")
    bring_in_postcodes("3743AB;1;BU03080001")
    found = PostcodeArea.objects.filter(postcode__in=["3743AB", "3743AC"]).order_by("postcode")
    assert [(row.postcode, row.area_id) for row in found] == [("3743AB", "BU03080001"), ("3743AC", "BU03080000")]


def test_lines_about_areas_of_another_year_are_counted_and_passed_over() -> None:
    bring_in(neighbourhood())
    outcome = bring_in_postcodes("3743AB;1;BU03080000", "3744AB;1;BU03081111")
    assert outcome.passed_over == 2
    assert PostcodeArea.objects.count() == 2


def test_health_figures_keep_their_own_year_and_source() -> None:
    bring_in(neighbourhood())
    lines = ("code,leeftijd,eenzaam_pct,jaar", "BU03080000,18+,44.8,2020", "BU03080000,65+,,2020", "NL01,18+,47,2020")
    assert actions.import_figures(table(*lines), origin=Origin()).counted == Counted(added=1)
    assert actions.import_figures(table(*lines), origin=Origin()).counted == NOTHING
    [found] = AreaFigures.objects.all()
    assert (found.year, found.figures, found.source) == (2020, {"lonely_18plus": 44.8}, "RIVM Gezondheidsmonitor 2020")


NATIONAL = ["nl_buurten_2024_afgeleid", "nl_wijken_2022_kerncijfers", "nl_gemeenten_2022_kerncijfers"]


def import_national(name: str) -> Outcome:
    with (GEO / f"{name}.geojson").open("rb") as stream:
        return actions.import_areas(stream, origin=Origin(year=int(name.split("_")[2])))


@needs_real_files
def test_the_real_national_files_come_in_and_come_in_again_unchanged() -> None:
    files = [
        ("nl_buurten_2024_afgeleid", 2024),
        ("nl_wijken_2022_kerncijfers", 2022),
        ("nl_gemeenten_2022_kerncijfers", 2022),
    ]
    for name, year in files * 2:
        with (GEO / f"{name}.geojson").open("rb") as stream:
            outcome = actions.import_areas(stream, origin=Origin(year=year))
    assert outcome.counted == NOTHING
    assert Import.objects.count() == 3
    assert AreaEdition.objects.filter(area__kind="neighbourhood").count() == 14_566
    assert Area.objects.filter(name="Centrum", kind="neighbourhood").count() == 49
    assert Area.objects.get(code="BU0363AA01").municipality_id == "GM0363"
    assert Area.objects.get(code="GM1900").name == "Súdwest-Fryslân"


@needs_real_files
def test_the_real_tables_come_in_beside_the_areas() -> None:
    import_national("nl_buurten_2024_afgeleid")
    with (GEO / "rivm_gezondheid_2020_wijk_buurt.csv").open("rb") as stream:
        assert actions.import_figures(stream, origin=Origin()).rows == 17_340
    with (GEO / "nl_pc4_buurt_afgeleid.csv").open("rb") as stream:
        assert actions.import_postcodes(stream, origin=Origin(year=2024)).counted == Counted(added=19_681)
    with (GEO / "nl_pc4_plaats_gemeente.csv").open("rb") as stream:
        actions.import_postcodes(stream, origin=Origin(year=2024))
    assert Postcode4.objects.get(code="5671").municipality_name == "Nuenen, Gerwen en Nederwetten"


@needs_real_files
def test_an_original_pdok_file_comes_in_without_its_unknown_figures() -> None:
    path = GEO / "gemeenten" / "GM0308_Baarn_buurten_2024_PDOK_origineel.geojson"
    with path.open("rb") as stream:
        outcome = actions.import_areas(stream, origin=Origin())
    assert (outcome.year, outcome.rows) == (2024, 21)
    figures = AreaEdition.objects.get(area_id="BU03080000").figures
    assert (figures["inhabitants"], figures["share_65plus"], figures["mannen"]) == (1825, 26, 910)
    assert "-9999" not in json.dumps(list(AreaEdition.objects.values_list("figures", flat=True)))
