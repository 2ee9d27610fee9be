"""How the HSDS door behaves: what it refuses and how, other websites, caches, few queries."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenspel.directory.models import Offer
from samenspel.networks.models import Organisation
from tests.api.making import EVERYTHING, fill
from tests.cast import Cast
from tests.directory.making import make_offer
from tests.factories import make_organisation

BAD = [
    "page=0", "page=-1", "page=x", "page=", "page=1.0", "page=99999999999999999999999", "page=٣", "per_page=0",
    "per_page=501", "per_page=x", "format=xml", "full=ja", "minimal=2", "modified_after=gisteren",
    "modified_after=2026-13-01", "modified_after=", "modified_after=9999-12-31T23:59:59-23:59", "taxonomy_term_id=abc",
    "taxonomy_id=1", "organization_id=x", "search=%00", "search=%0a", f"search={'x' * 201}", "postcode=1211AB",
]  # fmt: skip
ADDRESSES = ["", "services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms", "openapi.json"]


@pytest.fixture
def offers(cast: Cast) -> list[Offer]:
    return fill(cast, plain=1)


@pytest.mark.parametrize("query", BAD)
def test_a_parameter_that_cannot_be_understood_is_refused_by_name(client: Client, db: None, query: str) -> None:
    answer = client.get(f"/hsds/services?{query}")
    told = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert told["parameter"] == query.partition("=")[0]
    assert told["detail"].endswith(".")


def test_a_parameter_of_somebody_else_is_passed_over(client: Client, db: None) -> None:
    assert client.get("/hsds/services?utm_source=mail").status_code == 200


@pytest.mark.parametrize("name", ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"])
@pytest.mark.parametrize("key", ["x", "0190d3b0-0000-7000-8000-000000000000", "../services", "%00", "a/b"])
def test_an_id_that_is_nobodys_is_not_found(client: Client, db: None, name: str, key: str) -> None:
    answer = client.get(f"/hsds/{name}/{key}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_an_address_with_a_slash_too_many_is_shown_the_way(client: Client, db: None) -> None:
    answer = client.get("/hsds/services/?page=2")
    assert (answer.status_code, answer["Location"]) == (301, "/hsds/services?page=2")
    assert client.get("/hsds").status_code == 301


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_one_can_only_read(db: None, address: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"/hsds/{address}")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_website_elsewhere_may_read_it(client: Client, db: None, address: str) -> None:
    asked = client.options(f"/hsds/{address}", headers={"Origin": "https://elders.example"})
    assert (asked.status_code, asked.content) == (204, b"")
    for answer in (asked, client.get(f"/hsds/{address}")):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer


def test_what_did_not_change_is_not_sent_again(client: Client, offers: list[Offer]) -> None:
    for address in ("/hsds/services", f"/hsds/services/{offers[0].pk}", "/n/meerlinden/hsds/organizations"):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
        assert "max-age" in first["Cache-Control"]
        assert first["Access-Control-Allow-Origin"] == again["Access-Control-Allow-Origin"] == "*"
    Organisation.objects.update(what_we_do="Iets anders.")
    assert client.get("/hsds/services", headers={"If-None-Match": client.get("/hsds/")["ETag"]}).status_code == 200
    changed = client.get("/hsds/organizations", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_the_language_of_the_reader_changes_nothing(client: Client, offers: list[Offer]) -> None:
    for address in ("services?full=true", "organizations?full=true", "taxonomy_terms?per_page=500"):
        dutch = client.get(f"/hsds/{address}", headers={"Accept-Language": "nl"}).content
        assert client.get(f"/hsds/{address}", headers={"Accept-Language": "en"}).content == dutch


def test_the_json_is_canonical(client: Client, offers: list[Offer]) -> None:
    body = client.get("/hsds/services?full=true").content
    told = json.loads(body)
    again = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    assert body == again


LISTS = [
    "services", "services?full=true", "services?minimal=true", "organizations", "organizations?full=true",
    "organizations?full=true&full_service=true", "service_at_locations", "service_at_locations?full=true",
]  # fmt: skip


@pytest.mark.parametrize("asked", LISTS)
def test_many_offers_ask_no_more_queries_than_one(
    client: Client, cast: Cast, asked: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    told: dict[str, Any] = EVERYTHING | {"own_mark": "", "unsaved": None, "capacity": "unknown", "free_places": None}
    make_offer(cast.huisvriend, **told)
    with django_assert_max_num_queries(8) as first:
        client.get(f"/n/meerlinden/hsds/{asked}")
    for _more in range(3):
        make_offer(make_organisation(network=cast.meerlinden), **told)
    with django_assert_max_num_queries(len(first.captured_queries)):
        client.get(f"/n/meerlinden/hsds/{asked}")
