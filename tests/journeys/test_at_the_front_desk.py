"""Somebody's question is read, understood and answered by people: nobody is lost, nobody is named too early."""

from samenspel.people.rules import Relation, ToldBy
from tests.cast import Cast
from tests.helprequests.making import a_side, make_request
from tests.journeys.steps import signed_in
from tests.mailbox import Mailbox


def test_a_coordinator_on_monday_takes_clarifies_and_parks(cast: Cast) -> None:
    make_request(
        network=cast.meerlinden,
        kinds=("social-visiting",),
        person=a_side("Truus Zilver", words="Ik ben eenzaam en wil gezelschap."),
    )
    marjan = signed_in(cast.marjan).sees("Nieuwe hulpvragen", "Niemand heeft deze opgepakt.").does_not_see("Truus")
    marjan.clicks("Hulpvragen").sees("1 vraag is nog door niemand opgepakt.").does_not_see("Truus")
    marjan.presses("Ik pak dit op").sees("Er wacht niemand").clicks("Opgepakt (1)").sees("u bent ermee bezig")
    marjan.clicks("Huisbezoek").sees("Truus Zilver", "Ik ben eenzaam en wil gezelschap.", "Kan een vrijwilliger dit?")
    marjan.presses("Bewaar", {"Hoe snel?": "Deze week", "Wat maakt deze vraag zwaarder?": ["Geheugen of dementie"]})
    marjan.sees("De vraag is verhelderd.", "Zwaarder door Geheugen of dementie")
    marjan.presses("Bewaar de aantekening", {"Aantekening": "Dochter komt op zondag."}).sees("Dochter komt op zondag.")
    marjan.presses("Parkeer", {"Tot welke dag?": "2099-01-04"}).sees("Geparkeerd tot 4 januari 2099.")


def test_a_mother_says_yes_on_the_phone_and_takes_it_back_later(cast: Cast) -> None:
    daughter = a_side("Anja Zilver", words="Mijn moeder is alleen.", phone="0611111111")
    mother = a_side("Truus Zilver", agreed=False)
    make_request(
        network=cast.meerlinden, kinds=("social-visiting",), person=mother, carer=daughter, relation=Relation.CHILD
    )
    marjan = (
        signed_in(cast.marjan).clicks("Huisbezoek").sees("Anja Zilver", "Nog geen toestemming").does_not_see("Truus")
    )
    yes = "Ik heb deze tekst voorgelezen of laten lezen, en het antwoord was ja."
    marjan.sees("Lees dit voor:").presses("Schrijf toestemming op", {yes: True})
    marjan.sees("De toestemming is opgeschreven.", "Truus Zilver", "gevraagd door Marjan de Wit")
    marjan.presses("Trek in").sees("Dat werkt meteen.", "ingetrokken op").does_not_see("Truus")


def test_when_nobody_can_help_a_human_answer_goes_out(cast: Cast, mailbox: Mailbox) -> None:
    truus = a_side("Truus Zilver", words="Wie kan mij helpen?", email="truus@voorbeeld.test", told_by=ToldBy.EMAIL)
    make_request(network=cast.meerlinden, kinds=("social-visiting",), person=truus)
    marjan = (
        signed_in(cast.marjan)
        .clicks("Huisbezoek")
        .presses("Sluit af", {"Hoe is het afgelopen?": "Niemand kan dit doen"})
    )
    marjan.sees("Niemand krijgt zomaar ‘nee’.")
    told = "Wij vonden nog niemand. Over een maand kijken wij weer."
    marjan.presses("Sluit af", {"Wat vertelt u de persoon?": told}).sees("Afgesloten: niemand kan dit doen.")
    assert told in mailbox.to("truus@voorbeeld.test")[-1].text
    marjan.clicks("Netwerk Meerlinden").clicks("Wat wij niet konden vinden").sees("Huisbezoek")
    marjan.goes_to("/vandaag/").does_not_see("Nog te vertellen")
