"""Who is there in a simulated year: the front door, the partners with their ways, the neighbourhoods, the offers."""

from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from samenspel.accounts.roles import ROLES, Permission
from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.finding import posing
from samenspel.finding.snapshot import Snapshot
from samenspel.finding.wanted import Wanted
from samenspel.networks.models import Network, Organisation, RoleGrant
from samenspel.networks.rules import Side
from samenspel.places.models import Area, AreaEdition
from samenspel.referrals.actions.sending import To

LOOKED_AT = 25
NOT_COUNTED = 100
"""How heavy a neighbourhood weighs whose inhabitants are unknown."""


class NobodyAtTheDoor(Exception):
    """The network has nobody who handles requests, so nothing can happen to one."""


class NoPartners(Exception):
    """The network has no partners, so there is nobody to refer to."""


@dataclass(frozen=True)
class Place:
    """An organisation as it answers: days until it decides, and how often it says yes, forgets, asks, passes on."""

    organisation: Organisation
    users: tuple[UUID, ...]
    days: float
    accepts: float
    forgets: float
    asks: float
    passes_on: float

    @property
    def is_formal(self) -> bool:
        """Whether professionals work there."""
        return bool(self.organisation.side == Side.FORMAL)


@dataclass
class Town:
    """A network with everybody in it; `find` asks the same index as the finding page."""

    network: Network
    coordinators: list[UUID]
    places: dict[UUID, Place]
    areas: dict[str, float]
    offers: dict[UUID, Offer]
    snapshot: Snapshot
    _found: dict[tuple[str, str], list[To]] = field(default_factory=dict)

    def find(self, kind: str, area_code: str) -> list[To]:
        """Who could help with this here, the best first, each organisation once."""
        key = (kind, area_code)
        if key not in self._found:
            wanted = Wanted(kinds=(kind,), area=self.snapshot.area(area_code), network=self.network)
            keys = self.snapshot.index.find(posing.question(wanted, self.snapshot), most=LOOKED_AT).keys
            self._found[key] = self._each_once([UUID(bytes=one) for one in keys])
        return self._found[key]

    def _each_once(self, ids: list[UUID]) -> list[To]:
        found: dict[UUID, To] = {}
        for offer in filter(None, (self.offers.get(one) for one in ids)):
            if place := self.places.get(offer.organisation_id):
                found.setdefault(offer.organisation_id, To(place.organisation, offer))
        return list(found.values())


def town_of(network: Network, *, seed: int) -> Town:
    """Everybody in this network, with ways that follow from the seed.

    Raises:
        NobodyAtTheDoor, NoPartners: see there.
    """
    partners = Organisation.objects.filter(partnerships__network=network, partnerships__ended_on=None).distinct()
    organisations = list(partners.order_by("slug"))
    if not organisations:
        raise NoPartners
    coordinators = _users(Permission.HANDLE_REQUESTS, network=network)
    if not coordinators:
        raise NobodyAtTheDoor
    offers = Offer.objects.filter(organisation__in=organisations, state=OfferState.OPEN.value)
    return Town(
        network=network,
        coordinators=sorted(coordinators[network.pk]),
        places=_places(organisations, seed),
        areas=_areas(network),
        offers=offers.in_bulk(),
        snapshot=Snapshot(),
    )


def _places(organisations: list[Organisation], seed: int) -> dict[UUID, Place]:
    members = _users(Permission.REFER, organisation__in=organisations)
    return {one.pk: _place(one, tuple(sorted(members.get(one.pk, ()))), seed) for one in organisations}


def _place(organisation: Organisation, users: tuple[UUID, ...], seed: int) -> Place:
    dice = Random(f"{seed}/{organisation.slug}")  # noqa: S311 -- made-up people need no secrets
    return Place(
        organisation=organisation,
        users=users,
        days=min(14.0, dice.lognormvariate(1.0, 0.7)),
        accepts=dice.uniform(0.5, 0.92),
        forgets=dice.choice((0.01, 0.02, 0.04, 0.08, 0.2)),
        asks=dice.uniform(0.04, 0.2),
        passes_on=dice.choice((0.0, 0.0, 0.03, 0.06)),
    )


def _users(permission: Permission, **where: object) -> dict[UUID, set[UUID]]:
    """Per network or organisation who may do this there."""
    roles = [code for code, role in ROLES.items() if permission in role.permissions]
    held: dict[UUID, set[UUID]] = {}
    for grant in RoleGrant.objects.filter(role__in=roles, **where):
        if place := grant.network_id or grant.organisation_id:
            held.setdefault(place, set()).add(grant.user_id)
    return held


def _areas(network: Network) -> dict[str, float]:
    """The neighbourhoods of the network, each as heavy as it has inhabitants; its own area when it has none."""
    if network.area_id is None:
        return {}
    inside = Area.objects.filter(kind="neighbourhood", municipality=network.area_id).order_by("code")
    codes = list(inside.values_list("code", flat=True))
    counted: dict[str, float] = {}
    for code, figures in AreaEdition.objects.filter(area__in=codes).order_by("year").values_list("area_id", "figures"):
        counted[code] = float(figures.get("inhabitants") or counted.get(code, NOT_COUNTED))
    return {code: counted.get(code, NOT_COUNTED) for code in codes} or {network.area_id: 1.0}
