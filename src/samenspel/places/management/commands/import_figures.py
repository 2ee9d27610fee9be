"""Take over figures of the RIVM health monitor about areas that are here already."""

from pathlib import Path
from typing import Any

from samenspel.places import actions
from samenspel.places.management.importing import ImportCommand


class Command(ImportCommand):
    """The year of every figure is in the file."""

    help = "Import figures about loneliness, informal care and health per area; may be repeated."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        path: Path = options["file"]
        origin = self.origin(options)
        self.bring_in(path, lambda stream, progress: actions.import_figures(stream, origin=origin, progress=progress))
