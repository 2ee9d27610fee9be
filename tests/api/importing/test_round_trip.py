"""Export, import into an empty installation, export: the same bytes. Over the real commands, on two databases."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from samenspel.api.models import HsdsOrigin
from samenspel.config import database
from samenspel.config.demonstration import load_once
from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation
from samenspel.places.models import Area
from tests.api.importing.feeds import run_import
from tests.api.making import EVERYTHING
from tests.conftest import own_database
from tests.directory.making import make_offer
from tests.factories import make_network

FILES = ("organizations.json", "services.json", "taxonomies.json", "taxonomy_terms.json")


@pytest.fixture
def two_databases(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_blocker: DjangoDbBlocker, django_db_setup: None
) -> Iterator[tuple[database.EmbeddedPostgres, str]]:
    with django_db_blocker.unblock():
        yield postgres, empty_database


def export(to: Path, network: str = "meerlinden") -> Path:
    call_command("export_hsds", "--network", network, "--to", str(to), stdout=io.StringIO(), stderr=io.StringIO())
    return to


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def difference(one: Path, other: Path) -> list[str]:
    """The first lines that differ, for who reads a failure."""
    return [
        f"{name}: {left}\n{right}"
        for name in FILES
        for left, right in zip(
            (one / name).read_text().splitlines(), (other / name).read_text().splitlines(), strict=False
        )
        if left != right
    ][:2]


def test_the_demo_network_comes_back_byte_for_byte(
    two_databases: tuple[database.EmbeddedPostgres, str], tmp_path: Path
) -> None:
    postgres, template = two_databases
    with own_database(postgres, template):
        load_once(organisations=37)
        before = export(tmp_path / "before")
        one_file = export(tmp_path / "before.json")
    with own_database(postgres, template):
        call_command("import_meerlinden", stdout=io.StringIO())
        make_network(slug="meerlinden")
        done = run_import(tmp_path, before, network="meerlinden")
        assert (done.code, done.counts["new"], done.counts.get("drafts")) == (0, done.counts["read"], None)
        assert done.counts["new"] == Offer.objects.count() == 150
        after = export(tmp_path / "after")
        assert difference(before, after) == []
        assert bytes_of(after) == bytes_of(before)
        again = run_import(tmp_path, one_file, "--source-name", str(before.resolve()), network="meerlinden")
        assert again.counts == {"read": done.counts["read"], "unchanged": done.counts["read"]}
        assert export(tmp_path / "after.json").read_bytes() == one_file.read_bytes()


STRANGE: list[dict[str, Any]] = [
    {"description": "<b>Geen</b> &amp; wel  twee spaties,\nen < 18 jaar.", "conditions": " Een spatie.\n\n\nEinde"},
    {"address": "Bij de kerk", "longitude": -0.12, "latitude": 51.5, "times": "na afspraak"},
    {"longitude": 5.0, "latitude": 52.0, "languages": ["ber", "nl", "ar"], "kinds": ["odd-jobs", "social-visiting"]},
    {"contact_phone": "0900 1234 (gratis)", "cost": "€ 2,50 per keer", "wishes": "Fijn als u\nvan <koken> houdt."},
    {"form": "remote", "provider": "professional", "target_groups": ["women", "older"], "day_parts": ["evening"]},
]  # fmt: skip


def test_everything_that_an_offer_can_say_comes_back(network: Network, tmp_path: Path) -> None:
    now = clock.now()
    Area.objects.create(code="GM9999", kind="municipality", name="Elders", name_key="elders", latest_year=2024)
    owner = Organisation.objects.create(
        slug="eigen-adres", name="Stichting “Samen” & meer", kind="citizen_initiative", contact_name="Bo",
        kvk="12345678", what_we_do="Wij <3 soep.", what_we_offer="Zaal\nen keuken", what_we_need="2  stoelen",
        area_id="GM9999", contact_phone="0300 123 456", contact_email="bo@voorbeeld.test", website="https://voorbeeld.test/?a=1&b=2",
    )  # fmt: skip
    owner.partnerships.create(network=network)
    rich = EVERYTHING | {"capacity_changed_at": now, "unsaved_at": now}
    make_offer(owner, **rich)
    for values in STRANGE:
        make_offer(owner, **values)
    make_offer(owner, capacity="waiting", waiting_weeks=3, capacity_changed_at=now, slug="eigen-naam")
    make_offer(owner, capacity="room", capacity_changed_at=now)
    before = export(tmp_path / "before", "proef")
    Offer.objects.all().delete()
    Organisation.objects.all().delete()
    done = run_import(tmp_path, before)
    assert (done.code, done.counts) == (0, {"read": 8, "new": 8})
    assert difference(before, export(tmp_path / "after", "proef")) == []
    assert bytes_of(tmp_path / "after") == bytes_of(before)
    assert run_import(tmp_path, before).counts == {"read": 8, "unchanged": 8}


def test_our_own_export_changes_nothing_where_it_came_from(network: Network, tmp_path: Path) -> None:
    owner = Organisation.objects.create(slug="eten", name="Samen Eten", kind="welfare")
    owner.partnerships.create(network=network)
    offer = make_offer(owner)
    exported = export(tmp_path / "export", "proef")
    assert run_import(tmp_path, exported).counts == {"read": 1, "unchanged": 1}
    Offer.objects.filter(pk=offer.pk).update(cost="1 euro")
    done = run_import(tmp_path, exported)
    assert (done.code, done.counts) == (3, {"read": 1, "refused": 1})
    assert Offer.objects.get().cost == "1 euro"
    assert not HsdsOrigin.objects.exists()
