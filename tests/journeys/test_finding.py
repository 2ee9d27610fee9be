"""Everyone finds help that fits, close to home, in their own words, and knows whether there is room."""

from typing import Any

import pytest

from samenspel.directory.models import Offer
from samenspel.networks.models import Network
from samenspel.places import actions as places
from samenspel.places.models import AreaEdition
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.journeys.steps import Person, signed_in, somebody

FATHER = "mijn vader is eenzaam en zoekt gezelschap"


def place_of(code: str) -> dict[str, float]:
    """The middle of an area, as an offer keeps where it happens."""
    edition = AreaEdition.objects.get(area=code)
    return {"latitude": edition.centre_lat, "longitude": edition.centre_lon}


@pytest.fixture
def meerlinden(cast: Cast) -> Cast:
    """The network works in the town of Meerlinden."""
    places.import_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area="GM9901")
    return cast


def offers_of(cast: Cast, **values: Any) -> tuple[Offer, Offer]:
    """Company at home, with room, in the Centrum; and eating together in the north of the town, full."""
    visit = make_offer(
        cast.huisvriend,
        name="Bezoek aan huis",
        kinds=["social-visiting"],
        capacity="room",
        free_places=3,
        capacity_changed_at="2026-11-01T09:00Z",
        contact_phone="0300 111 222",
        days=["tue"],
        **place_of("BU99010002"),
        **values,
    )
    dinner = make_offer(
        cast.welzijn,
        name="Aanschuiftafel",
        description="Samen koken en eten met mensen uit de buurt.",
        kinds=["eating-together"],
        form="group",
        capacity="full",
        capacity_changed_at="2026-11-01T09:00Z",
        days=["thu"],
        **place_of("BU99010101"),
    )
    return visit, dinner


def results(person: Person) -> list[str]:
    """The names of what was found, in their order."""
    lists = [one for one in person.page.all("ol") if "results" in one["class"]]
    return [next(one.all("a")).words for one in next(iter(lists)).all("h3")] if lists else []


def test_a_daughter_finds_company_for_her_father_and_whom_to_call(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    daughter = somebody().goes_to("/").clicks("Netwerk Meerlinden").sees("Waar kunnen we u mee helpen?")
    daughter.presses("Zoeken", {"Zeg het in uw eigen woorden": FATHER})
    daughter.presses("Zoeken", {"Postcode of buurt": "Centrum"}).sees("bij Centrum", "Bezoek aan huis")
    daughter.sees("Er zijn 3 plekken vrij", "Nu in gevaar?", "Bel 112")
    daughter.clicks("Huisbezoek").sees("U zoekt", "Huisbezoek")
    assert results(daughter)[0] == "Bezoek aan huis"
    daughter.clicks("Bezoek aan huis").sees("0300 111 222")


def test_a_gp_finds_where_there_is_room_and_how_far_it_is(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    samira = signed_in(meerlinden.samira).goes_to("/n/meerlinden/zoeken/")
    samira.presses("Zoeken", {"Wat zoekt u?": "eenzame man van 84 zoekt aanspraak", "Postcode of buurt": "Lindenhof"})
    samira.sees("Bezoek aan huis", "Aanschuiftafel", "Nu vol", " km")
    samira.presses("Toon wat past", {"Plek": ["Alleen waar nu plek is"]}).sees("U filtert op", "Er zijn 3 plekken vrij")
    assert results(samira) == ["Bezoek aan huis"]
    samira.clicks("Alleen waar nu plek is")
    assert "Aanschuiftafel" in results(samira)


def test_the_wishes_of_a_person_steer_what_comes_first_and_the_page_tells_why(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/n/meerlinden/zoeken/")
    person.presses("Zoeken", {"Wat zoekt u?": "graag op donderdag samen eten, liefst met anderen"})
    assert results(person) == ["Aanschuiftafel", "Bezoek aan huis"]
    person.sees("op donderdag").presses("Zoeken", {"Wat zoekt u?": "liever iemand die op dinsdag thuis op bezoek komt"})
    assert results(person) == ["Bezoek aan huis", "Aanschuiftafel"]
    person.clicks("Huisbezoek").sees("U zoekt")
    assert results(person)[0] == "Bezoek aan huis"
    person.clicks("Huisbezoek").sees("Tik aan wat klopt")


def test_who_sees_no_fitting_guess_chooses_from_all_kinds(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/zoeken/").presses("Zoeken", {"Wat zoekt u?": FATHER})
    person.clicks("Geen van deze").sees("Alle soorten hulp", "Klussen in huis en tuin").clicks("Samen eten")
    assert results(person)[0] == "Aanschuiftafel"
    assert person.typed("Zoeken", "Wat zoekt u?") == FATHER


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ik wil dood", "0800-0113"),
        ("mijn man slaat mij", "0800-2000"),
        ("mijn moeder is bewusteloos", "huisarts"),
    ],
)
def test_words_of_danger_bring_the_emergency_numbers_before_anything_else(
    meerlinden: Cast, words: str, number: str
) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/zoeken/").presses("Zoeken", {"Wat zoekt u?": words})
    person.sees("Is er nu gevaar?", "112", number)
    shown = next(person.page.all("main")).words
    assert shown.index("Is er nu gevaar?") < shown.index("Wat zoekt u?")


def test_an_ordinary_question_brings_no_emergency(meerlinden: Cast) -> None:
    somebody().goes_to("/zoeken/").presses("Zoeken", {"Wat zoekt u?": FATHER}).does_not_see("Is er nu gevaar?")


def test_who_finds_nothing_hears_so_and_whom_to_call(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/n/meerlinden/zoeken/?q=gezelschap&dag=sun&vorm=remote")
    person.sees("Hier past nu niets precies bij", "0300 123 456", "Stel uw vraag aan het netwerk")
    person.clicks("Stel uw vraag aan het netwerk").sees("Schrijf aan Netwerk Meerlinden")


def test_a_place_with_several_neighbourhoods_is_asked_as_a_choice(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/zoeken/")
    person.presses("Zoeken", {"Wat zoekt u?": FATHER, "Postcode of buurt": "Linderveld-"})
    person.sees("Welke plek bedoelt u?").clicks("Linderveld-West").sees("bij Linderveld-West")
    assert person.typed("Zoeken", "Postcode of buurt") == "Linderveld-"


def test_a_place_that_nobody_knows_still_gives_results(meerlinden: Cast) -> None:
    offers_of(meerlinden)
    person = somebody().goes_to("/zoeken/")
    person.presses("Zoeken", {"Wat zoekt u?": FATHER, "Postcode of buurt": "Antwerpen"})
    person.sees("“Antwerpen” kennen wij niet als plaats of buurt.", "Wij zoeken zolang zonder plaats.")
    assert "Bezoek aan huis" in results(person)
    assert person.typed("Zoeken", "Postcode of buurt") == "Antwerpen"
