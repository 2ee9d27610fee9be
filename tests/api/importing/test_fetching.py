"""A feed that stops, errs or contradicts itself: one clear sentence, nothing imported, and going on where it was."""

from pathlib import Path

import pytest

from samenspel.api.models import HsdsImport
from samenspel.directory.models import Offer
from samenspel.networks.models import Network, Organisation
from tests.api.importing.feeds import Feed, run_import, service, services

ALL_IN = {"read": 7, "new": 7}


def nothing_came() -> bool:
    return not Offer.objects.exists() and not Organisation.objects.exists()


def test_pages_come_in_with_a_bar_for_each_part(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(7))
    done = run_import(tmp_path, feed.address)
    assert (done.code, done.counts) == (0, ALL_IN)
    assert "100 % 7 gelezen: diensten" in done.err
    assert "Diensten: 7 gelezen: 7 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd." in done.out


def test_500_on_page_3_is_said_and_the_next_run_goes_on_there(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(7), faults={"services?page=3": {"status": 500}})
    done = run_import(tmp_path, feed.address)
    assert done.code == 1
    assert "geen antwoord bij services, pagina 3: fout 500. 4 keer geprobeerd." in done.said
    assert "Er is niets ingelezen." in done.said
    assert nothing_came()
    assert feed.asked().count("services?page=3") == 4
    feed.plan(services=services(7))
    again = run_import(tmp_path, feed.address)
    assert (again.code, again.counts) == (0, ALL_IN)
    assert feed.asked() == ["services?page=3", "services?page=4"]
    assert "Wij gaan verder waar het lezen stopte." in again.err


def test_a_connection_that_breaks_is_tried_again(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(3), faults={"services?page=2": {"break": True}})
    done = run_import(tmp_path, feed.address, "--tries", "2")
    assert (done.code, feed.asked().count("services?page=2")) == (1, 2)
    assert "de verbinding brak af" in done.said
    assert nothing_came()


def test_details_go_on_where_they_stopped(network: Network, feed: Feed, tmp_path: Path) -> None:
    listed = [service(number, languages=None) for number in range(1, 6)]
    details = {one["id"]: one | {"languages": [{"id": "x", "code": "tr"}]} for one in listed}
    silent = [f"services/{one['id']}" for one in listed[2:]]
    feed.plan(services=listed, details=details, faults={one: {"status": 503} for one in silent})
    done = run_import(tmp_path, feed.address, "--tries", "1")
    assert (done.code, "geen antwoord op vragen naar één dienst. Zie --lists-only." in done.said) == (1, True)
    assert nothing_came()
    feed.plan(services=listed, details=details)
    feed.asked()
    assert run_import(tmp_path, feed.address).code == 0
    assert feed.asked() == silent
    assert {language for (language,) in Offer.objects.values_list("languages", flat=True)} == {"tr"}


def test_one_page_of_a_service_that_fails_is_noted_and_the_list_is_used(
    network: Network, feed: Feed, tmp_path: Path
) -> None:
    listed = [service(number, languages=None) for number in (1, 2)]
    feed.plan(services=listed, faults={f"services/{listed[0]['id']}": {"status": 500}})
    done = run_import(tmp_path, feed.address, "--tries", "1")
    assert (done.code, done.counts) == (0, {"read": 2, "new": 2})
    assert done.codes(1)[""] == "detail_missing"
    assert "" not in done.codes(2)


def test_lists_only_asks_no_page_of_a_service(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=[service(number, languages=None) for number in (1, 2, 3)])
    assert run_import(tmp_path, feed.address, "--lists-only").counts == {"read": 3, "new": 3}
    assert not any(one.startswith("services/") for one in feed.asked())


def test_a_source_that_does_not_know_full_lists_is_asked_without(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(3), refuses="full")
    assert run_import(tmp_path, feed.address).counts == {"read": 3, "new": 3}


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"instead": {"3": 2}}, "dezelfde of een andere pagina dan gevraagd"),
        ({"total": 9}, "De bron zegt 9 diensten te hebben en gaf er 7."),
        ({"faults": {"services?page=2": {"body": "<html>"}}}, "geeft geen leesbare JSON"),
        ({"faults": {"services?page=2": {"body": "[" * 100_000}}}, "geeft geen leesbare JSON"),
        ({"faults": {"services?page=2": {"body": '{"data": []}'}}}, "geen lijst zoals HSDS die kent"),
        ({"faults": {"services?page=2": {"status": 403}}}, "De bron weigert: fout 403"),
        ({"faults": {"services?page=2": {"spaces": 40 * 2**20}}}, "is groter dan 32 MB"),
        ({"faults": {"services?page=1": {"location": "services?page=1"}}}, "stuurt te vaak door"),
        ({"faults": {"services?page=1": {"status": 404}}}, "geen lijst van diensten"),
        ({"version": "2.0.1"}, "HSDS 2.0.1"),
    ],
)
def test_a_feed_that_cannot_be_trusted_is_one_sentence(
    network: Network, feed: Feed, tmp_path: Path, plan: dict[str, object], said: str
) -> None:
    feed.plan(services=services(7), **plan)
    done = run_import(tmp_path, feed.address, "--tries", "1")
    assert done.code == 1
    assert said in done.said
    assert nothing_came()


def test_fewer_than_claimed_can_be_accepted(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(7), total=9)
    assert run_import(tmp_path, feed.address).code == 1
    done = run_import(tmp_path, feed.address, "--accept-fewer")
    assert (done.code, done.counts) == (0, ALL_IN)
    assert "De bron zegt 9 diensten te hebben en gaf er 7." in done.out


def test_a_feed_that_changes_while_it_is_read_begins_anew(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(7), faults={"services?page=3": {"status": 500}})
    assert run_import(tmp_path, feed.address, "--tries", "1").code == 1
    feed.plan(services=services(8))
    done = run_import(tmp_path, feed.address)
    assert "De bron zei eerst 7 diensten en nu 8" in done.said
    assert not HsdsImport.objects.exists()
    assert run_import(tmp_path, feed.address).counts == {"read": 8, "new": 8}


def test_anew_forgets_what_was_read(network: Network, feed: Feed, tmp_path: Path) -> None:
    feed.plan(services=services(7), faults={"services?page=4": {"status": 500}})
    run_import(tmp_path, feed.address, "--tries", "1")
    feed.plan(services=services(7))
    feed.asked()
    assert run_import(tmp_path, feed.address, "--anew").counts == ALL_IN
    assert "services?page=1" in feed.asked()


def test_nobody_answers_at_all(network: Network, tmp_path: Path) -> None:
    done = run_import(tmp_path, "http://127.0.0.1:9/", "--tries", "2")
    assert (done.code, "geen verbinding. 2 keer geprobeerd." in done.said) == (1, True)


@pytest.mark.parametrize(
    "source", ["ftp://voorbeeld.test/", "http://", "http://a:b@127.0.0.1/", "weg.json", "http://[::"]
)
def test_a_source_that_is_none_is_said(network: Network, tmp_path: Path, source: str) -> None:
    done = run_import(tmp_path, source)
    assert done.code == 1
    assert done.said.endswith("Er is niets ingelezen.")


def test_only_what_an_offer_shows_waits_in_the_staging_table(network: Network, feed: Feed, tmp_path: Path) -> None:
    told = service(1, assurer_email="jan@voorbeeld.test", contacts=[{"id": "c", "name": "An", "title": "Hoofd"}])
    feed.plan(services=[told], total=2)
    assert run_import(tmp_path, feed.address, "--tries", "1").code == 1
    kept = HsdsImport.objects.get().items.get(entity="services").listed
    assert set(kept) == {"id", "name", "description", "status", "organization_id", "languages", "contacts"}
    assert kept["contacts"] == [{"name": "An"}]
