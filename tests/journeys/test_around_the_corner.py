"""First parts of P4.7 and P1.1: what is there in my neighbourhood, and what the network learns when it is not.

Neither clause is claimed: P4.7 also asks for a team, a newsletter and a calendar, P1.1 for how long requests take.
"""

import pytest

from samenspel.networks.models import Network
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.journeys.steps import signed_in, somebody
from tests.walk.stage import centre_of_meerlinden


@pytest.fixture
def cast_with_area(cast: Cast) -> Cast:
    """Meerlinden works in its municipality."""
    area = centre_of_meerlinden()
    Network.objects.filter(pk=cast.meerlinden.pk).update(area=area.municipality, phone_hours="Elke werkdag")
    return cast


def test_a_resident_sees_what_there_is_in_her_neighbourhood_and_whom_to_call(cast_with_area: Cast) -> None:
    make_offer(cast_with_area.huisvriend, name="Koffie in de buurtkamer", form="group", area_codes=["BU99990101"])
    visitor = somebody().goes_to("/n/meerlinden/").clicks("Bekijk wat er in uw buurt is")
    visitor.sees("Binnenstad", "1 speciaal hier").clicks("Centrum")
    visitor.sees("Koffie in de buurtkamer", "Bevestigd op", "Stichting Huisvriend", "0300 123 456", "Elke werkdag")
    visitor.clicks("Koffie in de buurtkamer").sees("Een vaste vrijwilliger komt elke week een uur langs.")


def test_from_an_area_one_comes_to_the_help_that_is_there(cast_with_area: Cast) -> None:
    visitor = somebody().goes_to("/gebieden/BU99990101-centrum/").clicks("Hulp en activiteiten in dit gebied")
    visitor.sees("Hier is nog geen aanbod").clicks("Stel uw vraag")
    assert visitor.form("Verstuur")


def test_what_nobody_offers_reaches_the_coordinator_without_a_name(cast_with_area: Cast) -> None:
    visitor = somebody().goes_to("/n/meerlinden/zoeken/?q=hospice+voor+Truus&soort=hospice-stay&buurt=BU99990101")
    visitor.sees("Niet wie u bent en niet wat u typte.").presses("Laat het netwerk weten dat dit ontbreekt")
    visitor.sees("Het netwerk weet nu dat dit hier ontbreekt.")

    marjan = signed_in(cast_with_area.marjan).clicks("Wat wij niet konden vinden")
    marjan.sees("Verblijf in een hospice", "Centrum", "1 keer gezocht", "Nu geen aanbod.")
    marjan.does_not_see("Truus").clicks("Zoek dit zelf")
    signed_in(cast_with_area.tom).clicks("Wat wij niet konden vinden").sees("minder dan 5 keer gezocht")
