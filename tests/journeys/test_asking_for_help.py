"""Help for people who are alone, asked by who worries about them, by a professional or on the phone; one front door.

P0.2 is claimed: a plain form for the person, a relative or a professional, on behalf of and by phone. P4.2 is claimed:
one form and one link per network for formal care, with or without an account, and the professional hears back.
"""

import pytest
from django.core.cache import cache

from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import number_of
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network
from samenspel.places import actions as places
from tests.cast import Cast
from tests.journeys.steps import Person, letter_about, signed_in, somebody
from tests.mailbox import Mailbox

WORRY = "Mijn moeder is veel alleen sinds papa dood is. Ze eet slecht en belt mij elke avond."
GP_WORDS = "Mevrouw is eenzaam en zoekt iemand om mee te wandelen."


@pytest.fixture
def meerlinden(cast: Cast) -> Cast:
    """The network works in the town of Meerlinden."""
    cache.clear()
    places.import_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area="GM9901", phone_hours="Elke werkdag van 9 tot 17 uur")
    return cast


def daughter_at_the_last_step() -> Person:
    """She starts on Sunday evening, when nobody answers the phone."""
    daughter = somebody().goes_to("/").clicks("Netwerk Meerlinden").clicks("Vraag hulp")
    daughter.sees("Wat is er aan de hand?", "0300 123 456", "Elke werkdag van 9 tot 17 uur", "Bel 112")
    daughter.presses("Verder", {"Wat is er aan de hand?": WORRY}).sees("Waar gaat uw vraag over?")
    daughter.presses("Verder", {"Waar gaat uw vraag over?": ["Belcontact", "Samen eten"]})
    daughter.presses(
        "Verder",
        {
            "Voor wie vraagt u hulp?": "Voor iemand anders",
            "Vraagt u voor iemand anders: wat bent u van diegene?": "Zoon of dochter",
            "Hoe oud is degene die hulp krijgt?": "80 jaar of ouder",
            "Postcode of buurt": "Centrum",
        },
    )
    return daughter.presses("Verder", {"Welke dagen komen goed uit?": ["dinsdag"]})


@pytest.mark.clauses("P0.2")
def test_a_daughter_worried_about_her_mother_on_a_sunday_evening_with_a_phone(meerlinden: Cast) -> None:
    daughter = daughter_at_the_last_step()
    daughter.presses("Verstuur mijn vraag", {"Uw naam": "Anja"}).sees("Er klopt iets nog niet")
    assert daughter.typed("Verstuur mijn vraag", "Uw naam") == "Anja"
    answers = {
        "Uw telefoonnummer": "06 12 34 56 78",
        "Hoe heet degene die hulp krijgt?": "Truus",
        "Weet diegene dat u dit vraagt?": "Nee, nog niet",
        "Ik vind het goed dat Netwerk Meerlinden mijn vraag en mijn gegevens leest, om hulp te zoeken en mij te bellen "
        "of te mailen.": True,
    }
    daughter.presses("Verstuur mijn vraag", answers)
    daughter.sees("Uw vraag is verstuurd", "Iemand van Netwerk Meerlinden leest uw vraag.", "0300 123 456")

    marjan = signed_in(meerlinden.marjan).goes_to("/n/meerlinden/vragen/")
    marjan.sees("Belcontact", "Centrum").does_not_see("Truus")


def test_she_stops_half_way_and_goes_on_the_next_morning(meerlinden: Cast) -> None:
    daughter = daughter_at_the_last_step()
    daughter.goes_to("/n/meerlinden/").clicks("Vraag hulp")
    assert daughter.typed("Verder", "Wat is er aan de hand?") == WORRY
    daughter.presses("Wis wat ik invulde")
    assert not daughter.typed("Verder", "Wat is er aan de hand?")
    assert not somebody().goes_to("/n/meerlinden/hulp-vragen/1/").typed("Verder", "Wat is er aan de hand?")


def a_client_of(gp: Person, **more: str) -> Person:
    """What a GP fills in: the kinds are asked when the words are there."""
    answers = {
        "Wat is er aan de hand?": GP_WORDS,
        "Postcode of buurt": "Centrum",
        "Naam van degene die hulp krijgt": "Truus de Wit",
        "Telefoonnummer van degene die hulp krijgt": "0612345678",
        "Hoe oud is degene die hulp krijgt?": "80 jaar of ouder",
        "Ja, ik heb dit besproken en mijn cliënt vindt het goed.": True,
    }
    gp.presses("Geef de vraag door", answers | more).sees("Nog één vraag: klopt dit?", "Waar gaat het over?")
    return gp.presses("Geef de vraag door", {"Waar gaat het over?": ["Wandelen"]})


@pytest.mark.clauses("P4.2")
def test_a_gp_with_three_minutes_asks_once_and_the_network_finds_who_helps(meerlinden: Cast) -> None:
    samira = signed_in(meerlinden.samira).goes_to("/n/meerlinden/").clicks("Geef een vraag door")
    samira.sees("U hoeft niet te weten bij wie u moet zijn.", "U vraagt dit namens Huisartsenpraktijk De Linde")
    samira.does_not_see("Burgerservicenummer", "Geboortedatum")
    a_client_of(samira).sees("De vraag is binnen. Het nummer is", "Iemand van Netwerk Meerlinden leest de vraag")

    marjan = signed_in(meerlinden.marjan).goes_to("/n/meerlinden/vragen/")
    marjan.sees("Wandelen", "Centrum")


@pytest.mark.clauses("P4.2")
def test_a_gp_without_an_account_confirms_by_mail_and_hears_back(meerlinden: Cast, mailbox: Mailbox) -> None:
    gp, mail = somebody().goes_to("/n/meerlinden/").clicks("Geef een vraag door"), "eik@praktijk.test"
    a_client_of(gp, **{"Uw organisatie": "Praktijk De Eik", "Uw e-mailadres op het werk": mail})
    gp.sees("Nog één stap: kijk in uw mail")
    signed_in(meerlinden.marjan).goes_to("/n/meerlinden/vragen/").does_not_see("Wandelen")
    gp.opens(letter_about(mailbox, mail, "/bevestigen/")).presses("Ja, verstuur de vraag").sees("De vraag is binnen.")
    marjan = signed_in(meerlinden.marjan).goes_to("/n/meerlinden/vragen/").sees("Wandelen")
    with acting_for(meerlinden.meerlinden.pk):
        request = HelpRequest.objects.get()
    marjan.goes_to(f"/n/meerlinden/vragen/{request.pk}/").presses("Ik pak dit op")
    news = mailbox.to(mail)[-1]
    assert number_of(request.pk) in news.subject
    assert "opgepakt" in news.text
    assert "Truus" not in news.text


@pytest.mark.clauses("P0.2")
def test_somebody_without_internet_calls_and_the_coordinator_writes_it_down(meerlinden: Cast) -> None:
    marjan = signed_in(meerlinden.marjan).goes_to("/n/meerlinden/vragen/").clicks("Een vraag opschrijven")
    answers = {
        "Wat is er aan de hand?": "Ik kom de deur niet meer uit en spreek niemand.",
        "Postcode of buurt": "Centrum",
        "Naam van degene die hulp krijgt": "Jan Kramer",
        "Telefoonnummer van degene die hulp krijgt": "0300 111 222",
        "Hoe oud is degene die hulp krijgt?": "80 jaar of ouder",
        "Ik heb dit voorgelezen en het antwoord was ja.": True,
    }
    marjan.presses("Bewaar de vraag", answers).sees("Nog één vraag: klopt dit?")
    marjan.presses("Bewaar de vraag", {"Waar gaat het over?": ["Iets anders"]}).sees("Opgeschreven.", "Jan Kramer")


def test_who_finds_nothing_that_fits_is_offered_that_we_look_along(meerlinden: Cast) -> None:
    person = somebody().goes_to("/n/meerlinden/zoeken/?q=gezelschap")
    person.sees("Liever dat wij meezoeken?").clicks("Vraag hulp").sees("Wat is er aan de hand?")


def test_a_card_for_the_waiting_room(meerlinden: Cast) -> None:
    gp = somebody().goes_to("/n/meerlinden/voordeur/").clicks("Kaart voor in de wachtkamer")
    gp.sees("Zo vraagt u hulp", "0300 123 456", "Is er nu gevaar? Bel 112.")
