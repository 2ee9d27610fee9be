"""Knowing what the other needs."""

import pytest

from tests.cast import Cast
from tests.journeys.steps import signed_in

ROOM = {
    "Vraagt of biedt u iets?": "Wij zoeken",
    "Waar gaat het over?": "Ruimte",
    "Titel": "Een ruimte op dinsdagmiddag",
    "Toelichting": "Voor twaalf mensen die samen koken.",
}
OFFER = {
    "Vraagt of biedt u iets?": "Wij bieden",
    "Waar gaat het over?": "Ruimte",
    "Titel": "Onze wachtkamer is dinsdagmiddag leeg",
    "Toelichting": "Een ruimte met keukentje voor vijftien mensen.",
}


@pytest.mark.clauses("P3.8")
def test_who_needs_a_room_and_who_has_one_find_each_other(cast: Cast) -> None:
    henk = signed_in(cast.henk).clicks("Prikbord").clicks("Iets vragen of bieden")
    henk.presses("Zet op het prikbord", ROOM).sees("Het staat op het prikbord.", "Nu nog niets over dit onderwerp.")

    samira = signed_in(cast.samira).clicks("Prikbord").sees("Een ruimte op dinsdagmiddag")
    samira.clicks("Iets vragen of bieden").presses("Zet op het prikbord", OFFER)
    samira.sees("Dit past misschien", "Een ruimte op dinsdagmiddag").clicks("Een ruimte op dinsdagmiddag")
    samira.presses("Plaats reactie", {"Uw reactie": "Kom gerust kijken, vraag naar Samira."})
    samira.sees("Uw reactie staat op het prikbord.")

    henk.clicks("Prikbord").sees("Dit past misschien: Onze wachtkamer is dinsdagmiddag leeg")
    henk.clicks("Een ruimte op dinsdagmiddag").sees("Kom gerust kijken", "Huisartsenpraktijk De Linde")
    henk.presses("Haal van het prikbord", {"Wat is het geworden?": "De wachtkamer van De Linde."})
    henk.sees("Het is van het prikbord gehaald.").clicks("Prikbord").clicks("Wat wij zelf vroegen en boden")
    henk.sees("Een ruimte op dinsdagmiddag", "De wachtkamer van De Linde.")


@pytest.mark.clauses("P3.8")
def test_the_board_is_of_the_partners_alone(cast: Cast) -> None:
    henk = signed_in(cast.henk).clicks("Prikbord").clicks("Iets vragen of bieden")
    henk.presses("Zet op het prikbord", ROOM)
    signed_in(cast.karin).finds_nothing_at(henk.address).finds_nothing_at("/n/meerlinden/prikbord/")
    signed_in(cast.ria).finds_nothing_at(henk.address)
