"""Take all offers of a network along, as HSDS 3.1."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samenspel.api import exporting
from samenspel.lib.progress import Progress
from samenspel.networks.models import Network


class Command(BaseCommand):
    """Writes four files into a folder, or one file; the same network gives the same bytes."""

    help = "Write all open offers and organisations of a network as HSDS 3.1, to a folder or to one .json file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--network", required=True, help="slug of the network")
        parser.add_argument("--to", required=True, type=Path, help="a folder, or a file whose name ends in .json")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        network = Network.objects.filter(slug=options["network"]).first()
        if network is None:
            raise CommandError(_("Er is geen netwerk %(slug)s.") % {"slug": options["network"]})
        target: Path = options["to"]
        try:
            self._write(network, target)
        except OSError as wrong:
            values = {"path": target, "why": wrong.strerror}
            raise CommandError(_("Schrijven naar %(path)s is niet gelukt: %(why)s.") % values) from wrong
        self.stdout.write(_("Het aanbod van %(name)s staat in %(path)s.") % {"name": network.name, "path": target})

    def _write(self, network: Network, target: Path) -> None:
        # Django's wrapper would end every piece of a moving bar with a new line.
        progress = Progress(exporting.size(network), out=cast("TextIO", self.stderr._out))  # noqa: SLF001
        named = exporting.lists(
            network, show=lambda done: progress.show(done, _("%(done)d geschreven") % {"done": done})
        )
        if target.suffix == ".json" and not target.is_dir():
            exporting.write_file(named, target)
        else:
            exporting.write_folder(named, target)
        progress.finish()
