"""The offers of the written organisations, with room and the day on which somebody last said that they are true."""

from random import Random
from typing import Any

from django.utils.text import slugify

from samenspel.config.demonstration.points import Ground, ground_of
from samenspel.config.demonstration.reading import WrittenOrganisation, organisations
from samenspel.config.demonstration.rows import Rows
from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, OfferForm, OfferState
from samenspel.networks.models import Network, Organisation
from samenspel.places.models import Area

CAPACITIES = (Capacity.ROOM, Capacity.WAITING, Capacity.FULL, Capacity.UNKNOWN)
HOW_OFTEN = (55, 25, 10, 10)
EVERYWHERE = {"municipality", "region"}
SMALL = {"suburb", "centre", "rural"}
BY_PHONE = "telephone-contact"
ONE_IN_SO_MANY_IS_OLD = 25
FREE = "gratis"


def add_offers(rows: Rows, areas: dict[str, Area]) -> None:
    """Every offer that `organisations.json` tells; the networks and organisations must be there."""
    ground = ground_of(areas)
    for told in organisations():
        for offer in told.offers:
            _add_offer(rows, told, offer, ground)


def _add_offer(rows: Rows, told: WrittenOrganisation, offer: dict[str, Any], ground: Ground) -> None:
    dice = rows.seed.chance(offer["id"])
    organisation = rows.get(Organisation, told.name)
    rows.add(
        Offer,
        offer["id"],
        organisation=organisation,
        slug=f"{slugify(offer['name'])[:60]}".strip("-"),
        state=OfferState.OPEN.value,
        kinds=offer["categories"],
        form=_form_of(offer),
        day_parts=dice.choice((["morning"], ["afternoon"], ["morning", "afternoon"], ["evening"])),
        cost=dice.choice((FREE, FREE, FREE, "2,50 euro per keer", "5 euro per keer")),
        how_to_apply="Bel of mail ons. Wij maken eerst kennis.",
        created_at=rows.ago(days=told.months * 30),
        **{name: offer[name] for name in ("name", "description", "target_groups", "provider", "languages", "days")},
        **_places(rows, told, offer, ground),
        **_room(rows, dice),
        **_confirmed(rows, dice),
    )


def _places(rows: Rows, told: WrittenOrganisation, offer: dict[str, Any], ground: Ground) -> dict[str, Any]:
    """The area it is for, and where it happens: a group meets somewhere, other help comes to people's homes."""
    network, dice = rows.get(Network, told.network), rows.seed.chance(f"{offer['id']}/place")
    if network.area_id is None:
        return {}
    home, kind = rows.get(Organisation, told.name).area, offer["neighbourhood_type"]
    text = f"{offer['name']} {offer['description']}"
    here = ground.neighbourhood(text, kind_of_place=kind, home=home, dice=dice)
    if here is None:
        return {"area_codes": [network.area_id]}
    is_group = _form_of(offer) == OfferForm.GROUP.value
    small = here.code if kind in SMALL else here.parent_id
    area = network.area_id if kind in EVERYWHERE else small
    return {"area_codes": [area]} | (ground.point_in(here, dice) if is_group else {})


def _form_of(offer: dict[str, Any]) -> str:
    if BY_PHONE in offer["categories"]:
        return OfferForm.REMOTE.value
    return OfferForm.GROUP.value if offer["delivery"] == "collective" else OfferForm.ONE_TO_ONE.value


def _room(rows: Rows, dice: Random) -> dict[str, Any]:
    capacity = dice.choices(CAPACITIES, HOW_OFTEN)[0]
    said: dict[str, Any] = {"capacity": capacity.value}
    if capacity == Capacity.ROOM:
        said["free_places"] = dice.choice((None, 1, 2, 3, 5, 8))
    if capacity == Capacity.WAITING:
        said["waiting_weeks"] = dice.choice((None, 1, 2, 4, 6, 12))
    if capacity != Capacity.UNKNOWN:
        said["capacity_changed_at"] = rows.ago(days=dice.randint(0, 40), hours=dice.randint(1, 20))
    return said


def _confirmed(rows: Rows, dice: Random) -> dict[str, Any]:
    """Most were confirmed in the last weeks; a few were asked after and nobody answered yet."""
    if dice.randrange(ONE_IN_SO_MANY_IS_OLD) == 0:
        return {"confirmed_at": rows.ago(days=106), "asked_at": rows.ago(days=16)}
    return {"confirmed_at": rows.ago(days=dice.randint(1, 75))}
