"""Foreign feeds for tests: believable services, a server of them, and the command that imports."""

import io
import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management import CommandError, call_command

ORUK = Path(__file__).resolve().parents[4] / "shared" / "data" / "oruk"
HSDS = ORUK.parent / "hsds" / "examples"
_numbers = itertools.count(1)
ORGANISATION_ID = "0b9f4c11-8f1d-4a54-9d1b-6f3f4d1c0001"


def uuid_of(number: int) -> str:
    return str(UUID(int=0x7E57_0000_0000_4000_8000_0000_0000_0000 + number))


def organization(**fields: Any) -> dict[str, Any]:
    told = {"id": ORGANISATION_ID, "name": "Stichting Samen Eten", "description": "Wij koken met buren."}
    return told | fields


def service(number: int, **fields: Any) -> dict[str, Any]:
    """A service that can come in; `None` leaves a field out."""
    told = {
        "id": uuid_of(number),
        "name": f"Boodschappen voor ouderen {number}",
        "description": "Een vrijwilliger doet boodschappen voor ouderen in de buurt.",
        "status": "active",
        "organization_id": ORGANISATION_ID,
        "languages": [{"id": uuid_of(9000), "code": "nl"}],
    }
    return {name: value for name, value in (told | fields).items() if value is not None}


def services(many: int) -> list[dict[str, Any]]:
    return [service(number) for number in range(1, many + 1)]


@dataclass
class Feed:
    """One feed of the server: what it plans to answer, where it is, what it was asked."""

    folder: Path
    server: str
    name: str

    @property
    def address(self) -> str:
        return f"{self.server}/{self.name}"

    def plan(self, **plan: Any) -> None:
        told = {"organizations": [organization()], "services": [], "per_page": 2} | plan
        (self.folder / f"{self.name}.json").write_text(json.dumps(told))

    def asked(self) -> list[str]:
        """What was asked since the last time."""
        path = self.folder / f"{self.name}.asked"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines


def feed_file(folder: Path, *told: Any, **lists: Any) -> Path:
    """A feed in one file, with the organisation of `service`."""
    path = folder / f"feed-{next(_numbers)}.json"
    path.write_text(json.dumps({"organizations": [organization()], "services": list(told)} | lists))
    return path


@dataclass
class Done:
    """How an import ended: exit code, what it said, and the report."""

    code: int
    out: str
    err: str
    said: str
    report: dict[str, Any]

    @property
    def counts(self) -> dict[str, int]:
        """Of services, without zeros."""
        return {name: number for name, number in self.report["counts"]["services"].items() if number}

    def codes(self, number: int) -> dict[str, str]:
        """Of one service: pointer and code of every note."""
        item = self.item(number)
        return {note["pointer"]: note["code"] for note in item["notes"]}

    def item(self, number: int) -> dict[str, Any]:
        return next(one for one in self.report["items"] if one["entity"] == "services" and one["number"] == number)


def run_import(folder: Path, source: Path | str, *options: str, network: str = "proef") -> Done:
    """Run the command; a feed that cannot be read is code 1, some refused is code 3."""
    out, err, path = io.StringIO(), io.StringIO(), folder / "report.json"
    path.unlink(missing_ok=True)
    code, said = 0, ""
    try:
        call_command(
            "import_hsds", str(source), "--network", network, "--report", str(path), "--pause", "0.01", *options,
            stdout=out, stderr=err,
        )  # fmt: skip
    except CommandError as ended:
        code, said = ended.returncode, str(ended)
    report = json.loads(path.read_text()) if path.exists() else {}
    return Done(code=code, out=out.getvalue(), err=err.getvalue(), said=said, report=report)
