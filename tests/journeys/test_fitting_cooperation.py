"""Organisations and municipalities look for a fitting cooperation."""

import pytest

from tests.cast import Cast
from tests.journeys.steps import Person, code_of_the_app, letter_about, signed_in, somebody
from tests.mailbox import Mailbox


def starts_zuiderveen(bram: Person) -> Person:
    """Four short steps, and the network is there."""
    bram.clicks("Netwerk starten").sees("Wat hebt u nodig?", "Klein beginnen mag.").clicks("Beginnen")
    bram.presses(
        "Bewaren en verder", {"Hoe heet het netwerk?": "Netwerk Zuiderveen", "In welke gemeente?": "Zuiderveen"}
    )
    lead = {"Welke organisatie is penvoerder?": "Welzijn Zuiderveen", "Soort organisatie": "Welzijnsorganisatie"}
    bram.presses("Bewaren en verder", lead)
    phone = {"Telefoonnummer van het netwerk": "0300 654 321", "Wie is de contactpersoon?": "Jet Bos"}
    bram.presses("Bewaren en verder", phone).sees("Dit hebt u ingevuld", "Welzijn Zuiderveen", "Jet Bos")
    last = {"E-mailadres van de coördinator": "jet@zuiderveen.test"}
    return bram.presses("Netwerk maken en coördinator uitnodigen", last)


@pytest.mark.clauses("P1.2")
def test_a_network_is_started_and_sees_where_its_cooperation_stands(cast: Cast, mailbox: Mailbox) -> None:
    starts_zuiderveen(signed_in(cast.bram)).sees("Netwerk Zuiderveen is er", "Hoe nu verder?")
    jet = somebody().opens(letter_about(mailbox, "jet@zuiderveen.test", "/uitnodiging/")).sees("Netwerkcoördinator")
    jet.presses("Ja, ik doe mee", {"Uw naam": "Jet Bos"}).presses("Kies de app")
    jet.presses("Tweede stap aanzetten", {"Code": code_of_the_app(next(jet.page.all("code")).words)})

    jet.clicks("Netwerk Zuiderveen").clicks("Netwerk beheren").clicks("Zelfscan").sees("Nog niet ingevuld")
    jet.clicks("Zelfscan invullen")
    jet.presses(
        "Bewaren",
        {
            "Ik weet wat de andere organisaties in het netwerk doen en kunnen.": "Helemaal niet",
            "Bij elke organisatie ken ik iemand die ik gewoon kan bellen.": "Een beetje",
            "Wij hebben opgeschreven wat wij van elkaar mogen verwachten.": "Helemaal",
        },
    )
    jet.sees("De zelfscan is bewaard.", "1,5 van 5", "Begin hier:", "Ga deze maand bij één partner op bezoek")
    jet.sees("1 van 2 zinnen beantwoord", "Hier weet u het nog niet.")


@pytest.mark.clauses("P1.2")
def test_an_organisation_that_wants_to_begin_reads_how_and_what_to_talk_about(cast: Cast) -> None:
    visitor = somebody().goes_to("/").clicks("Over Samenspel").clicks("Lees wat u nodig hebt")
    visitor.sees("Waar staat uw samenwerking nu?", "De platformbeheerder maakt het netwerk samen met u aan.")
    somebody().goes_to("/netwerk-starten/1/").sees("Inloggen")
