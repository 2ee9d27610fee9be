"""Two real web processes on one database: both tell within a second what changed, and neither is started again."""

import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psycopg
import pytest

from samenspel.config.database import Addresses
from samenspel.directory.models import Offer
from samenspel.networks.models import Organisation, Partner
from tests.directory.making import make_offer
from tests.factories import make_network, make_organisation
from tests.serving import serving

WITHIN_SECONDS = 1.0
HALF_SECOND = "0.5"


@pytest.fixture
def organisation(committed_db: Addresses) -> Organisation:
    """A partner of a public network with one offer."""
    organisation = make_organisation(network=make_network())
    make_offer(organisation, name="Eerste bezoek")
    return organisation


@pytest.fixture
def sites(committed_db: Addresses, organisation: Organisation) -> Iterator[list[str]]:
    """Two processes, each with its own knowledge of the offers."""
    with ExitStack() as running:
        yield [
            running.enter_context(serving(committed_db, FINDING_LOOK_EVERY_SECONDS=HALF_SECOND)) for _number in range(2)
        ]


def shows(site: str, name: str) -> bool:
    """Whether a search for a visit shows an offer with this name."""
    request = urllib.request.Request(f"{site}/zoeken/?q=bezoek", headers={"HX-Request": "true"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 -- our own address
        return name in answer.read().decode()


def until(true: Callable[[], bool]) -> float:
    """After how many seconds it is so; the test fails long after it should have been."""
    started = time.monotonic()
    while not true():
        assert time.monotonic() - started < 10 * WITHIN_SECONDS
        time.sleep(0.02)
    return time.monotonic() - started


def test_every_process_finds_a_change_within_a_second(
    sites: list[str], committed_db: Addresses, organisation: Organisation
) -> None:
    assert all(shows(site, "Eerste bezoek") for site in sites)
    offer = make_offer(organisation, name="Tweede bezoek")
    assert max(until(lambda site=site: shows(site, "Tweede bezoek")) for site in sites) < WITHIN_SECONDS  # type: ignore[misc]
    Offer.objects.filter(pk=offer.pk).update(state="closed", closed_at="2026-01-01T00:00Z", closed_because="owner")
    assert max(until(lambda site=site: not shows(site, "Tweede bezoek")) for site in sites) < WITHIN_SECONDS  # type: ignore[misc]
    with psycopg.connect(committed_db.owner) as by_hand:
        by_hand.execute("UPDATE directory_offer SET name = 'Derde bezoek' WHERE name = 'Eerste bezoek'")
    assert max(until(lambda site=site: shows(site, "Derde bezoek")) for site in sites) < WITHIN_SECONDS  # type: ignore[misc]
    Partner.objects.update(ended_on="2100-01-01")
    assert max(until(lambda site=site: not shows(site, "Derde bezoek")) for site in sites) < WITHIN_SECONDS  # type: ignore[misc]


def test_a_process_that_is_killed_loses_nothing(committed_db: Addresses, organisation: Organisation) -> None:
    with serving(committed_db, FINDING_LOOK_EVERY_SECONDS=HALF_SECOND) as site:
        assert shows(site, "Eerste bezoek")
        make_offer(organisation, name="Tweede bezoek")
    with serving(committed_db, FINDING_LOOK_EVERY_SECONDS=HALF_SECOND) as site:
        assert shows(site, "Tweede bezoek")
