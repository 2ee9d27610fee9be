"""A whole network as files: complete, the same bytes every time, and only for who keeps the network."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.http import StreamingHttpResponse

from samenspel.audit.models import Entry
from samenspel.directory.models import Offer
from tests.api.making import HIDDEN, fill
from tests.api.official import faults, needs_schemas
from tests.cast import Cast, as_person

LISTS = {"organizations", "services", "taxonomies", "taxonomy_terms"}


@pytest.fixture
def offers(cast: Cast) -> list[Offer]:
    return fill(cast, plain=1)


def export(to: Path, *, network: str = "meerlinden") -> str:
    out = StringIO()
    call_command("export_hsds", f"--network={network}", f"--to={to}", stdout=out, stderr=StringIO())
    return out.getvalue()


def read(path: Path) -> Any:
    return json.loads(path.read_bytes())


def test_a_folder_holds_four_files_with_the_whole_network(offers: list[Offer], tmp_path: Path) -> None:
    assert "Netwerk Meerlinden" in export(tmp_path / "new" / "folder")
    files = {path.stem: read(path) for path in (tmp_path / "new" / "folder").iterdir()}
    assert set(files) == LISTS
    partners = {"Stichting Huisvriend", "Welzijn Meerlinden"}
    assert {one["id"] for one in files["services"]} == {
        str(one.pk) for one in offers if one.organisation.name in partners
    }
    assert {one["name"] for one in files["organizations"]} > partners
    assert HIDDEN not in (tmp_path / "new" / "folder" / "services.json").read_text()


def test_one_file_holds_the_same(offers: list[Offer], tmp_path: Path) -> None:
    export(tmp_path / "network.json")
    export(tmp_path)
    whole = read(tmp_path / "network.json")
    assert set(whole) == LISTS
    assert {name: read(tmp_path / f"{name}.json") for name in LISTS} == whole


@needs_schemas
def test_everything_in_a_file_fits_the_official_schema(offers: list[Offer], tmp_path: Path) -> None:
    export(tmp_path / "network.json")
    whole = read(tmp_path / "network.json")
    assert [fault for name in LISTS for one in whole[name] for fault in faults(one, of=name, as_="one")] == []


def test_the_same_network_gives_the_same_bytes_at_any_address(
    offers: list[Offer], tmp_path: Path, settings: Any
) -> None:
    export(tmp_path / "first.json")
    settings.SITE_ADDRESS = "https://elders.example"
    Offer.objects.filter(pk=offers[0].pk).update(area_codes=["GM9999"], days=["mon", "wed"], languages=["ar", "nl"])
    export(tmp_path / "again.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "again.json").read_bytes()
    assert (tmp_path / "first.json").read_bytes().endswith(b"\n")
    assert b"elders.example" not in (tmp_path / "again.json").read_bytes()


def test_an_empty_network_gives_empty_lists(cast: Cast, tmp_path: Path) -> None:
    export(tmp_path / "network.json", network="oeverland")
    assert read(tmp_path / "network.json")["services"] == []


def test_what_cannot_be_written_is_said_and_leaves_the_old_file(offers: list[Offer], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CommandError, match="niet gelukt"):
        export(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
    with pytest.raises(CommandError, match="geen netwerk"):
        export(tmp_path / "x", network="nergens")
    assert not (tmp_path / "x").exists()


def test_a_coordinator_downloads_the_same_file_and_that_is_written_down(
    cast: Cast, offers: list[Offer], tmp_path: Path
) -> None:
    export(tmp_path / "network.json")
    answer = as_person(cast.marjan).get("/n/meerlinden/partners/bestand/")
    assert isinstance(answer, StreamingHttpResponse)
    assert answer.getvalue() == (tmp_path / "network.json").read_bytes()
    assert "meerlinden-hsds.json" in answer["Content-Disposition"]
    line = Entry.objects.get(event="api.network.exported")
    assert (line.action, line.user_id) == ("E", cast.marjan.pk)


@pytest.mark.parametrize("name", ["henk", "karin", "ria"])
def test_others_do_not(cast: Cast, name: str) -> None:
    assert as_person(cast.people[name]).get("/n/meerlinden/partners/bestand/").status_code == 404
