"""What the three import commands share: opening the file, showing progress, saying what happened."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samenspel.lib.progress import Progress
from samenspel.places import words
from samenspel.places.actions import Origin, Outcome
from samenspel.places.faults import BadFileError

Importer = Callable[[BinaryIO, Callable[[int], None]], Outcome]


class ImportCommand(BaseCommand):
    """A command that reads one file, or refuses it with one sentence and exit code 1."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file and where it comes from."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, help="year of the file, when it does not say so itself")
        parser.add_argument("--source", default="", help="name of the publication, shown with every figure")
        parser.add_argument("--published-by", default="", help="who published it, shown with every figure")

    def origin(self, options: dict[str, Any]) -> Origin:
        """Where the file comes from, as far as the person said."""
        return Origin(options["source"], options["published_by"], options["year"])

    def bring_in(self, path: Path, importer: Importer) -> None:
        """Run the import with a progress bar and say what it did."""
        try:
            with path.open("rb") as stream:
                # Django's wrapper would end every piece of a moving bar with a new line.
                progress = Progress(path.stat().st_size, out=cast("TextIO", self.stderr._out))  # noqa: SLF001
                outcome = importer(
                    stream,
                    lambda rows: progress.show(stream.tell(), _("%(rows)s gelezen") % {"rows": words.written(rows)}),
                )
                progress.finish()
        except BadFileError as refused:
            raise CommandError(str(refused)) from refused
        except OSError as error:
            raise CommandError(_("Het bestand %(path)s is niet te openen.") % {"path": path}) from error
        self.stdout.write(summary(outcome))


def summary(outcome: Outcome) -> str:
    """What an import did, in one or two sentences."""
    counted = outcome.counted
    numbers = {
        "rows": words.written(outcome.rows),
        "added": words.written(counted.added),
        "changed": words.written(counted.changed),
        "year": outcome.year,
        "passed_over": words.written(outcome.passed_over),
    }
    if counted.added or counted.changed:
        text = _("%(rows)s gelezen (%(year)s): %(added)s nieuw, %(changed)s gewijzigd.") % numbers
    else:
        text = _("%(rows)s gelezen (%(year)s): alles stond er al zo in, er is niets veranderd.") % numbers
    if outcome.passed_over:
        text += " " + _("%(passed_over)s overgeslagen, omdat wij dat gebied niet kennen.") % numbers
    return text
