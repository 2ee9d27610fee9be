"""Take over municipalities, districts or neighbourhoods from official GeoJSON (CBS, PDOK)."""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from samenspel.places import actions
from samenspel.places.actions import Origin
from samenspel.places.management.importing import ImportCommand
from samenspel.places.rules import AreaKind


class Command(ImportCommand):
    """One file holds one layer of one year; both are read from the file where it says so."""

    help = "Import areas with outlines and figures from official GeoJSON; may be repeated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--kind", type=AreaKind, choices=list(AreaKind), help="layer, seen from the file itself")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        path: Path = options["file"]
        origin = self.origin(options)
        # Only a last resort: a year inside the file counts first, see `year_in_name`.
        origin = Origin(origin.source, origin.published_by, origin.year, year_in_name(path))
        self.bring_in(
            path,
            lambda stream, progress: actions.import_areas(
                stream, origin=origin, kind=options["kind"], progress=progress
            ),
        )


def year_in_name(path: Path) -> int | None:
    """The year in a file name such as `nl_wijken_2022_kerncijfers.geojson`, when there is exactly one."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", path.stem))
    return int(years.pop()) if len(years) == 1 else None
