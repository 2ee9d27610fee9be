"""Offers with everything filled in, and offers with almost nothing, in two public networks and one that is not."""

from datetime import timedelta
from typing import Any

from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation
from samenspel.places.models import Area
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.factories import make_network, make_organisation

HIDDEN = "onzichtbaar"
"""Stands in everything that must not go out."""
EVERYTHING: dict[str, Any] = {
    "name": "Samen koken",
    "description": "Elke week samen koken.\n\nIedereen mag mee-eten: “gezellig”, één keer proberen mag.",
    "kinds": ["telephone-contact", "social-visiting"],
    "target_groups": ["older", "newcomers"],
    "form": "group",
    "provider": "both",
    "area_codes": ["GM9999"],
    "address": "Dorpsstraat 12a, 1211 AB Meerlinden",
    "longitude": 5.17,
    "latitude": 52.22,
    "days": ["wed", "mon"],
    "day_parts": ["evening", "morning"],
    "times": "10.00 tot 12.00 uur",
    "cost": "Gratis",
    "languages": ["nl", "ar"],
    "conditions": "U woont in Meerlinden.",
    "wishes": "Fijn als u van koken houdt.",
    "contact_name": "Ineke Bos",
    "contact_phone": "0300 123 456",
    "contact_email": "ineke@voorbeeld.test",
    "how_to_apply": "Bel ons.",
    "capacity": "room",
    "free_places": 3,
    "own_mark": HIDDEN,
    "unsaved": {"name": [HIDDEN]},
}


def fill(cast: Cast, *, plain: int) -> list[Offer]:
    """Every sort of offer, and so many plain ones; gives those that everybody may see."""
    Area.objects.get_or_create(
        code="GM9999",
        defaults={"kind": "municipality", "name": "Meerlinden", "name_key": "meerlinden", "latest_year": 2024},
    )
    now = clock.now()
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(
        what_we_do="Wij gaan op bezoek.", what_we_offer="Ruimte.", what_we_need="Vrijwilligers.", kvk="12345678",
        website="https://huisvriend.voorbeeld.test/", contact_email="info@voorbeeld.test",
        area="GM9999", rsin="123456782",
    )  # fmt: skip
    rich = EVERYTHING | {"capacity_changed_at": now, "unsaved_at": now}
    seen = [
        make_offer(cast.huisvriend, **rich),
        make_offer(cast.huisvriend, capacity="room", capacity_changed_at=now),
        make_offer(cast.welzijn, capacity="waiting", waiting_weeks=6, capacity_changed_at=now, address="De Zaal"),
        make_offer(cast.welzijn, capacity="full", capacity_changed_at=now - timedelta(days=40), times="na afspraak"),
        make_offer(cast.oeverhulp, form="remote", confirmed_at=now - timedelta(days=30), cost="€ 2,50 per keer"),
        *(make_offer(cast.oeverhulp, confirmed_at=now - timedelta(days=day)) for day in range(plain)),
    ]
    _add_hidden(cast)
    return seen


def _add_hidden(cast: Cast) -> None:
    now = clock.now()
    closed = {"state": "closed", "closed_at": now, "closed_because": "owner"}
    make_offer(cast.huisvriend, name=HIDDEN, **closed)
    make_offer(cast.huisvriend, name=HIDDEN, state="draft", confirmed_at=None)
    gone = make_organisation(name=HIDDEN, network=cast.meerlinden)
    gone.partnerships.update(ended_on=clock.today())
    make_offer(gone, name=HIDDEN)
    closed_network = make_network(name=HIDDEN, slug="besloten")
    Network.objects.filter(pk=closed_network.pk).update(is_public=False)
    make_offer(make_organisation(name=HIDDEN, network=closed_network), name=HIDDEN)
