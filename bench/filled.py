"""Fills a database with as many made-up offers as asked, always the same ones: organisations, partners, areas, offers.

The words are those of the taxonomy and of the known vocabulary, drawn as unevenly as people use words. Goes in by
COPY, as the owner, past the application.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import accumulate
from uuid import UUID

from django.db import connections

WEST, SOUTH, EAST, NORTH = 3.6, 51.3, 6.9, 53.2
OFFERS_EACH, ORGANISATIONS_EACH = 25, 40
AREAS = 200
FORMS, PROVIDERS = ("one_to_one", "group", "remote"), ("volunteer", "professional", "both")
MOMENT = datetime(2026, 1, 5, 9, tzinfo=UTC)
COLUMNS = (
    "id, organisation_id, slug, state, name, description, kinds, target_groups, form, provider, area_codes, address,"
    " longitude, latitude, days, day_parts, times, cost, languages, conditions, wishes, contact_name, contact_phone,"
    " contact_email, how_to_apply, picture, picture_alt, capacity, free_places, waiting_weeks, capacity_changed_at,"
    " created_at, confirmed_at, closed_because, own_mark"
)


def area_code(number: int) -> str:
    """The code of a made-up neighbourhood, each in a municipality of its own."""
    return f"BU{1000 + number:04}0000"


def texts(number: int, *, seed: int) -> list[str]:
    """So many questions in lay words, one from each line."""
    from samenspel.engine import taxonomy

    luck = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    said = [word for kind in taxonomy.standard().kinds for word in kind.words_nl]
    begin = ("ik zoek", "wie helpt met", "mijn moeder wil", "voor mijn buurman:", "hulp bij", "")
    return [" ".join([luck.choice(begin), luck.choice(said), luck.choice(said)]).strip() for _ in range(number)]


def fill(offers: int) -> None:
    """Make everything that a network of this size has."""
    luck = random.Random(offers)  # noqa: S311 -- repeatable, nothing secret
    organisations = max(1, offers // OFFERS_EACH)
    with connections["owner"].cursor() as cursor:
        _areas(luck)
        for table, columns, rows in (
            ("networks_network", NETWORK, _networks(organisations)),
            ("networks_organisation", ORGANISATION, _organisations(organisations)),
            ("networks_partner", "id, network_id, organisation_id, is_lead, since_on", _partners(organisations)),
            ("directory_offer", COLUMNS, _offers(offers, organisations, luck)),
        ):
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        cursor.execute("TRUNCATE finding_change")
        cursor.execute("ANALYZE")


NETWORK = "id, slug, name, summary, about, phone, phone_hours, email, contact_name, contact_role, started_on, is_public"
ORGANISATION = (
    "id, slug, name, kind, kvk, rsin, what_we_do, what_we_offer, what_we_need, contact_name, contact_email,"
    " contact_phone, website, picture, picture_alt, created_at"
)


def _id(kind: int, number: int) -> UUID:
    """The id of the so-manieth thing of a kind."""
    return UUID(int=(0x0190 << 112) | (kind << 96) | (0x7 << 76) | (0x8 << 60) | number)


def _areas(luck: random.Random) -> None:
    from samenspel.places import geometry
    from samenspel.places.models import Area, AreaEdition

    layers: tuple[list[Area], list[Area], list[Area]] = ([], [], [])
    editions = []
    for number in range(AREAS):
        code = area_code(number)
        lon, lat = luck.uniform(WEST, EAST), luck.uniform(SOUTH, NORTH)
        x, y = geometry.to_rd(lon, lat)
        named = {"name": f"Buurt {number}", "name_key": f"buurt {number}", "latest_year": 2024}
        municipality, district = f"GM{code[2:6]}", f"WK{code[2:8]}"
        layers[0].append(Area(code=municipality, kind="municipality", **named))
        layers[1].append(
            Area(code=district, kind="district", parent_id=municipality, municipality_id=municipality, **named)
        )
        layers[2].append(
            Area(code=code, kind="neighbourhood", parent_id=district, municipality_id=municipality, **named)
        )
        editions.append(
            AreaEdition(
                area_id=code, year=2024, name=f"Buurt {number}", outline=b"", figures={}, source="bench",
                published_by="bench", west=lon, east=lon, south=lat, north=lat,
                centre_lon=lon, centre_lat=lat, centre_x=x, centre_y=y,
            )
        )  # fmt: skip
    for layer in layers:
        Area.objects.using("owner").bulk_create(layer)
    AreaEdition.objects.using("owner").bulk_create(editions)


def _networks(organisations: int) -> Iterator[tuple[object, ...]]:
    for number in range(-(-organisations // ORGANISATIONS_EACH)):
        yield (_id(1, number), f"net-{number}", f"Netwerk {number}", *[""] * 7, MOMENT.date(), True)


def _organisations(organisations: int) -> Iterator[tuple[object, ...]]:
    for number in range(organisations):
        yield (_id(2, number), f"org-{number}", f"Stichting {number}", "welfare", *[""] * 11, MOMENT)


def _partners(organisations: int) -> Iterator[tuple[object, ...]]:
    for number in range(organisations):
        network, is_lead = divmod(number, ORGANISATIONS_EACH)
        yield (_id(3, number), _id(1, network), _id(2, number), not is_lead, MOMENT.date())


def _offers(offers: int, organisations: int, luck: random.Random) -> Iterator[tuple[object, ...]]:
    """Offers with some thirty words each."""
    from samenspel.engine import analyser, taxonomy

    kinds = taxonomy.standard().kinds
    vocabulary = [line.split()[0] for line in (analyser.HERE / "vocabulary.txt").read_text().splitlines()]
    luck.shuffle(vocabulary)
    weights = list(accumulate(1 / (place + 10) for place in range(len(vocabulary))))
    for number in range(offers):
        kind = luck.choice(kinds)
        said = luck.choice(kind.words_nl or (kind.label_nl,))
        words = " ".join(luck.choices(vocabulary, cum_weights=weights, k=24))
        room = number % 4
        yield (
            _id(4, number), _id(2, luck.randrange(organisations)), f"o-{number}", "open",
            f"{kind.label_nl} {number}"[:100], f"{said} {words}.", [kind.code], ["everyone"],
            FORMS[luck.choices((0, 1, 2), (5, 4, 1))[0]], luck.choice(PROVIDERS),
            [area_code(luck.randrange(AREAS))] if number % 10 == 0 else [], "Dorpsstraat 1",
            luck.uniform(WEST, EAST), luck.uniform(SOUTH, NORTH), luck.sample(DAYS, 3), [], "", "",
            ["nl", luck.choice(LANGUAGES)] if number % 5 == 0 else ["nl"], "", "", "", "", "", "", "", "",
            ("unknown", "room", "waiting", "full")[room], 3 if room == 1 else None, 4 if room == 2 else None,  # noqa: PLR2004
            MOMENT, MOMENT, MOMENT, "", "",
        )  # fmt: skip


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LANGUAGES = ("en", "ar", "tr", "pl", "uk", "fr")
