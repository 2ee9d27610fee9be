"""Take over where postcodes lie: CBS `pc6hnr`, or a table of four-digit postcodes."""

from pathlib import Path
from typing import Any

from samenspel.places import actions
from samenspel.places.management.importing import ImportCommand


class Command(ImportCommand):
    """The header of the file tells which of the known postcode files it is."""

    help = "Import postcodes with the neighbourhoods they lie in; may be repeated."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        path: Path = options["file"]
        origin = self.origin(options)
        self.bring_in(path, lambda stream, progress: actions.import_postcodes(stream, origin=origin, progress=progress))
