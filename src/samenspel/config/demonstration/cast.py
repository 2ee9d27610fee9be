"""The people of the demo: who they are, where they work and what is worth trying as each of them.

The same names as in the tests, so that a report about the demo and a test read as one story.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samenspel.accounts import roles
from samenspel.accounts.roles import Role
from samenspel.networks.rules import Side


@dataclass(frozen=True, kw_only=True)
class Person:
    """One of the cast; `work` and `network` are names by which the demo's texts know places."""

    key: str
    name: str
    role: Promise
    tries: Promise
    side: Side | None = None
    work: str = ""
    work_roles: tuple[Role, ...] = ()
    network: str = ""
    network_roles: tuple[Role, ...] = ()
    platform_roles: tuple[Role, ...] = ()

    @property
    def email(self) -> str:
        """The address of the account, which is also how the door finds it."""
        return f"{self.key}@voorbeeld.test"


CAST = (
    Person(
        key="marjan",
        name="Marjan de Wit",
        role=_("Netwerkcoördinator"),
        tries=_("Beantwoord een vraag van een bewoner en beslis over een organisatie die mee wil doen."),
        side=Side.INFORMAL,
        work="Welzijn Meerlinden",
        work_roles=(roles.ADMINISTRATOR,),
        network="meerlinden",
        network_roles=(roles.NETWORK_COORDINATOR,),
    ),
    Person(
        key="henk",
        name="Henk Postma",
        role=_("Vrijwilligersorganisatie"),
        tries=_("Zet op het prikbord wat Stichting Huisvriend zoekt en nodig een collega uit."),
        side=Side.INFORMAL,
        work="Stichting Huisvriend",
        work_roles=(roles.ADMINISTRATOR, roles.COORDINATOR),
    ),
    Person(
        key="samira",
        name="Samira El Amrani",
        role=_("Huisartsenpraktijk"),
        tries=_("Zoek wie er in Meerlinden kan helpen en lees wat organisaties de praktijk aanbieden."),
        side=Side.FORMAL,
        work="Huisartsenpraktijk De Linde",
        work_roles=(roles.PROFESSIONAL,),
    ),
    Person(
        key="joke",
        name="Joke Visser",
        role=_("Wijkverpleegkundige"),
        tries=_("Bekijk wie er na een operatie boodschappen kan doen en reageer op het prikbord."),
        side=Side.FORMAL,
        work="Meerzorg Wijkverpleging",
        work_roles=(roles.PROFESSIONAL,),
    ),
    Person(
        key="tom",
        name="Tom Bakker",
        role=_("Gemeente"),
        tries=_("Bekijk de cijfers van het netwerk. U ziet geen namen van mensen."),
        side=Side.FORMAL,
        work="Gemeente Meerlinden",
        work_roles=(roles.FIGURES_READER,),
    ),
    Person(
        key="ria",
        name="Ria Jansen",
        role=_("Bewoner"),
        tries=_("Bekijk de pagina van het netwerk en stel een vraag. Ria heeft geen rol."),
    ),
    Person(
        key="fatma",
        name="Fatma Yildiz",
        role=_("Functionaris gegevensbescherming"),
        tries=_("Bekijk het logboek en zie welke gegevens wanneer verdwijnen."),
        platform_roles=(roles.PRIVACY_OFFICER,),
    ),
    Person(
        key="bram",
        name="Bram Kuiper",
        role=_("Platformbeheerder"),
        tries=_("Bekijk alle netwerken. Bram ziet geen vragen van bewoners."),
        platform_roles=(roles.PLATFORM_ADMINISTRATOR,),
    ),
    Person(
        key="karin",
        name="Karin Smit",
        role=_("Netwerkcoördinator van Oeverland"),
        tries=_("Kijk mee in een ander netwerk. Van Meerlinden ziet Karin alleen wat iedereen ziet."),
        side=Side.INFORMAL,
        work="Welzijn Oeverland",
        work_roles=(roles.ADMINISTRATOR,),
        network="oeverland",
        network_roles=(roles.NETWORK_COORDINATOR,),
    ),
    Person(
        key="ali",
        name="Ali Demir",
        role=_("Vrijwilligersorganisatie in Oeverland"),
        tries=_("Reageer op het prikbord van Oeverland."),
        side=Side.INFORMAL,
        work="Oeverhulp",
        work_roles=(roles.ADMINISTRATOR, roles.COORDINATOR),
    ),
)
BY_KEY = {person.key: person for person in CAST}
BY_NAME = {person.name: person for person in CAST}
