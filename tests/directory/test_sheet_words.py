"""What people write in cells: days, times, numbers, names of things; and columns under other names."""

import pytest

from samenspel.directory.forms.describing import DescribeForm
from samenspel.directory.rules import Capacity, Room
from samenspel.directory.sheets import choices, columns, reading, times
from samenspel.directory.sheets.choices import Unread
from samenspel.directory.sheets.columns import NoHeadings
from samenspel.directory.sheets.reading import Places
from samenspel.lib.sheets import Row

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
NOWHERE = Places(choices.of([]), lambda text: text)


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("di en do", ["tue", "thu"], ""),
        ("ma t/m vr", WEEK[:5], ""),
        ("Ma-Vr", WEEK[:5], ""),
        ("maandag tot en met woensdag", WEEK[:3], ""),
        ("vr t/m ma", ["mon", "fri", "sat", "sun"], ""),
        ("ma, wo; vr", ["mon", "wed", "fri"], ""),
        ("di/do", ["tue", "thu"], ""),
        ("'s maandags", ["mon"], ""),
        ("elke dag", WEEK, ""),
        ("werkdagen", WEEK[:5], ""),
        ("in het weekend", WEEK[5:], ""),
        ("iedere dinsdag 9.00 - 12 uur", ["tue"], "9.00 - 12 uur"),
        ("do 19.30 uur", ["thu"], "19.30 uur"),
        ("", [], ""),
    ],
)
def test_days_as_people_write_them(text: str, days: list[str], hours: str) -> None:
    assert times.days_in(text) == (days, hours)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("9.00 - 12 uur", ["morning"]),
        ("13:30-16:00", ["afternoon"]),
        ("19.30 uur", ["evening"]),
        ("9-17", ["morning", "afternoon"]),
        ("9.00 - 12.30 uur", ["morning"]),
        ("ochtend en Avond", ["morning", "evening"]),
        ("hele dag", ["morning", "afternoon"]),
        ("'s middags", ["afternoon"]),
        ("09:30", ["morning"]),
        ("", []),
    ],
)
def test_parts_of_the_day_by_name_or_by_the_hour(text: str, parts: list[str]) -> None:
    assert times.parts_in(text) == parts


@pytest.mark.parametrize("text", ["eerste dinsdag", "overmorgen", "32 mei"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Unread):
        times.days_in(text)


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("kinds", "huisbezoek; SAMEN ETEN", ["social-visiting", "eating-together"]),
        ("kinds", "social-visiting", ["social-visiting"]),
        ("target_groups", "ouderen, mantelzorgers en jongeren", ["older", "carers", "youth"]),
        ("languages", "Turks en Pools", ["tr", "pl"]),
        ("form", "1-op-1", ["one_to_one"]),
        ("provider", "Vrijwilligers en beroepskrachten", ["both"]),
        ("open", "J", ["yes"]),
    ],
)
def test_names_of_things(name: str, text: str, codes: list[str]) -> None:
    assert choices.named(name).several(text) == codes


def test_a_name_with_a_comma_in_it_is_one_name() -> None:
    kinds = choices.named("kinds")
    with_comma = [name for name in kinds.names.values() if "," in name]
    assert len(with_comma) == 2
    assert [kinds.names[code] for code in kinds.several("; ".join(with_comma))] == with_comma


@pytest.mark.parametrize(
    ("cells", "room"),
    [
        ({"capacity": "ja", "free_places": "3 plekken"}, Room(Capacity.ROOM, free_places=3)),
        ({"capacity": "", "free_places": "2"}, Room(Capacity.ROOM, free_places=2)),
        ({"capacity": "ja", "free_places": "0"}, Room(Capacity.FULL)),
        ({"capacity": "Wachtlijst", "waiting_weeks": "ongeveer 6 weken"}, Room(Capacity.WAITING, waiting_weeks=6)),
        ({"waiting_weeks": "6"}, Room(Capacity.WAITING, waiting_weeks=6)),
        ({"capacity": "nee"}, Room(Capacity.FULL)),
        ({"capacity": "onbekend"}, Room(Capacity.UNKNOWN)),
        ({"capacity": "", "free_places": ""}, None),
    ],
)
def test_room_from_one_to_three_cells(cells: dict[str, str], room: Room | None) -> None:
    read = reading.read(cells, places=NOWHERE, is_new=False)
    assert (read.values.get("room"), read.wrong) == (room, {})


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"capacity": "vol", "free_places": "3"}, "free_places"),
        ({"capacity": "ja", "waiting_weeks": "3"}, "waiting_weeks"),
        ({"free_places": "1,5"}, "free_places"),
    ],
)
def test_numbers_that_contradict_are_named(cells: dict[str, str], column: str) -> None:
    assert list(reading.read(cells, places=NOWHERE, is_new=False).wrong) == [column]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("612345678", "0612345678"), ("31612345678", "+31612345678"), ("06 12345678", "06 12345678"), ("", "")],
)
def test_a_phone_number_gets_its_zero_back(typed: str, meant: str) -> None:
    assert reading.phone(typed) == meant


def test_headings_may_have_other_names_and_a_title_above_them() -> None:
    rows = [
        Row(1, ("Ons aanbod 2026",)),
        Row(3, ("TITEL ", "Beschrijving:", "categorieën", "telefoon-nummer", "Zomaar iets", "Titel")),
        Row(4, ("Koken", "Samen")),
    ]
    found = columns.headings(rows)
    assert (found.row, dict(found.places)) == (3, {0: "name", 1: "description", 2: "kinds", 3: "contact_phone"})
    assert found.ignored == ("Zomaar iets", "Titel")
    with pytest.raises(NoHeadings):
        columns.headings(rows[:1])


def test_a_sheet_holds_texts_to_what_the_form_holds_them_to() -> None:
    for name, field in reading.FIELDS.items():
        asked = DescribeForm.base_fields[name]
        assert type(field) is type(asked)
        assert (field.required, getattr(field, "max_length", 0)) == (asked.required, getattr(asked, "max_length", 0))


def test_every_heading_means_one_column() -> None:
    names = [name for column in columns.COLUMNS for name in (column.name, *column.others)]
    assert len({columns.key(name) for name in names}) == len(names)
