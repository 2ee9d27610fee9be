"""The acceptance list of HSDS over real HTTP: a real server, every page of every list, every real id."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from pytest_django.plugin import DjangoDbBlocker

from samenspel.config import database
from tests.api.making import HIDDEN, fill
from tests.api.official import LISTS, faults, needs_schemas
from tests.cast import make_cast
from tests.conftest import own_database
from tests.serving import serving

Json = dict[str, Any]
PLAIN = 12
IN_LISTS = {"taxonomy_terms": 40}
"""How many on a page when a list is walked; 3 unless it stands here."""
OF_THEIR_OWN = ("services", "organizations", "service_at_locations")


@dataclass(frozen=True)
class Door:
    """The read side of one server, below one address."""

    client: httpx.Client
    begin: str
    services: set[str]

    def get(self, path: str = "/", **parameters: Any) -> httpx.Response:
        return self.client.get(f"{self.begin}{path}", params=parameters)

    def told(self, path: str = "/", **parameters: Any) -> Json:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, (path, parameters, answer.text)
        told: Json = answer.json()
        return told

    def pages(self, name: str, **parameters: Any) -> Iterator[Json]:
        """Every page of a list, until the one that says it is the last."""
        number = 1
        while True:
            page = self.told(f"/{name}", page=number, **{"per_page": IN_LISTS.get(name, 3)} | parameters)
            yield page
            if page["last_page"]:
                return
            number += 1

    def everything(self, name: str, **parameters: Any) -> list[Json]:
        return [thing for page in self.pages(name, **parameters) for thing in page["contents"]]


@pytest.fixture(scope="module")
def doors(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, Door]]:
    """A server with offers in it: the door of all public networks, and that of one."""
    with django_db_blocker.unblock(), own_database(postgres, empty_database) as addresses:
        offers = fill(make_cast(), plain=PLAIN)
        here = {"Stichting Huisvriend", "Welzijn Meerlinden"}
        ids = {str(one.pk): one.organisation.name in here for one in offers}
        with serving(addresses) as site, httpx.Client(timeout=20) as client:
            of_one = {pk for pk, is_here in ids.items() if is_here}
            yield {
                "all": Door(client, f"{site}/hsds", set(ids)),
                "one": Door(client, f"{site}/n/meerlinden/hsds", of_one),
            }


@pytest.fixture(params=["all", "one"])
def door(doors: dict[str, Door], request: pytest.FixtureRequest) -> Door:
    found: Door = doors[request.param]
    return found


@pytest.fixture
def everywhere(doors: dict[str, Door]) -> Door:
    return doors["all"]


def test_the_beginning_says_which_version_and_where_it_is_described(door: Door) -> None:
    told = door.told("/")
    assert told["version"] == "3.1"
    assert told["openapi_url"] == f"{door.begin}/openapi.json"
    described = door.client.get(told["openapi_url"]).json()
    assert described["openapi"] == "3.1.0"
    assert described["servers"] == [{"url": door.begin}]
    assert {f"/{name}" for name in LISTS} | {f"/{name}/{{id}}" for name in LISTS} | {"/"} == set(described["paths"])


@needs_schemas
@pytest.mark.parametrize("name", LISTS)
def test_every_page_of_every_list_fits_the_official_schema(door: Door, name: str) -> None:
    things = door.everything(name)
    assert things
    assert [fault for one in things for fault in faults(one, of=name, as_="list")] == []


@needs_schemas
@pytest.mark.parametrize("name", LISTS)
def test_every_id_gives_a_thing_that_fits_the_official_schema(door: Door, name: str) -> None:
    for listed in door.everything(name):
        told = door.told(f"/{name}/{listed['id']}")
        assert told["id"] == listed["id"]
        assert faults(told, of=name, as_="one") == []


@needs_schemas
@pytest.mark.parametrize("name", OF_THEIR_OWN)
def test_a_full_list_gives_what_each_id_gives(door: Door, name: str) -> None:
    for one in door.everything(name, full="true"):
        assert one == door.told(f"/{name}/{one['id']}")


@needs_schemas
def test_organisations_with_full_services_fit_too(everywhere: Door) -> None:
    things = everywhere.everything("organizations", full="true", full_service="true")
    assert [fault for one in things for fault in faults(one, of="organizations", as_="one")] == []
    assert sum(len(one["services"]) for one in things) == len(everywhere.services)


@needs_schemas
def test_the_check_itself_sees_unknown_fields_and_wrong_types() -> None:
    told = {"id": "x", "name": 1, "status": "active", "colour": "red", "phones": [{"id": "x", "number": "1", "fax": 1}]}
    found = faults(told, of="services", as_="one")
    assert {"$.colour is unknown", "$.phones[0].fax is unknown"} <= set(found)
    assert any(fault.startswith("$.name") for fault in found)


@pytest.mark.parametrize("name", LISTS)
def test_the_pages_together_are_the_whole_list_once(door: Door, name: str) -> None:
    pages = list(door.pages(name))
    ids = [one["id"] for page in pages for one in page["contents"]]
    assert len(ids) == len(set(ids)) == pages[0]["total_items"]
    assert [page["page_number"] for page in pages] == list(range(1, pages[0]["total_pages"] + 1))
    assert [page["first_page"] for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [page["last_page"] for page in pages] == [False] * (len(pages) - 1) + [True]
    assert [page["size"] for page in pages] == [len(page["contents"]) for page in pages]


@pytest.mark.parametrize("name", LISTS)
def test_a_page_past_the_end_is_empty_and_not_the_last(door: Door, name: str) -> None:
    for number in (999, 10**9):
        page = door.told(f"/{name}", page=number)
        assert (page["empty"], page["contents"], page["size"]) == (True, [], 0)
        assert not page["last_page"]
        assert not page["first_page"]
        assert page["total_items"] > 0


def test_an_empty_list_is_one_empty_page(door: Door) -> None:
    page = door.told("/services", search="bestaatniet")
    shape = {"total_items": 0, "total_pages": 1, "page_number": 1, "size": 0, "contents": []}
    assert page == shape | {"first_page": True, "last_page": True, "empty": True}


def test_only_open_offers_of_present_partners_of_public_networks_go_out(door: Door) -> None:
    assert {one["id"] for one in door.everything("services")} == door.services
    whole = door.get("/services", full="true", per_page=500).text + door.get("/organizations", full="true").text
    assert HIDDEN not in whole
    assert "123456782" not in whole  # an RSIN is on no public page


def test_a_network_that_is_not_public_has_no_door(everywhere: Door) -> None:
    for slug in ("besloten", "nergens"):
        answer = everywhere.client.get(everywhere.begin.replace("/hsds", f"/n/{slug}/hsds/services"))
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_modified_after_takes_away_more_the_later_it_is(door: Door) -> None:
    moments = sorted(one["last_modified"] for one in door.everything("services"))
    sizes = [door.told("/services", modified_after=moment)["total_items"] for moment in moments]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == len(moments)
    assert all(size == sum(at >= moment for at in moments) for size, moment in zip(sizes, moments, strict=True))
    later = datetime.fromisoformat(moments[-1]) + timedelta(seconds=1)
    assert door.told("/services", modified_after=later.isoformat())["empty"]


def test_modified_after_reads_a_day_a_zone_and_a_plus_that_was_not_escaped(everywhere: Door) -> None:
    for moment in ("2020-01-01", "2020-01-01T00:00:00", "2020-01-01T00:00:00+02:00", "2020-01-01T00:00:00Z"):
        assert everywhere.told("/services", modified_after=moment)["total_items"] == len(everywhere.services)
    answer = everywhere.client.get(f"{everywhere.begin}/services?modified_after=2020-01-01T00:00:00+02:00")
    assert answer.json()["total_items"] == len(everywhere.services)


def test_minimal_gives_only_id_and_moment_all_on_one_page(door: Door) -> None:
    page = door.told("/services", minimal="true")
    assert {one["id"] for one in page["contents"]} == door.services
    assert all(set(one) == {"id", "last_modified"} for one in page["contents"])
    assert page["total_pages"] == 1


def test_room_is_told_wherever_the_organisation_said_it(everywhere: Door) -> None:
    told = [one["capacities"][0] for one in everywhere.everything("services", full="true") if "capacities" in one]
    by_code = {one["attributes"][0]["taxonomy_term"]["code"]: one["available"] for one in told}
    assert by_code == {"room": 3, "room-some": 1, "waiting": 0, "full": 0}
    weeks = [one["attributes"][1]["value"] for one in told if len(one["attributes"]) > 1]
    assert weeks == ["6"]


def _with_term(code: str) -> Callable[[Json], bool]:
    return lambda one: any(told["taxonomy_term"]["code"] == code for told in one.get("attributes", []))


@pytest.mark.parametrize("code", ["social-visiting", "older", "group", "remote", "both", "morning", "wishes"])
def test_a_term_finds_exactly_what_has_it(everywhere: Door, code: str) -> None:
    terms = {one["code"]: one["id"] for one in everywhere.everything("taxonomy_terms")}
    with_it = {one["id"] for one in everywhere.everything("services", full="true") if _with_term(code)(one)}
    found = everywhere.everything("services", taxonomy_term_id=terms[code])
    assert with_it
    assert {one["id"] for one in found} == with_it


def test_every_term_and_every_taxonomy_can_be_asked_for(everywhere: Door) -> None:
    for one in everywhere.everything("taxonomy_terms"):
        for name in OF_THEIR_OWN:
            everywhere.told(f"/{name}", taxonomy_term_id=one["id"], per_page=1)
    for one in everywhere.everything("taxonomies"):
        assert everywhere.everything("taxonomy_terms", taxonomy_id=one["id"])
        for name in OF_THEIR_OWN:
            everywhere.told(f"/{name}", taxonomy_id=one["id"], per_page=1)


def test_a_group_finds_what_is_below_it(everywhere: Door) -> None:
    terms = everywhere.everything("taxonomy_terms")
    kind = next(one for one in terms if one["code"] == "social-visiting")
    below = everywhere.everything("taxonomy_terms", parent_id=kind["parent_id"])
    assert kind["id"] in {one["id"] for one in below}
    top = everywhere.everything("taxonomy_terms", top_only="true")
    assert {one["id"] for one in top} == {one["id"] for one in terms if "parent_id" not in one}
    found = everywhere.everything("services", taxonomy_term_id=kind["parent_id"])
    assert {one["id"] for one in found} == everywhere.services


def test_search_and_organisation_narrow_down(everywhere: Door) -> None:
    cooking = everywhere.everything("services", search="samen KOKEN")
    assert [one["name"] for one in cooking] == ["Samen koken"]
    owner = cooking[0]["organization_id"]
    theirs = everywhere.everything("services", organization_id=owner)
    assert {one["organization"]["name"] for one in theirs} == {"Stichting Huisvriend"}
    assert [one["name"] for one in everywhere.everything("organizations", search="huisvriend")] == [
        "Stichting Huisvriend"
    ]
    assert everywhere.everything("services", search="belcontact")  # a kind, in no name
