"""Good and bad files: every fault is said in one sentence with its place, and nothing is taken over."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import translation

from samenspel.places import actions, geojson, postcodes, tables
from samenspel.places.actions import Origin
from samenspel.places.faults import BadFileError
from samenspel.places.models import Area, Import, PostcodeArea
from samenspel.places.rules import AreaKind
from tests.places.samples import YEAR, bring_in, collection, neighbourhood, square, table

pytestmark = pytest.mark.django_db
WHOLE = collection(neighbourhood(), neighbourhood("BU03080001", "Transvaal")).getvalue()
POINT: dict[str, Any] = {"type": "Point", "coordinates": [5, 52]}

BAD_AREAS = [
    (io.BytesIO(b""), "Het bestand is niet compleet: het stopt na gebied 0."),
    (io.BytesIO(b"hallo"), "Dit is geen GeoJSON-bestand: het begint niet als JSON."),
    (io.BytesIO(WHOLE[:-120]), "Het bestand is niet compleet: het stopt na gebied 1."),
    (io.BytesIO(WHOLE.replace(b"Transvaal", b"Transva\xe4l")), "Na gebied 1 staat een teken dat geen UTF-8 is."),
    (
        io.BytesIO(b' "geometry"'.join(WHOLE.rsplit(b', "geometry"', 1))),
        "Na gebied 1 is het bestand geen geldige JSON",
    ),
    (collection(), "In het bestand staat geen enkel gebied."),
    (io.BytesIO(b'{"type": "Topology"}'), "In het bestand staat geen enkel gebied."),
    (io.BytesIO(b"[1, 2]"), "In het bestand staat geen enkel gebied."),
    (collection("hallo"), "Gebied 1 heeft geen eigenschappen."),
    (collection({"type": "Feature", "properties": None, "geometry": square()}), "Gebied 1 heeft geen eigenschappen."),
    (collection(neighbourhood(), neighbourhood(code="")), "Gebied 2 heeft geen code."),
    (collection(neighbourhood(code="XX03080000")), "Gebied 1 heeft de code XX03080000."),
    (collection(neighbourhood(code="BU0308")), "Gebied 1 heeft de code BU0308."),
    (collection(neighbourhood(), neighbourhood(code=" BU03080000")), "Gebied 2 heeft de code BU03080000, maar"),
    (collection(neighbourhood(name=" ")), "Gebied 1 (BU03080000) heeft geen naam."),
    (
        collection(neighbourhood(wijkcode="WK030900")),
        "Gebied 1 (BU03080000) hoort volgens zijn code niet bij WK030900.",
    ),
    (collection(neighbourhood(gemeentecode="GM0309")), "hoort volgens zijn code niet bij GM0309."),
    (collection(neighbourhood(geometry=None)), "Gebied 1 (BU03080000) heeft geen grenzen."),
    (collection(neighbourhood(geometry=POINT)), "Gebied 1 (BU03080000) is geen vlak maar Point."),
    (collection(neighbourhood(geometry={"type": "Polygon", "coordinates": []})), "heeft grenzen die niet kloppen"),
    (collection(neighbourhood(geometry=square(west=8))), "Gebied 1 (BU03080000) ligt niet in Nederland."),
    (collection(neighbourhood(geometry=square(52, 5))), "Gebied 1 (BU03080000) ligt niet in Nederland."),
    (collection(neighbourhood(jaar=2023)), "Gebied 1 (BU03080000) is van 2023 en niet van 2024."),
    (collection(neighbourhood(water="JA")), "In het bestand staat alleen water, geen enkel gebied."),
    (
        collection(neighbourhood(), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}),
        "EPSG::3857",
    ),
]


@pytest.mark.parametrize(
    ("stream", "sentence"), BAD_AREAS, ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_a_bad_area_file_says_where_and_why_and_changes_nothing(stream: io.BytesIO, sentence: str) -> None:
    stream.seek(0)
    with pytest.raises(BadFileError) as refused:
        actions.import_areas(stream, origin=Origin(year=YEAR))
    assert sentence in str(refused.value)
    assert not Area.objects.exists()
    assert not Import.objects.exists()


def test_a_fault_far_in_the_file_undoes_what_came_before() -> None:
    many = [neighbourhood(f"BU0308{number:04}", geometry=square(5 + number * 0.001)) for number in range(1200)]
    with pytest.raises(BadFileError, match="Gebied 1201"):
        bring_in(*many, neighbourhood("BU03089999", geometry=POINT))
    assert not Area.objects.exists()


def test_the_sentence_comes_in_english_too() -> None:
    with translation.override("en"), pytest.raises(BadFileError, match=r"Area 1 \(BU03080000\) has no name\."):
        bring_in(neighbourhood(name=""))


def test_a_file_of_another_kind_than_asked_is_refused() -> None:
    with pytest.raises(BadFileError, match="heeft geen code"):
        actions.import_areas(collection(neighbourhood()), origin=Origin(year=YEAR), kind=AreaKind.DISTRICT)


def test_a_file_without_year_asks_for_it() -> None:
    with pytest.raises(BadFileError, match="Geef het jaar op met --year"):
        actions.import_areas(collection(neighbourhood()), origin=Origin())


BAD_POSTCODES = [
    ((""), "Het bestand is leeg."),
    (("a,b,c", "1,2,3"), "De kolommen in regel 1 zijn die van geen enkel postcodebestand"),
    (("PC6;Huisnummer;Buurt2024",), "Onder de regel met kolomnamen staat niets."),
    (("PC6;Huisnummer;Wijk2024", "3743AB;1;WK030800"), "In regel 1 ontbreekt de kolom buurt."),
    (
        ("PC6;Huisnummer;Buurt2024", "3743AB;1;BU03080000", "3743;1;BU03080000"),
        "Regel 3 heeft een postcode die niet kan",
    ),
    (("PC6;Huisnummer;Buurt2024", "3743AB;1;XX"), "Regel 2 heeft een gebiedscode die wij niet kennen"),
    (("PC6;Huisnummer;Buurt2024", "3743AB;een;BU03080000"), "Regel 2 heeft “een” waar een huisnummer hoort."),
    (("PC6;Huisnummer;Buurt2024", "3743AB;1"), "Regel 2 heeft 2 kolommen in plaats van 3."),
    (("PC6;Huisnummer;Buurt2024", '3743AB;1;"BU0308'), "Regel 2"),
    (("postcode,buurtcode,deel_van_pc4", "3743,BU03080000,1.2"), "Regel 2 heeft als deel van de postcode 1.2"),
    (("postcode,buurtcode,deel_van_pc4", "3743,BU03080000,veel"), "Regel 2 heeft “veel” waar een getal hoort."),
    (("postcode,buurtcode,deel_van_pc4", "3743,BU03080000,.5", "3743,BU03080000,.5"), "Regel 3 staat dubbel"),
    (("postcode,plaats,gemeente", "3743,Baarn,Baarn", "3743,Baarn,Baarn"), "Regel 3 staat dubbel"),
    (("postcode,buurtcode,deel_van_pc4", "3743,BU99990000,1"), "Geen enkel gebied uit dit bestand is bekend."),
]


@pytest.mark.parametrize(
    ("lines", "sentence"), BAD_POSTCODES, ids=lambda value: value[:45] if isinstance(value, str) else ""
)
def test_a_bad_postcode_file_says_where_and_why_and_changes_nothing(lines: tuple[str, ...], sentence: str) -> None:
    bring_in(neighbourhood())
    with pytest.raises(BadFileError) as refused:
        actions.import_postcodes(table(*lines), origin=Origin(year=YEAR))
    assert sentence in str(refused.value)
    assert not PostcodeArea.objects.exists()


HEADER = "code,leeftijd,eenzaam_pct,jaar"
BAD_FIGURES = [
    (("code,jaar", "BU03080000,2020"), "In regel 1 ontbreekt de kolom leeftijd."),
    (("code,leeftijd,jaar", "BU03080000,18+,2020"), "In regel 1 ontbreekt de kolom eenzaam_pct."),
    ((HEADER, "BU03080000,12+,40,2020"), "Regel 2 heeft een leeftijd die wij niet kennen: “12+”."),
    ((HEADER, "BU03080000,18+,veel,2020"), "Regel 2 heeft “veel” waar een getal hoort."),
    ((HEADER, "BU03080000,18+,40,"), "Regel 2 heeft “” waar een getal hoort."),
    ((HEADER, "PV20,18+,40,2020"), "Regel 2 heeft een gebiedscode die wij niet kennen"),
    ((HEADER, "BU03080000,18+,40,2020", "BU03080000,18+,41,2020"), "Regel 3 herhaalt gebied BU03080000"),
    ((HEADER, "BU77770000,18+,40,2020"), "Geen enkel gebied uit dit bestand is bekend."),
]


@pytest.mark.parametrize(
    ("lines", "sentence"), BAD_FIGURES, ids=lambda value: value[:45] if isinstance(value, str) else ""
)
def test_a_bad_figures_file_says_where_and_why(lines: tuple[str, ...], sentence: str) -> None:
    bring_in(neighbourhood())
    with pytest.raises(BadFileError) as refused:
        actions.import_figures(table(*lines), origin=Origin())
    assert sentence in str(refused.value)


@pytest.mark.parametrize("importer", [actions.import_postcodes, actions.import_figures])
def test_a_table_that_is_not_utf8_says_at_which_line(importer: Callable[..., Any]) -> None:
    bring_in(neighbourhood())
    lines = "postcode,plaats,gemeente,code,leeftijd,jaar,eenzaam_pct\n3743,Súdwest,B,BU03080000,18+,2020,4\n"
    with pytest.raises(BadFileError, match="teken dat geen UTF-8 is"):
        importer(io.BytesIO(lines.encode("latin-1")), origin=Origin(year=YEAR))


def test_names_of_older_files_and_padded_codes_are_understood() -> None:
    properties = {
        "BU_CODE": "BU0363AA01  ",
        "BU_NAAM": "Kop  Zeedijk",
        "H2O": "NEE",
        "AANT_INW": 1000,
        "GM_NAAM": "Amsterdam",
    }
    [found] = geojson.area_features(collection({"type": "Feature", "properties": properties, "geometry": square()}))
    assert (found.code, found.name, found.municipality_name) == ("BU0363AA01", "Kop Zeedijk", "Amsterdam")
    assert found.figures == {"inhabitants": 1000}


def test_unknown_figures_are_left_out_and_other_figures_keep_their_name() -> None:
    feature = neighbourhood(aantal_inwoners=-99995, mannen=910, geboorte_totaal=-99997.0, huishoudens=None, woz="<NA>")
    [found] = geojson.area_features(collection(feature))
    assert found.figures == {"mannen": 910}


def test_a_table_may_have_a_byte_order_mark_and_any_delimiter() -> None:
    stream = io.BytesIO("\ufeffPostcode\tPlaats\tGemeente\n3743\tBaarn\tBaarn\n\n".encode())
    with tables.open_table(stream) as opened:
        assert list(postcodes.towns(opened)) == [postcodes.Town("3743", "Baarn", "Baarn")]
