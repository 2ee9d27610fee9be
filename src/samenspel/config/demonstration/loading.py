"""Puts the demo network in the database, once, in one transaction."""

from datetime import datetime

from django.db import transaction

from samenspel.config.demonstration.crowd import add_crowd
from samenspel.config.demonstration.gaps import add_gaps
from samenspel.config.demonstration.happenings import add_happenings
from samenspel.config.demonstration.offers import add_offers
from samenspel.config.demonstration.places import add_administrators, add_cast, add_networks, add_organisations
from samenspel.config.demonstration.recording import record
from samenspel.config.demonstration.requests import add_requests
from samenspel.config.demonstration.rows import Rows
from samenspel.config.demonstration.seeding import DEFAULT_SEED, Seed
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.places import actions as places
from samenspel.places.models import Area


def load_once(*, organisations: int, seed: int = DEFAULT_SEED) -> bool:
    """Load the demo network when the database has none yet; says whether it did.

    `organisations` is how many there are in all, counted over all networks; the written ones always come along.
    """
    if is_loaded():
        return False
    with transaction.atomic():
        places.import_meerlinden()
        rows = build(organisations=organisations, seed=seed, now=clock.now(), areas=areas_of_meerlinden())
        with acting_for(*rows.receivers()):
            rows.save()
        record(rows)
        add_requests(rows)
    return True


def is_loaded() -> bool:
    """Whether this database has the demo network."""
    return Network.objects.filter(slug="meerlinden").exists()


def build(*, organisations: int, seed: int, now: datetime, areas: dict[str, Area]) -> Rows:
    """All rows of a demo of this size, not saved; the same arguments give the same rows."""
    rows = Rows(seed=Seed(seed), now=now)
    add_networks(rows, areas)
    add_organisations(rows, areas)
    add_offers(rows, areas)
    add_gaps(rows, areas)
    add_cast(rows)
    add_administrators(rows)
    add_happenings(rows)
    add_crowd(rows, organisations=organisations - len(rows.of(Organisation)))
    return rows


def areas_of_meerlinden() -> dict[str, Area]:
    """The municipality with its districts and neighbourhoods, by name."""
    return {area.name: area for area in Area.objects.filter(code__contains="9901").order_by("-code")}
