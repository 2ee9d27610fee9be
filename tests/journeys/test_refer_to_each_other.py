"""From the front door to a volunteer, up to a professional, and back: one path, and never a name too early."""

from tests.cast import Cast
from tests.directory.making import make_offer
from tests.helprequests.making import a_side, make_request
from tests.journeys.steps import signed_in

YES = "De persoon zegt: “%s mag mijn naam, mijn telefoonnummer en mijn vraag krijgen, als zij mij kunnen helpen.”"


def test_a_request_goes_to_a_volunteer_and_up_to_the_gp_and_comes_back_in_one_path(cast: Cast) -> None:
    make_offer(cast.huisvriend, name="Maatje aan huis")
    truus = a_side("Truus Zilver", words="Ik ben eenzaam en wil gezelschap.")
    make_request(network=cast.meerlinden, kinds=("social-visiting",), person=truus, organisation=cast.practice)
    marjan = signed_in(cast.marjan).clicks("Huisbezoek").clicks("Doorgeven")
    marjan.sees("Maatje aan huis", "Wie past hierbij?").does_not_see("Truus", "eenzaam").clicks("Kies")
    marjan.presses("Verstuur").sees("Zonder dit ja mag Stichting Huisvriend niet weten wie het is.")
    marjan.presses("Verstuur", {YES % "Stichting Huisvriend": True}).sees("Verstuurd aan Stichting Huisvriend.")
    henk = signed_in(cast.henk).clicks("Verwijzingen naar ons").does_not_see("Truus")
    henk.presses("Aannemen").clicks("Bij ons bezig").clicks("Huisbezoek").sees("Truus Zilver")
    henk.presses("Te zwaar? Vraag een beroepskracht erbij").sees("Huisartsenpraktijk De Linde").clicks("Kies")
    henk.presses("Verstuur", {YES % "Huisartsenpraktijk De Linde": True}).sees("Van vrijwilliger naar beroepskracht")
    samira = signed_in(cast.samira).clicks("Verwijzingen naar ons").sees("antwoord verwacht").does_not_see("Truus")
    samira.presses("Aannemen").clicks("Bij ons bezig").clicks("Huisbezoek").sees("Truus Zilver", "Iemand zei ja.")
    samira.presses("De hulp is begonnen").sees("Er is hulp.")
    marjan.goes_to("/vandaag/").clicks("Verstuurde verwijzingen").does_not_see("Truus").clicks("Stichting Huisvriend")
    marjan.sees("Netwerk Meerlinden", "Huisartsenpraktijk De Linde", "Er is hulp.").does_not_see("Truus")
