"""Made-up networks beside the two that were written, for whoever wants to see the product under load.

Names are put together so that they sound like a place and are none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count, product
from random import Random

from django.utils.text import slugify

from samenspel.accounts import roles
from samenspel.accounts.models import User
from samenspel.config.demonstration.places import add_account, add_organisation, add_partner, address_of, give
from samenspel.config.demonstration.reading import WrittenOrganisation, stories
from samenspel.config.demonstration.rows import Rows
from samenspel.lib import clock
from samenspel.networks.models import BoardPost, Network, Organisation
from samenspel.networks.rules import OrganisationKind as Kind

FIRST_NUMBER = 1000
POSTS_PER_NETWORK = 12
BEGINNINGS = (
    "Wilgen",
    "Elzen",
    "Riet",
    "Kievits",
    "Lage",
    "Hoge",
    "Zilver",
    "Molen",
    "Hazel",
    "Vlier",
    "Otter",
    "Meid",
)
ENDINGS = ("meer", "wold", "horst", "dam", "veld", "mond", "hove", "werd", "lo", "esch", "rade", "sluis", "brug")
FIRST_NAMES = (
    "Anja", "Bart", "Carin", "Dirk", "Esther", "Fatima", "Geert", "Hilde", "Ibrahim", "Jolanda", "Kim", "Lars",
    "Mieke", "Noor", "Okke", "Patricia", "Quinten", "Renske", "Sjoerd", "Trudy", "Umar", "Vera", "Willem", "Yvonne",
)  # fmt: skip
LAST_NAMES = (
    "Aarts", "Bosma", "Coenen", "Driessen", "Everts", "Faber", "Goossens", "Hermans", "Idrissi", "Jacobs", "Kaya",
    "Lubbers", "Maas", "Nijland", "Ottens", "Poelman", "Rutten", "Stam", "Timmer", "Ubels", "Verhoef", "Wiersma",
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """A kind of organisation that most networks have; `{}` is the place."""

    name: str
    kind: Kind
    does: str


SHAPES = (
    Shape("Welzijn {}", Kind.WELFARE, "Wij helpen inwoners om mee te doen en zelfstandig te blijven."),
    Shape("Gemeente {}", Kind.MUNICIPALITY, "De gemeente zorgt dat inwoners hulp krijgen als het zelf niet lukt."),
    Shape("Bezoekdienst {}", Kind.VOLUNTEER_CARE, "Onze vrijwilligers gaan op bezoek bij mensen die alleen zijn."),
    Shape("Huisartsen {}", Kind.CARE_PROVIDER, "Wij zijn de huisartsen van het dorp."),
    Shape("Wijkverpleging {}", Kind.CARE_PROVIDER, "Wij komen thuis voor verzorging en verpleging."),
    Shape("Maatjes {}", Kind.VOLUNTEER_CARE, "Wij zoeken een maatje voor wie weinig mensen ziet."),
    Shape("Burenhulp {}", Kind.CITIZEN_INITIATIVE, "Buren helpen elkaar met boodschappen en klussen."),
    Shape("Mantelzorgsteun {}", Kind.WELFARE, "Wij staan naast mensen die voor een ander zorgen."),
    Shape("Klusdienst {}", Kind.VOLUNTEER_CARE, "Wij doen kleine klussen in en om het huis."),
    Shape("Vervoersdienst {}", Kind.VOLUNTEER_CARE, "Onze chauffeurs brengen mensen waar zij moeten zijn."),
    Shape("Taalhuis {}", Kind.VOLUNTEER_CARE, "Wij oefenen samen Nederlands."),
    Shape("Buurthuis {}", Kind.CITIZEN_INITIATIVE, "Bewoners houden samen het buurthuis open."),
    Shape("Jongerenwerk {}", Kind.WELFARE, "Wij zijn er voor jongeren, op straat en in ons gebouw."),
    Shape("Dementiekring {}", Kind.VOLUNTEER_CARE, "Wij brengen mensen met dementie en hun familie samen."),
    Shape("Gezinssteun {}", Kind.VOLUNTEER_CARE, "Een ervaren ouder helpt gezinnen die het even zwaar hebben."),
    Shape("Schuldhulp {}", Kind.VOLUNTEER_CARE, "Wij openen samen de post en maken een plan."),
    Shape("Eettafel {}", Kind.CITIZEN_INITIATIVE, "Twee keer per week koken wij voor wie wil aanschuiven."),
    Shape("Rouwcafé {}", Kind.VOLUNTEER_CARE, "Wij zijn er voor wie iemand verloor."),
    Shape("Zorgboerderij {}", Kind.CARE_PROVIDER, "Een zinvolle dag buiten voor wie dat nodig heeft."),
    Shape("Sport en bewegen {}", Kind.WELFARE, "Wij zoeken met u een sport die past."),
)


def add_crowd(rows: Rows, *, organisations: int) -> None:
    """This many organisations more, in networks of twenty; the first of each leads it."""
    numbers = count(FIRST_NUMBER)
    for place in _places():
        if organisations <= 0:
            return
        here = SHAPES[: min(organisations, len(SHAPES))]
        _add_network(rows, place, here, numbers)
        organisations -= len(here)


def _places() -> Iterator[str]:
    """Names of places without end: first each plain name, then with a direction before it."""
    for direction in ("", "Oud ", "Nieuw ", "Noord ", "Zuid ", "Oost ", "West "):
        for ending, beginning in product(ENDINGS, BEGINNINGS):
            yield f"{direction}{beginning}{ending}"


def _add_network(rows: Rows, place: str, shapes: tuple[Shape, ...], numbers: Iterator[int]) -> None:
    dice = rows.seed.chance(place)
    months = dice.randint(3, 60)
    network = rows.add(
        Network,
        slugify(place),
        slug=slugify(place),
        name=f"Netwerk {place}",
        summary=f"Hulp dichtbij in {place}.",
        phone=f"0300 {dice.randint(100, 999)} {dice.randint(100, 999)}",
        phone_hours="Op werkdagen van 9.00 tot 12.00 uur",
        started_on=rows.day_ago(months=months),
    )
    written = [_written(shape, place, months, dice) for shape in shapes]
    members = [_add_member(rows, network, told, next(numbers)) for told in written]
    network.contact_name, network.contact_role = written[0].contact, "Netwerkcoördinator"
    _add_posts(rows, network, members, dice)


def _written(shape: Shape, place: str, months: int, dice: Random) -> WrittenOrganisation:
    """An organisation of this shape as if somebody had written it down."""
    name = shape.name.format(place)
    return WrittenOrganisation(
        network=slugify(place),
        name=name,
        kind=shape.kind.value,
        contact=f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}",
        contact_role="",
        place="",
        months=dice.randint(1, months),
        phone=f"0300 {dice.randint(100, 999)} {dice.randint(100, 999)}",
        domain=slugify(name),
        does=shape.does,
        can="Wij denken graag mee met andere organisaties.",
        needs="Wij zoeken vrijwilligers die een dagdeel per week kunnen.",
        offers=[],
    )


def _add_member(rows: Rows, network: Network, told: WrittenOrganisation, number: int) -> tuple[Organisation, User]:
    """A partner with its administrator; who leads also coordinates the network."""
    organisation = add_organisation(rows, told, number=number)
    is_lead = told.name.startswith("Welzijn ")
    add_partner(rows, network, organisation, months=told.months, is_lead=is_lead)
    user = add_account(rows, name=told.contact, email=address_of(told.contact, told.domain))
    give(rows, user, roles.ADMINISTRATOR, organisation=organisation)
    if is_lead:
        give(rows, user, roles.NETWORK_COORDINATOR, network=network)
    return organisation, user


def _add_posts(rows: Rows, network: Network, members: list[tuple[Organisation, User]], dice: Random) -> None:
    """Some of the posts of Meerlinden, from other organisations."""
    known = [told for told in stories()["posts"] if not told["outcome"]]
    for told in dice.sample(known, POSTS_PER_NETWORK):
        organisation, user = dice.choice(members)
        rows.add(
            BoardPost,
            f"{network.slug}/{told['title']}",
            network=network,
            organisation=organisation,
            posted_at=rows.ago(days=dice.randint(1, 80)),
            until_on=clock.day_of(rows.now + timedelta(days=dice.randint(5, 90))),
            posted_by=user.pk,
            **{name: told[name] for name in ("kind", "theme", "title", "text")},
        )
