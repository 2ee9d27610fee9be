"""Makes rows for tests: keyword-only, typed, believable; only what the test names is special."""

import itertools

import shapely

from samenspel.accounts.models import User
from samenspel.accounts.roles import Role
from samenspel.networks.models import Network, Organisation, Partner, RoleGrant
from samenspel.networks.rules import OrganisationKind
from samenspel.places import geometry
from samenspel.places.models import Area, AreaEdition

_numbers = itertools.count(1)


def make_user(*, name: str = "Anna Vos", email: str = "", password: str | None = None) -> User:
    """Somebody with an account and no role."""
    return User.objects.create_user(email or f"iemand{next(_numbers)}@voorbeeld.test", name=name, password=password)


def make_network(*, name: str = "", slug: str = "", phone: str = "0300 123 456") -> Network:
    """A network with a public page."""
    number = next(_numbers)
    return Network.objects.create(name=name or f"Netwerk {number}", slug=slug or f"netwerk-{number}", phone=phone)


def make_organisation(
    *, name: str = "", kind: OrganisationKind = OrganisationKind.VOLUNTEER_CARE, network: Network | None = None
) -> Organisation:
    """An organisation, a partner of the network when one is given."""
    number = next(_numbers)
    organisation = Organisation.objects.create(
        name=name or f"Organisatie {number}", slug=f"organisatie-{number}", kind=kind.value, contact_name="Ineke Bos"
    )
    if network:
        make_partner(network=network, organisation=organisation)
    return organisation


def make_partner(*, network: Network, organisation: Organisation, is_lead: bool = False) -> Partner:
    """The tie between a network and an organisation."""
    return Partner.objects.create(network=network, organisation=organisation, is_lead=is_lead)


def give_role(
    user: User, role: Role, *, organisation: Organisation | None = None, network: Network | None = None
) -> RoleGrant:
    """A role at an organisation, at a network, or for the whole platform."""
    return RoleGrant.objects.create(user=user, role=role.code, organisation=organisation, network=network)


def make_edition(*, area: Area) -> AreaEdition:
    """A square outline with some figures of a year."""
    x, y = geometry.to_rd(5.1, 52.2)
    return AreaEdition.objects.create(
        area=area, year=2024, name=area.name, outline=shapely.to_wkb(shapely.box(5.09, 52.19, 5.11, 52.21)),
        west=5.09, south=52.19, east=5.11, north=52.21, centre_lon=5.1, centre_lat=52.2,
        centre_x=float(x), centre_y=float(y), figures={"inhabitants": 1825},
        source="Wijken en buurten 2024", published_by="CBS",
    )  # fmt: skip
