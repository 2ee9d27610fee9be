"""Mapping inward, field by field: what a foreign service becomes, and what is said about it."""

from typing import Any

import pytest

from samenspel.api.importing import plain, reading
from samenspel.api.importing.areas import Areas
from samenspel.api.importing.reading import Context, Read
from samenspel.api.importing.terms import Terms
from tests.api.importing.feeds import organization, service

AREAS = Areas(
    [("BU99010101", "Oude Haven"), ("GM9901", "Meerlinden"), ("WK990101", "Centrum"), ("WK990102", "Centrum")]
)


def read(*terms: dict[str, Any], **fields: Any) -> Read:
    return reading.service(service(1, **fields), Context(terms=Terms(terms), areas=AREAS))


def said(found: Read) -> dict[str, str]:
    return {note.at: note.code for note in found.notes}


def at(**location: Any) -> list[dict[str, Any]]:
    return [{"id": "sal", "location": {"id": "l", "location_type": "physical"} | location}]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>Samen <b>eten</b></p><script>alert(1)</script>", "Samen eten"),
        ("Met:<ul><li>soep</li><li>brood</li></ul>", "Met:\n\n- soep\n- brood"),
        ("Regel 1<br>Regel&nbsp;2 &amp; meer", "Regel 1\nRegel 2 & meer"),
        ("Tussen 3 < 5 en 6 > 4", "Tussen 3 < 5 en 6 > 4"),
        ("a\u202eb\x07c\td\r\ne", "abc d\ne"),
        ("<!-- weg -->Hier<style>p{}</style>", "Hier"),
        ("<script>nooit gesloten", ""),
    ],
)  # fmt: skip
def test_texts_become_plain(given: str, kept: str) -> None:
    assert plain.lines(given) == kept


def test_a_text_is_cut_after_a_whole_word() -> None:
    assert plain.cut("een twee drie vier", 12) == "een twee…"
    assert plain.cut("x" * 20, 12) == "x" * 11 + "…"
    assert plain.cut("past precies", 12) == "past precies"


def test_what_was_taken_out_of_a_text_is_said() -> None:
    found = read(description="<b>Samen</b> eten", name="Eten\u202e met buren", fees="x" * 130)
    assert (found.values["description"], found.values["name"]) == ("Samen eten", "Eten met buren")
    assert {"/description": "html", "/name": "signs", "/fees": "cut"}.items() <= said(found).items()


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ({"id": "a", "code": "groceries-and-meals"}, "groceries-and-meals"),
        ({"id": "a", "name": "BOODSCHAPPEN en maaltijden"}, "groceries-and-meals"),
        ({"id": "a", "name": "Iets", "parent_id": "boven"}, "language-buddy"),
    ],
)
def test_a_term_means_a_kind_by_code_by_name_or_by_what_is_above_it(term: dict[str, str], kind: str) -> None:
    above = {"id": "boven", "code": "language-buddy"}
    found = read(above, term, attributes=[{"id": "x", "taxonomy_term": term}])
    assert found.values["kinds"] == [kind]
    assert "/attributes" not in said(found)
    assert read(above, term, attributes=[{"id": "x", "taxonomy_term_id": "a"}]).values["kinds"] == [kind]


def test_a_kind_is_guessed_as_a_last_resort_and_otherwise_it_is_a_draft() -> None:
    found = read()
    assert (found.values["kinds"], found.values["state"]) == (["groceries-and-meals"], "open")
    assert said(found)["/attributes"] == "kind_guessed"
    found = read(name="Xyzzy", description="Qwrtp zxcvb.")
    assert (found.values["kinds"], found.values["state"], said(found)["/attributes"]) == ([], "draft", "no_kind")


def test_more_than_three_kinds_are_left_out_aloud() -> None:
    codes = ["language-buddy", "social-visiting", "groceries-and-meals", "odd-jobs"]
    found = read(attributes=[{"id": code, "taxonomy_term": {"id": code, "code": code}} for code in codes])
    assert found.values["kinds"] == codes[:3]
    assert found.notes[0].detail == "odd-jobs"


@pytest.mark.parametrize(
    ("location", "point", "code"),
    [
        ({"latitude": 52.22, "longitude": 5.17}, (5.17, 52.22), None),
        ({"latitude": 51.5, "longitude": -0.12}, (-0.12, 51.5), "abroad"),
        ({"latitude": 100, "longitude": 101}, (None, None), "no_point"),
        ({"latitude": 52.22}, (None, None), "no_point"),
        ({}, (None, None), None),
    ],
)
def test_points(location: dict[str, float], point: tuple[float | None, float | None], code: str | None) -> None:
    found = read(service_at_locations=at(**location))
    assert (found.values["longitude"], found.values["latitude"]) == point
    assert said(found).get("/service_at_locations/0/location/latitude") == code
    assert not found.is_refused


def test_address_areas_and_places() -> None:
    address = {"address_1": "Haven 1", "postal_code": "8699 AA", "city": "Meereind"}
    areas = [{"name": "Oude Haven"}, {"extent": "gm9901"}, {"name": "Centrum"}, {"name": "Heel Kent"}]
    found = read(service_at_locations=at(addresses=[address]) + at(), service_areas=areas)
    assert found.values["address"] == "Haven 1, 8699 AA Meereind"
    assert found.values["area_codes"] == ["BU99010101", "GM9901"]
    assert said(found)["/service_areas/2"] == said(found)["/service_areas/3"] == "area_unknown"
    assert said(found)["/service_at_locations"] == "places_left_out"


def test_times() -> None:
    opens = {"freq": "WEEKLY", "byday": "WE, MO,XX", "opens_at": "09:30:00", "closes_at": "13:00"}
    found = read(schedules=[opens, {"byday": "2SA", "opens_at": "19:00", "closes_at": "21:00Z"}, {"opens_at": "laat"}])
    assert found.values["days"] == ["mon", "wed", "sat"]
    assert found.values["day_parts"] == ["morning", "afternoon", "evening"]
    assert found.values["times"] == "09:30 - 13:00, 19:00 - 21:00"
    assert (said(found)["/schedules/0/byday"], said(found)["/schedules/2/opens_at"]) == ("times_unread", "times_unread")


@pytest.mark.parametrize(
    ("capacity", "kept"),
    [
        ({"available": 3, "updated": "2026-11-01T10:00:00Z"}, ("room", 3)),
        ({"available": 0, "updated": "2026-11-01T10:00:00Z"}, ("full", None)),
        ({"available": 0.5, "updated": "2026-11-01T10:00:00Z"}, ("full", None)),
        ({"available": 10**6, "updated": "2026-11-01T10:00:00+01:00"}, ("room", 9999)),
        ({"available": -1, "updated": "2026-11-01T10:00:00Z"}, ("unknown", None)),
        ({"available": 3, "updated": "gisteren"}, ("unknown", None)),
        ({}, ("unknown", None)),
    ],
)
def test_room(capacity: dict[str, Any], kept: tuple[str, int | None]) -> None:
    found = read(capacities=[capacity])
    assert (found.values["capacity"], found.values["free_places"]) == kept
    assert ("/capacities/0" in said(found)) == (kept[0] == "unknown")


def test_what_an_offer_shows_of_people_and_nothing_more() -> None:
    contact = {"name": "An Bos", "email": "an@voorbeeld.test", "phones": [{"number": '"+31 6 12345678"'}]}
    found = read(contacts=[contact], email="geen adres", phones=[{"number": "bel maar"}], url="javascript:alert(1)")
    assert found.values["contact_email"] == "an@voorbeeld.test"
    assert (found.values["contact_name"], found.values["contact_phone"]) == ("An Bos", "+31 6 12345678")
    assert found.values["how_to_apply"] == ""
    assert {"/email": "email_wrong", "/phones/0/number": "phone_wrong", "/url": "url_wrong"}.items() <= said(
        found
    ).items()


def test_conditions_cost_languages_and_form() -> None:
    found = read(
        minimum_age=18,
        maximum_age=64.0,
        eligibility_description="Voor inwoners.",
        cost_options=[{"amount": 2.5, "currency": "EUR", "amount_description": "per keer"}],
        languages=[{"code": "eng"}, {"code": "nl-NL"}, {"code": "ur"}, {"name": "Urdu"}],
        service_at_locations=[{"location": {"location_type": "virtual"}}],
    )
    assert found.values["conditions"] == "Van 18 tot en met 64 jaar.\nVoor inwoners."
    assert found.values["cost"] == "2.5 EUR per keer"
    assert found.values["languages"] == ["en", "nl"]
    assert said(found)["/languages/2"] == said(found)["/languages/3"] == "language_unknown"
    assert (found.values["form"], found.values["provider"]) == ("remote", "both")


def test_an_organisation_keeps_a_real_trade_number_only() -> None:
    right = {"identifier_scheme": "NL-KVK", "identifier": "12 34 56 78"}
    assert reading.organisation(organization(organization_identifiers=[right])).values["kvk"] == "12345678"
    wrong = reading.organisation(organization(organization_identifiers=[right | {"identifier": "GB123"}]))
    assert (wrong.values["kvk"], said(wrong)) == ("", {"/organization_identifiers/0/identifier": "kvk_wrong"})
