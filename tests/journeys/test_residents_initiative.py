"""Residents take over a community house."""

import pytest

from tests.cast import Cast
from tests.journeys.steps import letter_about, signed_in, somebody
from tests.mailbox import Mailbox


@pytest.mark.clauses("P3.7")
def test_residents_without_legal_form_join_with_one_of_them_as_contact(cast: Cast, mailbox: Mailbox) -> None:
    kees = somebody().goes_to("/").clicks("Netwerk Meerlinden").clicks("Uw organisatie aanmelden")
    kees.sees("Bent u een groep bewoners zonder stichting of vereniging? Kies dan Bewonersinitiatief.")
    told = {
        "Naam van de organisatie": "Buurthuis De Kom",
        "Soort organisatie": "Bewonersinitiatief",
        "Waarom wilt u meedoen?": "Wij nemen het buurthuis over van de gemeente.",
        "Uw naam": "Kees",
        "Uw e-mailadres": "kees@dekom.test",
    }
    kees.presses("Aanvraag versturen", told).sees("Schrijf uw voornaam en uw achternaam.")
    assert kees.typed("Aanvraag versturen", "Waarom wilt u meedoen?") == told["Waarom wilt u meedoen?"]
    kees.presses("Aanvraag versturen", {"Uw naam": "Kees Mulder"}).sees("De aanvraag is binnen.")

    marjan = signed_in(cast.marjan).clicks("Buurthuis De Kom").sees("KvK-nummer niet ingevuld")
    marjan.presses("Toelaten").sees("Buurthuis De Kom is toegelaten.")
    assert letter_about(mailbox, "kees@dekom.test", "/uitnodiging/")
    neighbour = somebody().goes_to("/n/meerlinden/").clicks("Buurthuis De Kom")
    neighbour.sees("Bewonersinitiatief", "Vraag naar Kees Mulder").clicks("Stuur een bericht")
