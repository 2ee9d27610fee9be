"""Reviewing one's own offer: one-to-one against groups, and what is missing (first part of P4.9)."""

import pytest

from samenspel.places.models import Area
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.journeys.steps import signed_in
from tests.places.samples import bring_in, row_of_squares


@pytest.mark.clauses("P4.9")
def test_partners_look_over_what_they_offer_and_see_what_is_missing(cast: Cast) -> None:
    bring_in(*row_of_squares(2))
    cast.meerlinden.area = Area.objects.get(code="GM0308")
    cast.meerlinden.save()
    for organisation in (cast.huisvriend, cast.welzijn):
        make_offer(organisation, form="group", target_groups=["carers"], area_codes=["BU03080000"], kinds=["walking"])

    marjan = signed_in(cast.marjan).clicks("Overzicht van het aanbod").sees("2 keer aanbod open", "Wat opvalt")
    marjan.presses("Laat zien", {"Welk gebied?": "Buurt 0 (buurt)"})
    marjan.sees("In Buurt 0 is voor mantelzorgers alleen groepsaanbod (2).", "2 in een groep", "Nog niets")
    marjan.presses("Laat zien", {"Welk gebied?": "Buurt 1 (buurt)"}).does_not_see("alleen groepsaanbod")

    henk = signed_in(cast.henk).clicks("Ons aanbod").clicks("Nieuw aanbod")
    henk.presses(
        "Plaatsen",
        {
            "Hoe heet het?": "Wandelen met z'n tweeën",
            "Wat kunnen mensen verwachten?": "Een vrijwilliger wandelt elke week met u mee.",
            "Welke soort hulp is dit vooral?": "Wandelen",
            "Voor wie is het?": ["mantelzorgers"],
        },
    ).sees("Het aanbod is bewaard.")
    signed_in(cast.samira).clicks("Overzicht van het aanbod").sees("1 één op één · 2 in een groep")
    signed_in(cast.karin).finds_nothing_at("/n/meerlinden/aanbod-overzicht/")
