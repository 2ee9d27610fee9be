"""Networks, organisations, and the people who may act for them."""

import unicodedata

from django.utils.text import slugify

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.accounts.roles import Role
from samenspel.config.demonstration.cast import BY_NAME, CAST
from samenspel.config.demonstration.reading import WrittenOrganisation, organisations, stories
from samenspel.config.demonstration.rows import Rows
from samenspel.networks.models import Network, Organisation, Partner, RoleGrant
from samenspel.networks.rules import OrganisationKind
from samenspel.places.models import Area

NO_PASSWORD = "!"  # noqa: S105 -- Django's mark of an account that signs in without one
WITHOUT_TRADE_REGISTER = {OrganisationKind.CITIZEN_INITIATIVE.value, OrganisationKind.MUNICIPALITY.value}


def add_networks(rows: Rows, areas: dict[str, Area]) -> None:
    """Meerlinden and Oeverland."""
    for told in stories()["networks"]:
        rows.add(
            Network,
            told["slug"],
            slug=told["slug"],
            area=areas.get(told["municipality"]),
            started_on=rows.day_ago(months=told["months"]),
            **{name: told[name] for name in ("name", "summary", "about", "phone", "phone_hours", "email")},
            **{name: told[name] for name in ("contact_name", "contact_role")},
        )


def add_cast(rows: Rows) -> None:
    """The accounts of the cast with what they may do; the organisations must be there."""
    for person in CAST:
        user = add_account(rows, name=person.name, email=person.email)
        for role in person.work_roles:
            give(rows, user, role, organisation=rows.get(Organisation, person.work))
        for role in person.network_roles:
            give(rows, user, role, network=rows.get(Network, person.network))
        for role in person.platform_roles:
            give(rows, user, role)


def add_organisations(rows: Rows, areas: dict[str, Area]) -> None:
    """The organisations that were written down, each a partner and each with an administrator."""
    leads = {told["lead"] for told in stories()["networks"]}
    for number, told in enumerate(organisations(), start=1):
        network = rows.get(Network, told.network)
        organisation = add_organisation(rows, told, number=number)
        organisation.area = areas.get(told.place) or network.area
        add_partner(rows, network, organisation, months=told.months, is_lead=told.name in leads)


def add_administrators(rows: Rows) -> None:
    """Who is the contact of an organisation also keeps its profile; the cast has its roles already."""
    for told in organisations():
        if told.contact not in BY_NAME:
            user = add_account(rows, name=told.contact, email=address_of(told.contact, told.domain))
            give(rows, user, roles.ADMINISTRATOR, organisation=rows.get(Organisation, told.name))


def add_organisation(rows: Rows, told: WrittenOrganisation, *, number: int) -> Organisation:
    """One organisation with its profile; the number makes a trade register number that nobody has."""
    return rows.add(
        Organisation,
        told.name,
        slug=slugify(told.name),
        name=told.name,
        kind=told.kind,
        kvk="" if told.kind in WITHOUT_TRADE_REGISTER else f"0000{number:04d}",
        what_we_do=told.what_we_do,
        what_we_offer=told.can,
        what_we_need=told.needs,
        contact_name=told.contact,
        contact_email=f"info@{told.domain}.example",
        contact_phone=told.phone,
        website=f"https://www.{told.domain}.example/",
        created_at=rows.ago(days=told.months * 30),
    )


def add_partner(
    rows: Rows, network: Network, organisation: Organisation, *, months: int, is_lead: bool = False
) -> Partner:
    """The tie between the two since a day that lies as many months back."""
    return rows.add(
        Partner,
        f"{network.slug}/{organisation.slug}",
        network=network,
        organisation=organisation,
        is_lead=is_lead,
        since_on=rows.day_ago(months=months),
    )


def add_account(rows: Rows, *, name: str, email: str) -> User:
    """An account that signs in by e-mail code, or through the demo's doors."""
    created_at = rows.ago(days=365)
    return rows.add(User, email, email=email, name=name, password=NO_PASSWORD, created_at=created_at)


def give(
    rows: Rows, user: User, role: Role, *, organisation: Organisation | None = None, network: Network | None = None
) -> RoleGrant:
    """A role at one place, or for the whole platform."""
    place = organisation or network
    return rows.add(
        RoleGrant,
        f"{user.email}/{role.code}/{place.slug if place else ''}",
        user=user,
        role=role.code,
        organisation=organisation,
        network=network,
        given_at=rows.ago(days=365),
    )


def address_of(name: str, domain: str) -> str:
    """A person's e-mail address at an organisation: `els.brouwer@...`, without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{'.'.join(plain.replace('-', ' ').split())}@{domain}.example"
