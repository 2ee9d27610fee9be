"""Many offers at once: a sheet shows what it would change, changes it after one yes, and can be taken back."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.directory.models import Offer, SheetImport
from samenspel.lib.scope import acting_for
from samenspel.places.models import Area
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.places.samples import bring_in, neighbourhood

pytestmark = pytest.mark.django_db
GOOD = (
    "Kenmerk;Naam;Omschrijving;Soort hulp;Hoe;Door wie;Dagen;Tijden;Plek;Vrije plekken;Telefoon\n"
    "A1;Samen koken;Elke week samen koken.;Samen eten;groep;vrijwilligers;di en do;9.00 - 12 uur;ja;3;300123456\n"
    "A2;Voorlezen;Een voorlezer komt langs.;Huisbezoek; één op één;Vrijwilligers;ma t/m vr;;wachtlijst;;\n"
)

EVERYTHING: dict[str, Any] = {
    "name": '=Alles; erop "en" eraan',
    "description": "Regel een.\n\nRegel twee, met ;",
    "kinds": ["social-visiting", "eating-together"],
    "target_groups": ["carers", "older"],
    "area_codes": ["WK030800", "GM0308"],
    "longitude": 5.001,
    "latitude": 52.001,
    "days": ["thu", "mon"],
    "day_parts": ["evening"],
    "times": "19.30 uur",
    "languages": ["tr", "nl"],
    "contact_phone": "06 12345678",
    "capacity": "waiting",
    "waiting_weeks": 3,
    "capacity_changed_at": "2026-01-01T00:00Z",
    "own_mark": "X-1",
    "cost": "-",
    "wishes": "+1",
}


def here(cast: Cast) -> str:
    return f"/o/{cast.huisvriend.slug}/aanbod/"


def send(cast: Cast, content: str | bytes, *, name: str = "lijst.csv", browser: Client | None = None) -> Any:
    data = content if isinstance(content, bytes) else content.encode()
    browser = browser or as_person(cast.henk)
    return browser.post(f"{here(cast)}inlezen/", {"file": SimpleUploadedFile(name, data)}, follow=True)


def accept(cast: Cast, shown: Any, *, browser: Client | None = None) -> Any:
    address = shown.redirect_chain[-1][0]
    seen = shown.context["plan"].fingerprint
    return (browser or as_person(cast.henk)).post(f"{address}overnemen/", {"seen": seen}, follow=True)


def take_over(cast: Cast, content: str | bytes) -> Any:
    return accept(cast, send(cast, content))


def events() -> list[str]:
    found = Entry.objects.filter(event__startswith="directory.").order_by("pk").values_list("event", flat=True)
    return [event.removeprefix("directory.") for event in found]


def kept(cast: Cast) -> list[SheetImport]:
    with acting_for(cast.huisvriend.pk):
        return list(SheetImport.objects.all())


def wrong(answer: Any) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.sentence) for one in answer.context["plan"].problems]


def cell(column: str, text: str) -> str:
    """A sheet with one good row in which one cell is something else."""
    told = {
        "Naam": "Koken",
        "Omschrijving": "Samen koken.",
        "Soort hulp": "Samen eten",
        "Hoe": "groep",
        "Door wie": "beide",
    }
    told[column] = text
    return "\t".join(told) + "\n" + "\t".join(f'"{value}"' for value in told.values()) + "\n"


def test_nothing_changes_before_somebody_says_yes(cast: Cast) -> None:
    answer = send(cast, GOOD)
    page = answer.content.decode()
    assert "Er is nog niets veranderd" in page
    assert "Samen koken" in page
    assert not Offer.objects.exists()
    assert events() == ["sheet.sent_in"]


def test_a_yes_adds_everything_at_once(cast: Cast) -> None:
    page = take_over(cast, GOOD).content.decode()
    assert "Overgenomen: 2 keer nieuw aanbod, 0 aangepast." in page
    cooking, reading = Offer.objects.order_by("own_mark")
    assert (cooking.state, cooking.slug, cooking.form) == ("open", "samen-koken", "group")
    assert (cooking.days, cooking.day_parts, cooking.times) == (["tue", "thu"], ["morning"], "9.00 - 12 uur")
    assert (cooking.capacity, cooking.free_places, cooking.contact_phone) == ("room", 3, "0300123456")
    assert (reading.capacity, reading.days, reading.languages) == (
        "waiting",
        ["mon", "tue", "wed", "thu", "fri"],
        ["nl"],
    )
    assert cooking.confirmed_at
    assert events() == ["sheet.sent_in", "sheet.accepted"]
    assert Entry.objects.get(event="directory.sheet.accepted").detail == "added=2,changed=0"


def test_the_same_sheet_again_changes_nothing(cast: Cast) -> None:
    take_over(cast, GOOD)
    answer = send(cast, GOOD)
    assert (answer.context["plan"].same, answer.context["plan"].total) == (2, 0)
    assert "Alles staat er al zo" in answer.content.decode()
    assert "verandert niets" in accept(cast, answer).content.decode()


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_own_list_comes_back_unchanged(cast: Cast, form: str) -> None:
    bring_in(neighbourhood())
    cast.meerlinden.area = Area.objects.get(code="GM0308")
    cast.meerlinden.save()
    make_offer(cast.huisvriend, **EVERYTHING)
    make_offer(cast.huisvriend, longitude=4.4, latitude=51.1, area_codes=["GM0308"])
    make_offer(cast.huisvriend, state="closed", closed_at="2026-01-01T00:00Z", closed_because="owner", name="Gesloten")
    make_offer(cast.welzijn, name="Van een ander")
    content = as_person(cast.henk).get(f"{here(cast)}lijst.{form}").content
    answer = send(cast, content)
    plan = answer.context["plan"]
    assert (wrong(answer), [one.differences for one in plan.changes], plan.same) == ([], [], 3)
    assert events()[0] == "offer.listed"


def test_the_empty_file_with_its_example_adds_nothing_and_its_example_is_right(cast: Cast) -> None:
    content = as_person(cast.henk).get(f"{here(cast)}inlezen/leeg.xlsx").content
    answer = send(cast, content)
    assert (answer.context["plan"].total, wrong(answer)) == (0, [])
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert "Huisbezoek" in [cell.value for cell in book.worksheets[1]["A"]]
    book.worksheets[0]["A2"] = "E1"
    changed = io.BytesIO()
    book.save(changed)
    answer = send(cast, changed.getvalue())
    assert (wrong(answer), len(answer.context["plan"].additions)) == ([], 1)


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("Naam", "", "nog niet ingevuld"),
        ("Naam", "x" * 101, "100"),
        ("Omschrijving", "", "nog niet ingevuld"),
        ("Soort hulp", "Huisbezoekk", "Bedoelt u “Huisbezoek”?"),
        ("Soort hulp", "", "Vul hier een soort hulp in"),
        ("Soort hulp", "Huisbezoek; Samen eten; Wandelen; Vervoer", "hoogstens 3"),
        ("Hoe", "per brief", "Kies uit: Eén op één"),
        ("Door wie", "", "Kies uit: Vrijwilligers"),
        ("Voor wie", "oudern", "Bedoelt u “ouderen”?"),
        ("Talen", "Klingon", "kennen wij niet"),
        ("Dagen", "eerste dinsdag", "“eerste” is geen dag"),
        ("Deel van de dag", "soms", "ochtend, middag of avond"),
        ("Gebied", "Atlantis", "kennen wij niet"),
        ("Buurt", "Londen", "kennen wij niet als plaats of buurt"),
        ("Buurt", "12345", "postcode"),
        ("E-mail", "geen adres", "e-mailadres"),
        ("Telefoon", "bel maar", "geen telefoonnummer"),
        ("Plek", "misschien", "Kies uit: ja"),
        ("Vrije plekken", "veel", "geen getal"),
        ("Weken wachten", "1000", "geen getal tot en met 104"),
        ("Open", "nee", "Nieuw aanbod is altijd open"),
        ("Kenmerk", "k" * 41, "hoogstens 40"),
        ("Kosten", "BSN 111222333", "burgerservicenummer"),
    ],
)
def test_a_cell_that_is_wrong_says_what_would_be_right(cast: Cast, column: str, text: str, sentence: str) -> None:
    answer = send(cast, cell(column, text))
    found = wrong(answer)
    assert [(row, name) for row, name, _sentence in found] == [(2, column)]
    assert sentence in found[0][2]
    assert sentence.replace("“", "").split("”")[0][:20] in answer.content.decode().replace("“", "")
    assert answer.context["plan"].total == 0
    assert "kan er nog niets overgenomen worden" in answer.content.decode()


def test_a_bsn_is_never_kept_and_neither_are_columns_we_do_not_know(cast: Cast) -> None:
    send(cast, "Naam;Omschrijving;Cliënt\nKoken 111222333;Samen;Jan Jansen\n")
    (sheet,) = kept(cast)
    assert "111222333" not in str(sheet.rows)
    assert "Jan" not in str(sheet.rows)
    assert sheet.ignored == ["Cliënt"]


def test_good_rows_go_on_and_wrong_rows_are_left_out(cast: Cast) -> None:
    page = take_over(cast, GOOD + "A3;Fout;;Niets;;;;;;;\n").content.decode()
    assert "2 keer nieuw aanbod" in page
    assert set(Offer.objects.values_list("own_mark", flat=True)) == {"A1", "A2"}


def test_an_offer_is_found_by_its_mark_our_mark_and_its_name(cast: Cast) -> None:
    own = make_offer(cast.huisvriend, name="Een", own_mark="A1")
    ours = make_offer(cast.huisvriend, name="Twee", slug="twee-bij-ons")
    named = make_offer(cast.huisvriend, name="Drie")
    make_offer(cast.welzijn, name="Vier", own_mark="A4")
    rows = "a1;Een nieuw;\ntwee-bij-ons;Twee nieuw;\n;DRIE;Anders\nA4;Vier;Van ons\n"
    plan = send(cast, "Kenmerk;Naam;Wat moet\n" + rows).context["plan"]
    assert {change.offer.pk: change.values for change in plan.changes} == {
        own.pk: {"name": "Een nieuw"},
        ours.pk: {"name": "Twee nieuw"},
        named.pk: {"name": "DRIE", "conditions": "Anders"},
    }
    assert {(problem.row, problem.column) for problem in plan.problems} == {
        (5, "Omschrijving"), (5, "Soort hulp"), (5, "Hoe"), (5, "Door wie")
    }  # fmt: skip


def test_two_rows_about_one_offer_and_two_offers_with_one_name_are_named(cast: Cast) -> None:
    make_offer(cast.huisvriend, name="Een", own_mark="A1")
    for _number in range(2):
        make_offer(cast.huisvriend, name="Dubbel")
    answer = send(cast, "Kenmerk;Naam\nA1;Een\nA1;Een anders\n;Dubbel\n")
    assert [(row, name) for row, name, _sentence in wrong(answer)][:1] == [(3, "Kenmerk")]
    assert "Regel 2 gaat over hetzelfde aanbod" in wrong(answer)[0][2]
    assert "meer aanbod met deze naam" in next(text for row, name, text in wrong(answer) if (row, name) == (4, "Naam"))


def test_what_no_column_tells_stays_and_a_blank_cell_empties(cast: Cast) -> None:
    make_offer(
        cast.huisvriend, own_mark="A1", conditions="Een eis", wishes="Een wens", capacity="full", days=["mon"],
        capacity_changed_at="2026-01-01T00:00Z",
    )  # fmt: skip
    take_over(cast, "Kenmerk;Naam;Wat moet;Plek\nA1;Bezoek aan huis;;\n")
    offer = Offer.objects.get()
    assert (offer.conditions, offer.wishes, offer.capacity, offer.days) == ("", "Een wens", "full", ["mon"])


def test_a_list_closes_and_opens(cast: Cast) -> None:
    make_offer(cast.huisvriend, own_mark="A1")
    take_over(cast, "Kenmerk;Naam;Open\nA1;Bezoek aan huis;nee\n")
    assert Offer.objects.get().state == "closed"
    take_over(cast, "Kenmerk;Naam;Open\nA1;Bezoek aan huis;JA\n")
    assert (Offer.objects.get().state, Offer.objects.get().closed_because) == ("open", "")


def test_a_place_becomes_the_middle_of_its_neighbourhood(cast: Cast) -> None:
    bring_in(neighbourhood())
    take_over(cast, cell("Buurt", "Centrum"))
    offer = Offer.objects.get()
    assert (round(offer.longitude or 0, 3), round(offer.latitude or 0, 3)) == (5.005, 52.005)


def test_a_yes_counts_for_what_was_seen(cast: Cast) -> None:
    make_offer(cast.huisvriend, own_mark="A1", name="Oud")
    shown = send(cast, "Kenmerk;Naam\nA1;Nieuw\n")
    Offer.objects.update(name="Intussen")
    assert "intussen veranderd" in accept(cast, shown).content.decode()
    assert Offer.objects.get().name == "Intussen"


def test_a_yes_counts_once(cast: Cast) -> None:
    shown = send(cast, GOOD)
    for sentence in ("Overgenomen: 2", "al overgenomen"):
        assert sentence in accept(cast, shown).content.decode()
    assert Offer.objects.count() == 2


def test_taking_back_removes_and_restores_what_nobody_touched(cast: Cast) -> None:
    changed = make_offer(
        cast.huisvriend, own_mark="B1", name="Oud", capacity="full", capacity_changed_at="2026-01-01T00:00Z"
    )
    before = Offer.objects.filter(pk=changed.pk).values().get()
    shown = send(cast, GOOD + "B1;Nieuw;Anders;Vervoer;groep;beide;;;ja;4;\n")
    accept(cast, shown)
    touched = Offer.objects.get(own_mark="A2")
    browser = as_person(cast.henk)
    browser.post(f"{here(cast)}{touched.pk}/plek/", {"capacity": "full"})
    page = browser.post(f"{shown.redirect_chain[-1][0]}terug/", follow=True).content.decode()
    assert "1 weggehaald, 1 weer zoals eerst. 1 bleef staan" in page
    assert set(Offer.objects.values_list("own_mark", flat=True)) == {"A2", "B1"}
    assert Offer.objects.filter(pk=changed.pk).values().get() == before
    assert "al teruggedraaid" in browser.post(f"{shown.redirect_chain[-1][0]}terug/", follow=True).content.decode()
    assert events()[-1] == "sheet.taken_back"


def test_throwing_away_leaves_nothing(cast: Cast) -> None:
    address = send(cast, GOOD).redirect_chain[-1][0]
    as_person(cast.henk).post(f"{address}weggooien/")
    assert kept(cast) == []
    assert events() == ["sheet.sent_in", "sheet.discarded"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Er staat niets in dit bestand"),
        (b"%PDF-1.4", "kunnen wij niet lezen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "oud Excel-bestand"),
        (b"x;y\n1;2\n", "welke kolom wat is"),
        (b"Naam;Omschrijving\n", "staat nog niets"),
        (b"Naam;Omschrijving\n" + b"a;b\n" * 1001, "meer dan 1000 regels"),
        (b"Naam;Omschrijving\n" + b"a;b\n" * 2_000_000, "te groot"),
    ],
)
def test_a_file_that_is_none_gets_a_sentence_and_is_not_kept(cast: Cast, content: bytes, sentence: str) -> None:
    answer = send(cast, content, name="lijst.xlsx")
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert kept(cast) == []


def test_no_file_gets_a_sentence(cast: Cast) -> None:
    assert "Kies eerst een bestand" in as_person(cast.henk).post(f"{here(cast)}inlezen/").content.decode()


@pytest.mark.parametrize(
    "nasty", ["'; DROP TABLE directory_offer; --", "<script>alert(1)</script>", "=cmd|' /C calc'!A0"]
)
def test_nothing_in_a_cell_does_anything(cast: Cast, nasty: str) -> None:
    columns = ["Naam", "Omschrijving", "Wat moet", "Adres", "Kosten", "Aanmelden", "Contactpersoon", "Kenmerk"]
    wrong_too = ["Soort hulp", "Hoe", "Dagen", "Gebied", "Buurt", "Telefoon", "E-mail", "Plek", nasty]
    text = "\t".join([*columns, *wrong_too]) + "\n" + "\t".join([nasty] * (len(columns) + len(wrong_too)))
    answer = send(cast, text)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_only_who_keeps_the_profile_comes_here(cast: Cast) -> None:
    address = send(cast, GOOD).redirect_chain[-1][0]
    for person in (cast.samira, cast.tom, cast.ria, cast.marjan, cast.ali):
        browser = as_person(person)
        for path in (f"{here(cast)}inlezen/", f"{here(cast)}lijst.xlsx", address):
            assert browser.get(path).status_code == 404
        for path in ("overnemen/", "terug/", "weggooien/"):
            assert browser.post(f"{address}{path}").status_code == 404
    elsewhere = address.replace(cast.huisvriend.slug, cast.oeverhulp.slug)
    assert as_person(cast.ali).get(elsewhere).status_code == 404
    assert as_person(cast.ali).post(f"{elsewhere}overnemen/").status_code == 404


def test_three_rows_take_as_many_queries_as_one(cast: Cast) -> None:
    browser, queries = as_person(cast.henk), []
    head, *rows = GOOD.splitlines()
    for sent in (rows[:1], rows[:1], [*rows, rows[0].replace("A1", "A3").replace("koken", "bakken")]):
        address = send(cast, "\n".join([head, *sent]), browser=browser).redirect_chain[-1][0]
        with CaptureQueriesContext(connection) as captured:
            browser.get(address)
        queries.append(len(captured))
    assert queries[1] == queries[2]
