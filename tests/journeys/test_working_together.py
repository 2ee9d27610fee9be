"""Welfare and volunteer organisations, local government and care providers work together."""

import pytest

from samenspel.config.database import Addresses
from tests.cast import Cast, make_cast
from tests.journeys.steps import Person, code_of_the_app, letter_about, signed_in, somebody
from tests.mailbox import Mailbox

TRUUS = "truus@maatjes.test"


def asks_to_join(person: Person) -> Person:
    """From the front page to a request that stands."""
    person.goes_to("/").clicks("Netwerk Meerlinden").clicks("Uw organisatie aanmelden")
    return person.presses(
        "Aanvraag versturen",
        {
            "Naam van de organisatie": "Maatjes Meerlinden",
            "Soort organisatie": "Vrijwilligersorganisatie",
            "KvK-nummer": "12345678",
            "Waarom wilt u meedoen?": "Wij koppelen maatjes aan wie alleen is.",
            "Uw naam": "Truus de Boer",
            "Uw e-mailadres": TRUUS,
        },
    )


@pytest.mark.clauses("P0.1")
def test_an_organisation_joins_and_shows_itself(committed_db: Addresses, mailbox: Mailbox) -> None:
    cast = make_cast()
    asks_to_join(somebody()).sees("De aanvraag is binnen.", "Een coördinator van het netwerk is aan zet.")
    marjan = signed_in(cast.marjan).sees("Er wacht 1 ding op u.")
    marjan.clicks("Maatjes Meerlinden").sees("Wij koppelen maatjes aan wie alleen is.")
    marjan.presses("Toelaten").sees("Maatjes Meerlinden is toegelaten.")

    truus = somebody().opens(letter_about(mailbox, TRUUS, "/uitnodiging/")).sees("Doe mee bij Maatjes Meerlinden")
    truus.presses("Ja, ik doe mee", {"Uw naam": "Truus de Boer"}).sees("Daarom is een tweede stap verplicht.")
    truus.presses("Kies de app")
    secret = next(truus.page.all("code")).words
    truus.presses("Tweede stap aanzetten", {"Code": code_of_the_app(secret)}).sees("Reservecodes")
    truus.presses("Klaar, ga verder").sees("Wat mag ik?", "Collega's uitnodigen en hun rollen kiezen")

    truus.clicks("Maatjes Meerlinden").clicks("Profiel aanpassen")
    truus.presses("Bewaren", {"Wat wij doen": "Wij zoeken een maatje bij u in de buurt."})
    neighbour = somebody().goes_to("/n/meerlinden/").sees("Maatjes Meerlinden", "Wij zoeken een maatje")
    neighbour.clicks("Maatjes Meerlinden").sees("Wij zoeken een maatje bij u in de buurt.")


@pytest.mark.clauses("P0.1")
def test_a_request_is_refused_with_a_reason_and_the_refusal_taken_back(cast: Cast, mailbox: Mailbox) -> None:
    asks_to_join(somebody())
    marjan = signed_in(cast.marjan).clicks("Maatjes Meerlinden")
    marjan.presses("Niet toelaten").sees("Er klopt iets nog niet")
    marjan.presses("Niet toelaten", {"Waarom laat u deze organisatie niet toe?": "U werkt in een ander gebied."})

    letter = letter_about(mailbox, TRUUS, "/aanvraag/")
    assert "ander gebied" not in letter.text
    truus = somebody().opens(letter).sees("De organisatie is niet toegelaten.", "U werkt in een ander gebied.")

    marjan.clicks("Netwerk Meerlinden").clicks("Netwerk beheren").clicks("Maatjes Meerlinden")
    marjan.presses("Weigering terugnemen").sees("De aanvraag is binnen.")
    truus.opens(letter).sees("Een coördinator van het netwerk is aan zet.").does_not_see("ander gebied")


@pytest.mark.clauses("P0.1")
def test_the_lead_partner_is_there_for_all_to_see_and_can_change(cast: Cast) -> None:
    somebody().goes_to("/n/meerlinden/").sees("Houdt het netwerk bij elkaar (1) Welzijn Meerlinden")
    marjan = signed_in(cast.marjan).clicks("Netwerk Meerlinden").clicks("Netwerk beheren").clicks("Partners")
    marjan.presses("Penvoerder maken: Stichting Huisvriend").sees("Stichting Huisvriend is nu de penvoerder.")
    somebody().goes_to("/n/meerlinden/").sees("Houdt het netwerk bij elkaar (1) Stichting Huisvriend")


@pytest.mark.clauses("P0.1")
def test_an_administrator_invites_a_colleague_for_one_task(cast: Cast, mailbox: Mailbox) -> None:
    henk = signed_in(cast.henk).clicks("Stichting Huisvriend").clicks("Mensen").clicks("Collega uitnodigen")
    henk.presses(
        "Uitnodiging versturen", {"E-mailadres van uw collega": "noor@huisvriend.test", "Rollen": ["Lezer van cijfers"]}
    ).sees("De uitnodiging is verstuurd.")
    noor = somebody().opens(letter_about(mailbox, "noor@huisvriend.test", "/uitnodiging/"))
    noor.presses("Ja, ik doe mee", {"Uw naam": "Noor Bakker"}).goes_to("/wat-mag-ik/")
    noor.sees("Stichting Huisvriend", "Lezer van cijfers").clicks("Prikbord").does_not_see("Iets vragen of bieden")
    henk.clicks("Stichting Huisvriend").clicks("Mensen").sees("Noor Bakker", "Lezer van cijfers")
