"""A faulty feed is refused item by item, each with reasons and places; what is good comes in."""

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command

from samenspel.api.models import HsdsImport
from samenspel.config.database import Addresses
from samenspel.directory.models import Offer
from samenspel.networks.models import Network, Organisation
from tests.api.importing.feeds import Feed, feed_file, organization, run_import, service, uuid_of
from tests.factories import make_network

BSN = "111222333"


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ({"name": None}, "/name", "name_missing"),
        ({"name": " \u202e "}, "/name", "name_missing"),
        ({"name": 7}, "/name", "type"),
        ({"id": None}, "/id", "id_missing"),
        ({"id": 12}, "/id", "type"),
        ({"id": "x" * 201}, "/id", "id_missing"),
        ({"description": ["a"]}, "/description", "type"),
        ({"minimum_age": "twaalf"}, "/minimum_age", "type"),
        ({"minimum_age": True}, "/minimum_age", "type"),
        ({"languages": "nl"}, "/languages", "type"),
        ({"languages": [{"code": "nl"}, 3]}, "/languages/1", "type"),
        (
            {"service_at_locations": [{"location": {"latitude": "52"}}]},
            "/service_at_locations/0/location/latitude",
            "type",
        ),
        ({"organization": []}, "/organization", "type"),
        ({"status": "open"}, "/status", "status_unknown"),
        ({"organization_id": uuid_of(99)}, "/organization_id", "organisation_unknown"),
        ({"organization_id": None}, "/organization_id", "organisation_missing"),
        ({"description": f"Mijn nummer is {BSN}."}, "/description", "bsn"),
        ({"application_process": f"Bel met {BSN[:3]}.{BSN[3:6]}.{BSN[6:]}"}, "/application_process", "bsn"),
    ],
)
def test_one_bad_service_among_good_ones(
    network: Network, tmp_path: Path, fields: dict[str, Any], pointer: str, code: str
) -> None:
    done = run_import(tmp_path, feed_file(tmp_path, service(1), service(2, **fields), service(3)))
    assert (done.code, done.counts) == (3, {"read": 3, "new": 2, "refused": 1})
    assert done.item(2)["outcome"] == "refused"
    assert done.codes(2)[pointer] == code
    assert f"{pointer}: " in done.out
    assert BSN not in done.out + json.dumps(done.report["items"][-1]["notes"])
    assert Offer.objects.count() == 2


def test_a_possible_bsn_is_not_even_kept_until_it_is_refused(network: Network, feed: Feed, tmp_path: Path) -> None:
    told = service(1, description=f"Nummer {BSN}", name=f"{BSN}", phones=[{"number": BSN}], contacts=[{"name": BSN}])
    feed.plan(services=[told], total=2)
    assert run_import(tmp_path, feed.address).code == 1
    assert BSN not in json.dumps(HsdsImport.objects.get().items.get(entity="services").listed)
    done = run_import(tmp_path, feed.address, "--accept-fewer")
    assert done.codes(1) == {
        "/description": "bsn",
        "/name": "bsn",
        "/contacts/0/name": "bsn",
        "/phones/0/number": "phone_wrong",
    }


def test_all_wrong_fields_of_a_service_are_named_at_once(network: Network, tmp_path: Path) -> None:
    done = run_import(tmp_path, feed_file(tmp_path, service(1, name=[], email=3, fees={})))
    assert done.codes(1) == {"/name": "type", "/email": "type", "/fees": "type"}
    assert done.counts == {"read": 1, "refused": 1}
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("thing", [None, "tekst", 3, [], {}])
def test_things_that_are_no_service(network: Network, tmp_path: Path, thing: Any) -> None:
    done = run_import(tmp_path, feed_file(tmp_path, service(1), thing))
    assert (done.code, done.counts) == (3, {"read": 2, "new": 1, "refused": 1})


def test_the_second_time_of_an_id_is_refused(network: Network, tmp_path: Path) -> None:
    told = [service(1), service(2), service(1, name="Een andere naam")]
    done = run_import(tmp_path, feed_file(tmp_path, *told))
    assert (done.code, done.counts) == (3, {"read": 3, "new": 2, "refused": 1})
    assert done.codes(3)["/id"] == "id_again"


def test_an_organisation_that_cannot_be_takes_its_services_along(network: Network, tmp_path: Path) -> None:
    other = service(2, organization_id=uuid_of(50), organization={"id": uuid_of(50), "name": 5})
    done = run_import(tmp_path, feed_file(tmp_path, service(1), other))
    assert done.counts == {"read": 2, "new": 1, "refused": 1}
    assert done.codes(2) == {"/organization/name": "type"}
    listed = [organization(), organization(id=uuid_of(50), name="")]
    done = run_import(tmp_path, feed_file(tmp_path, service(3, organization_id=uuid_of(50)), organizations=listed))
    assert done.codes(1)["/organization"] == "organisation_refused"


def test_a_circle_of_terms_is_refused_and_named(network: Network, tmp_path: Path) -> None:
    terms = [
        {"id": "a", "name": "Hulp", "parent_id": "b"},
        {"id": "b", "name": "Zorg", "parent_id": "a"},
        {"id": "c", "name": "Onder een kring", "parent_id": "a"},
        {"id": "d", "name": "Zelf", "parent_id": "d"},
    ]
    told = service(1, attributes=[{"id": "x", "taxonomy_term_id": "a"}, {"id": "y", "taxonomy_term_id": "weg"}])
    done = run_import(tmp_path, feed_file(tmp_path, told, taxonomy_terms=terms))
    assert done.code == 3
    assert done.counts == {"read": 1, "new": 1}
    circles = [
        note["text"] for one in done.report["items"] if one["entity"] == "taxonomy_terms" for note in one["notes"]
    ]
    assert [text.rsplit(": ", 1)[1] for text in circles] == [
        "Hulp > Zorg > Hulp.",
        "Zorg > Hulp > Zorg.",
        "Zelf > Zelf.",
    ]
    assert done.codes(1)["/attributes/0/taxonomy_term"] == "term_refused"
    assert done.codes(1)["/attributes/1/taxonomy_term_id"] == "term_unknown"


def test_what_cannot_be_stored_at_all_does_no_harm(network: Network, tmp_path: Path) -> None:
    path = feed_file(tmp_path, service(1, description="Eten\x00 \ud800en praten"), service(2, maximum_age=float("inf")))
    path.write_text(path.read_text().replace("Infinity", "1e999"))
    done = run_import(tmp_path, path)
    assert (done.code, done.counts) == (0, {"read": 2, "new": 2})
    assert Offer.objects.get(pk=uuid_of(1)).description == "Eten en praten"


def test_a_name_beyond_all_measure_is_cut_and_said(network: Network, tmp_path: Path) -> None:
    done = run_import(tmp_path, feed_file(tmp_path, service(1, name="samen " * 20_000, description="<b>a</b>" * 9_000)))
    assert done.code == 0
    offer = Offer.objects.get()
    assert (offer.name[-7:], len(offer.description)) == ("samen…", 2000) or len(offer.name) <= 100
    assert done.codes(1)["/name"] == "cut"


def test_a_rehearsal_tells_and_changes_nothing(network: Network, tmp_path: Path) -> None:
    source = feed_file(tmp_path, service(1), service(2, name=None))
    done = run_import(tmp_path, source, "--rehearse")
    assert (done.code, done.counts) == (3, {"read": 2, "new": 1, "refused": 1})
    assert "Dit was een proef" in done.out
    assert not HsdsImport.objects.exists()
    assert not Offer.objects.exists()
    assert not Organisation.objects.exists()


def test_a_network_that_is_not_there(network: Network, tmp_path: Path) -> None:
    done = run_import(tmp_path, feed_file(tmp_path, service(1)), network="weg")
    assert (done.code, done.said) == (1, "Er is geen netwerk weg.")


def test_a_report_that_cannot_be_written_is_said_before_anything_happens(network: Network, tmp_path: Path) -> None:
    source = feed_file(tmp_path, service(1))
    with pytest.raises(CommandError, match="Er is geen map"):
        call_command("import_hsds", str(source), "--network", "proef", "--report", str(tmp_path / "weg" / "r.json"))
    assert not Offer.objects.exists()


def test_a_source_is_read_by_one_at_a_time(committed_db: Addresses, tmp_path: Path) -> None:
    make_network(slug="proef")
    source = feed_file(tmp_path, service(1))
    with psycopg.connect(committed_db.application) as other:
        other.execute("SELECT pg_advisory_lock(hashtextextended(%s, 3))", [str(source.resolve())])
        done = run_import(tmp_path, source)
    assert (done.code, done.said) == (1, "Deze bron wordt op dit moment al ingelezen. Er is niets ingelezen.")
    assert run_import(tmp_path, source).code == 0
