"""Want to know more? Contact. And: talk to an adviser, without obligation."""

import pytest

from samenspel.networks.models import Network
from tests.cast import Cast
from tests.journeys.steps import signed_in, somebody
from tests.mailbox import Mailbox

WORDS = "Mijn moeder is veel alleen sinds mijn vader overleed."


@pytest.mark.clauses("P0.16")
def test_anybody_finds_the_contact_person_writes_and_is_answered(cast: Cast, mailbox: Mailbox) -> None:
    Network.objects.filter(pk=cast.meerlinden.pk).update(contact_name="Marjan de Wit", contact_role="coördinator")
    daughter = somebody().goes_to("/").clicks("Netwerk Meerlinden").sees("U spreekt met Marjan de Wit, coördinator")
    daughter.clicks("Stel uw vraag").sees("Alleen wie antwoord geeft, leest wat u schrijft.")
    told = {"Uw naam": "Els Vink", "Uw e-mailadres": "els@voorbeeld.test", "Uw bericht": WORDS}
    daughter.presses("Verstuur", told).sees("Uw bericht is verstuurd", "U krijgt binnen")
    (receipt,) = mailbox.to("els@voorbeeld.test")
    assert "moeder" not in receipt.text + receipt.subject

    marjan = signed_in(cast.marjan).clicks("Vraag").sees("Bericht van Els Vink", WORDS)
    marjan.presses("Ik pak dit op").sees("U hebt dit bericht opgepakt.")
    answer = {"Hoe antwoordt u?": "Per mail.", "Uw antwoord": "Dag Els, ik bel u morgen."}
    marjan.presses("Bewaar en verstuur", answer).sees("Uw antwoord is verstuurd.", "Dag Els, ik bel u morgen.")
    assert "Dag Els, ik bel u morgen." in mailbox.to("els@voorbeeld.test")[-1].text

    for other in (cast.henk, cast.samira, cast.karin):
        signed_in(other).finds_nothing_at(marjan.address).clicks("Berichten").does_not_see("Els Vink")
    signed_in(cast.ria).does_not_see("Els Vink")


@pytest.mark.clauses("P0.16")
def test_an_organisation_is_written_to_and_only_that_organisation_reads_it(cast: Cast) -> None:
    visitor = somebody().goes_to("/n/meerlinden/").clicks("Stichting Huisvriend").sees("Vraag naar Ineke Bos.")
    visitor.clicks("Stuur een bericht")
    visitor.presses("Verstuur", {"Uw naam": "Piet Kok", "Uw telefoonnummer": "06 12 34 56 78", "Uw bericht": WORDS})
    visitor.sees("Uw bericht is verstuurd")
    signed_in(cast.henk).clicks("Vraag").sees("Bericht van Piet Kok", WORDS)
    signed_in(cast.marjan).sees("Alles is gedaan.").clicks("Berichten").does_not_see("Piet Kok")


@pytest.mark.clauses("P0.16")
def test_where_nobody_reads_yet_the_network_does(cast: Cast) -> None:
    visitor = somebody().goes_to("/n/meerlinden/").clicks("Gemeente Meerlinden").clicks("Stuur een bericht")
    visitor.sees("Schrijven kan hier nog niet").clicks("Of stel uw vraag aan Netwerk Meerlinden")
    assert visitor.form("Verstuur")


@pytest.mark.clauses("P3.10")
def test_a_resident_talks_to_an_adviser_without_obligation(cast: Cast) -> None:
    ria = (
        signed_in(cast.ria)
        .clicks("Zoek het netwerk bij u in de buurt")
        .clicks("Netwerk Meerlinden")
        .clicks("Vraag een gesprek aan")
    )
    ria.sees("Vrijblijvend: u zit nergens aan vast en het kost niets.")
    told = {
        "Uw naam": "Ria Jansen",
        "Uw telefoonnummer": "0300 555 123",
        "Wanneer kunnen wij u bellen?": "Dinsdag na 14 uur",
        "Waarover wilt u praten?": "Ik zorg voor mijn man en het wordt veel.",
    }
    ria.presses("Verstuur", told).sees("Uw bericht is verstuurd")

    marjan = signed_in(cast.marjan).clicks("Gesprek met een adviseur").sees("0300 555 123", "Dinsdag na 14 uur")
    marjan.presses("Ik pak dit op")
    note = {"Hoe antwoordt u?": "Ik heb gebeld.", "Uw antwoord": "Respijtzorg uitgelegd. Zij belt zelf als zij wil."}
    marjan.presses("Bewaar en verstuur", note).sees("Uw notitie is bewaard.")
    marjan.presses("Sluiten").sees("Het bericht is gesloten.", "Respijtzorg uitgelegd.")
    signed_in(cast.marjan).sees("Alles is gedaan.")


@pytest.mark.clauses("P3.10")
def test_a_request_to_be_called_is_not_put_away_in_silence(cast: Cast) -> None:
    caller = somebody().goes_to("/n/meerlinden/").clicks("Vraag een gesprek aan")
    told = {"Uw naam": "Jan Prins", "Uw telefoonnummer": "0300 555 124", "Wanneer kunnen wij u bellen?": "Altijd",
            "Waarover wilt u praten?": "Over eenzaamheid."}  # fmt: skip
    caller.presses("Verstuur", told)
    marjan = signed_in(cast.marjan).clicks("Gesprek met een adviseur")
    marjan.presses("Sluiten").sees("Schrijf op waarom u het bericht toch sluit.")
    marjan.presses("Sluiten", {"Waarom sluit u dit bericht?": "Drie keer gebeld, nummer bestaat niet."})
    marjan.sees("Het bericht is gesloten.", "Drie keer gebeld, nummer bestaat niet.")
