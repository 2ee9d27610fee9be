"""Take over the services of somebody else's directory, from an HSDS 3.x feed or files of one."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samenspel.api.importing import staging
from samenspel.api.importing.applying import Wish, apply
from samenspel.api.importing.disk import DiskSource
from samenspel.api.importing.faults import FeedFault
from samenspel.api.importing.pages import Source
from samenspel.api.importing.report import Report
from samenspel.api.importing.web import WebSource
from samenspel.api.models import HsdsImport
from samenspel.lib.progress import Progress
from samenspel.networks.models import Network

SOME_REFUSED = 3
"""Exit code when good things came in and others were refused; 1 is for nothing came in."""


class Command(BaseCommand):
    """Reads everything, checks everything, and then brings in what is good in one go; may be repeated."""

    help = "Import services and organisations from an HSDS 3.x feed (address, folder or file); may be repeated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", help="address of the feed (what stands before /services), folder or file")
        parser.add_argument("--network", required=True, help="slug of the network that gets the organisations")
        parser.add_argument("--report", type=Path, help="file for the report per item, as JSON")
        parser.add_argument("--rehearse", action="store_true", help="tell what would happen and change nothing")
        parser.add_argument("--close-missing", action="store_true", help="close what came from here and is gone now")
        parser.add_argument("--anew", action="store_true", help="do not go on with a reading that stopped half-way")
        parser.add_argument("--accept-fewer", action="store_true", help="take a feed that gives fewer than it says")
        parser.add_argument("--lists-only", action="store_true", help="do not ask the page of each single service")
        parser.add_argument("--source-name", default="", help="name to remember the source by, when its place changes")
        parser.add_argument("--tries", type=int, default=4, help="how often to ask a source that does not answer")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds before the second try, doubled each time")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        network = Network.objects.filter(slug=options["network"]).first()
        if network is None:
            raise CommandError(_("Er is geen netwerk %(slug)s.") % {"slug": options["network"]})
        path: Path | None = options["report"]
        if path is not None and not path.parent.is_dir():
            raise CommandError(_("Er is geen map %(path)s voor het rapport.") % {"path": path.parent})
        try:
            report = self._import(network, options)
        except FeedFault as wrong:
            raise CommandError(_("%(what)s Er is niets ingelezen.") % {"what": wrong}) from wrong
        self._tell(report, path)

    def _import(self, network: Network, options: dict[str, Any]) -> Report:
        with ExitStack() as stack:
            source = self._source(stack, options)
            stack.enter_context(staging.alone(source.name))
            on_disk = not source.told_totals_hold
            run = staging.open_run(source=source.name, network=network, anew=options["anew"] or on_disk)
            self._read(run, source, options)
            bar = self._bar()
            wish = Wish(close_missing=options["close_missing"], is_rehearsal=options["rehearse"])
            report = apply(run, wish=wish, show=bar)
            bar.end()
            if wish.is_rehearsal:
                run.delete()
            return report

    def _source(self, stack: ExitStack, options: dict[str, Any]) -> Source:
        place, name = options["source"], options["source_name"]
        if "://" not in place:
            return DiskSource(Path(place), name=name)
        return stack.enter_context(WebSource(place, name=name, tries=max(1, options["tries"]), pause=options["pause"]))

    def _read(self, run: HsdsImport, source: Source, options: dict[str, Any]) -> None:
        bar = self._bar()
        if run.step != staging.STEPS[0] or run.next_page > 1:
            self.stderr.write(_("Wij gaan verder waar het lezen stopte."))
        else:
            refuse_other_versions(source)
        try:
            staging.read(run, source, show=bar, fewer_is_fine=options["accept_fewer"], lists_only=options["lists_only"])
        finally:
            bar.end()

    def _bar(self) -> "Bar":
        # Django's wrapper would end every piece of a moving bar with a new line.
        return Bar(cast("TextIO", self.stderr._out))  # noqa: SLF001

    def _tell(self, report: Report, path: Path | None) -> None:
        if path is not None:
            try:
                path.write_text(report.as_json(), encoding="utf-8")
            except OSError as wrong:
                raise CommandError(_("Het rapport %(path)s is niet te schrijven.") % {"path": path}) from wrong
        self.stdout.write(report.as_text())
        if report.refused:
            refused = _("%(count)d geweigerd; de rest is in orde.") % {"count": report.refused}
            raise CommandError(refused, returncode=SOME_REFUSED)


def refuse_other_versions(source: Source) -> None:
    """A feed that says that it is something else than HSDS 3 (or the profiles on it) is not read.

    Raises:
        FeedFault: see there.
    """
    version = source.version()
    if version and "3." not in version:
        raise FeedFault(_("De bron zegt dat zij HSDS %(version)s is. Wij lezen HSDS 3.") % {"version": version})


class Bar:
    """A progress bar whose total becomes known while it runs: a new bar for every total."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._total = -1
        self._progress = Progress(0, out=out)

    def __call__(self, done: int, total: int, sentence: str) -> None:
        """Show how far it is."""
        if total != self._total:
            self.end()
            self._total, self._progress = total, Progress(total, out=self._out)
        self._progress.show(done, sentence)

    def end(self) -> None:
        """Leave the last state standing."""
        self._progress.finish()
