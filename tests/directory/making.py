"""Makes offers for tests; only what the test names is special."""

import itertools
from typing import Any

from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks.models import Organisation

_numbers = itertools.count(1)


def make_offer(organisation: Organisation, **values: Any) -> Offer:
    """An open offer that was confirmed just now; two with the same name get different addresses."""
    number = next(_numbers)
    told = {
        "slug": f"bezoek-aan-huis-{number}",
        "name": "Bezoek aan huis",
        "description": "Een vaste vrijwilliger komt elke week een uur langs.",
        "kinds": ["social-visiting"],
        "state": "open",
        "confirmed_at": clock.now(),
    }
    return Offer.objects.create(organisation=organisation, **(told | values))
