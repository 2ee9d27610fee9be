"""The feeds of Open Referral UK come in whole: from their folders, and from a server that serves them in pages."""

import json
from pathlib import Path

import pytest

from samenspel.api.models import HsdsImport, HsdsImportItem
from samenspel.directory.models import Offer
from samenspel.networks.models import Network, Organisation, Partner
from tests.api.importing.feeds import HSDS, ORUK, Feed, run_import

pytestmark = pytest.mark.skipif(not ORUK.exists(), reason="needs the shared data")


def read(folder: str, name: str) -> dict[str, object]:
    told: dict[str, object] = json.loads((ORUK / folder / name).read_text())
    return told


def test_the_test_feed_comes_in_whole_from_its_folder(network: Network, tmp_path: Path) -> None:
    done = run_import(tmp_path, ORUK / "V3.0-UK-Test")
    assert (done.code, done.counts) == (0, {"read": 128, "new": 128})
    assert Offer.objects.filter(state="open").count() == 128
    assert Organisation.objects.get().name == "Example Organization Inc."
    assert Partner.objects.get().network == network
    again = run_import(tmp_path, ORUK / "V3.0-UK-Test")
    assert (again.code, again.counts) == (0, {"read": 128, "unchanged": 128})
    assert HsdsImportItem.objects.count() == 0
    assert HsdsImport.objects.filter(finished_at=None).count() == 0


@pytest.mark.parametrize("per_page", [7, 50])
def test_the_test_feed_comes_in_whole_over_http(network: Network, feed: Feed, tmp_path: Path, per_page: int) -> None:
    listed, full = read("V3.0-UK-Test", "service_list.json"), read("V3.0-UK-Test", "service_full.json")
    feed.plan(services=listed["contents"], details={str(full["id"]): full}, organizations=[], per_page=per_page)
    done = run_import(tmp_path, feed.address)
    assert (done.code, done.counts) == (0, {"read": 128, "new": 128})
    assert len({one["ownId"] for one in done.report["items"] if one["entity"] == "services"}) == 128
    again = run_import(tmp_path, feed.address)
    assert (again.code, again.counts) == (0, {"read": 128, "unchanged": 128})


def test_services_that_tell_too_little_become_drafts(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=read("V3.0-UK-Test", "service_list.json")["contents"], organizations=[], per_page=50)
    done = run_import(tmp_path, feed.address)
    assert (done.code, done.counts) == (0, {"read": 128, "new": 128, "drafts": 45})
    assert Offer.objects.filter(state="draft").count() == 45


@pytest.mark.parametrize("folder", [ORUK / "V3.0-UK-Default", HSDS])
def test_other_examples_come_in_too(network: Network, tmp_path: Path, folder: Path) -> None:
    done = run_import(tmp_path, folder)
    assert (done.code, done.counts) == (0, {"read": 1, "new": 1})
    offer = Offer.objects.get()
    assert (offer.name, offer.days, offer.day_parts) == (
        "Community Counselling",
        ["thu", "fri"],
        ["morning", "afternoon"],
    )
    assert offer.longitude is None
    assert done.codes(1)["/service_at_locations/0/location/latitude"] == "no_point"
    assert run_import(tmp_path, folder).counts == {"read": 1, "unchanged": 1}


def test_two_feeds_that_share_an_id_do_not_take_each_others_offers(network: Network, tmp_path: Path) -> None:
    run_import(tmp_path, ORUK / "V3.0-UK-Default")
    done = run_import(tmp_path, HSDS)
    assert done.counts == {"read": 1, "new": 1}
    assert done.codes(1)["/id"] == "id_ours"
    assert Offer.objects.count() == 2
    assert run_import(tmp_path, ORUK / "V3.0-UK-Default").counts == {"read": 1, "unchanged": 1}
