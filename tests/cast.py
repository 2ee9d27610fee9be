"""The cast: the same named people in every test, in two networks, so that a test reads as a story.

In Meerlinden: Marjan coordinates the network from Welzijn Meerlinden, Henk works for the volunteers of Huisvriend,
Samira is a GP, Joke a district nurse, Tom reads figures for the municipality, Ria lives there. In Oeverland: Karin
coordinates, Ali works for volunteers. Fatma guards privacy, Bram keeps the platform.
"""

from dataclasses import dataclass

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.networks.models import Network, Organisation
from samenspel.networks.rules import OrganisationKind as Kind
from tests.factories import give_role, make_network, make_organisation, make_partner, make_user


@dataclass(frozen=True)
class Cast:
    """Everybody by name, with the two networks and their organisations."""

    meerlinden: Network
    welzijn: Organisation
    huisvriend: Organisation
    practice: Organisation
    nursing: Organisation
    municipality: Organisation
    marjan: User
    henk: User
    samira: User
    joke: User
    tom: User
    ria: User
    fatma: User
    bram: User
    oeverland: Network
    oeverhulp: Organisation
    karin: User
    ali: User

    @property
    def people(self) -> dict[str, User]:
        """Everybody by first name."""
        names = ("marjan", "henk", "samira", "joke", "tom", "ria", "fatma", "bram", "karin", "ali")
        return {name: getattr(self, name) for name in names}


def make_cast() -> Cast:
    """Put the whole cast in the database."""
    meerlinden = make_network(name="Netwerk Meerlinden", slug="meerlinden")
    oeverland = make_network(name="Netwerk Oeverland", slug="oeverland")
    welzijn = make_organisation(name="Welzijn Meerlinden", kind=Kind.WELFARE)
    make_partner(network=meerlinden, organisation=welzijn, is_lead=True)
    cast = Cast(
        meerlinden=meerlinden,
        welzijn=welzijn,
        huisvriend=make_organisation(name="Stichting Huisvriend", network=meerlinden),
        practice=make_organisation(name="Huisartsenpraktijk De Linde", kind=Kind.CARE_PROVIDER, network=meerlinden),
        nursing=make_organisation(name="Meerzorg Wijkverpleging", kind=Kind.CARE_PROVIDER, network=meerlinden),
        municipality=make_organisation(name="Gemeente Meerlinden", kind=Kind.MUNICIPALITY, network=meerlinden),
        oeverland=oeverland,
        oeverhulp=make_organisation(name="Oeverhulp", network=oeverland),
        **{
            name.split()[0].lower(): make_user(name=name, email=f"{name.split()[0].lower()}@voorbeeld.test")
            for name in (
                "Marjan de Wit", "Henk Postma", "Samira El Amrani", "Joke Visser", "Tom Bakker", "Ria Jansen",
                "Fatma Yildiz", "Bram Kuiper", "Karin Smit", "Ali Demir",
            )
        },
    )  # fmt: skip
    _give_roles(cast)
    return cast


def _give_roles(cast: Cast) -> None:
    give_role(cast.marjan, roles.NETWORK_COORDINATOR, network=cast.meerlinden)
    give_role(cast.marjan, roles.ADMINISTRATOR, organisation=cast.welzijn)
    give_role(cast.henk, roles.ADMINISTRATOR, organisation=cast.huisvriend)
    give_role(cast.henk, roles.COORDINATOR, organisation=cast.huisvriend)
    give_role(cast.samira, roles.PROFESSIONAL, organisation=cast.practice)
    give_role(cast.joke, roles.PROFESSIONAL, organisation=cast.nursing)
    give_role(cast.tom, roles.FIGURES_READER, organisation=cast.municipality)
    give_role(cast.karin, roles.NETWORK_COORDINATOR, network=cast.oeverland)
    give_role(cast.ali, roles.ADMINISTRATOR, organisation=cast.oeverhulp)
    give_role(cast.ali, roles.COORDINATOR, organisation=cast.oeverhulp)
    give_role(cast.fatma, roles.PRIVACY_OFFICER)
    give_role(cast.bram, roles.PLATFORM_ADMINISTRATOR)


def as_person(user: User) -> Client:
    """A browser in which this person is signed in, with a second factor."""
    Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {"secret": ""}})
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, for one test."""
    return make_cast()
