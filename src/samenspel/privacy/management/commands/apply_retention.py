"""`./samenspel manage apply_retention`: carry out the retention register now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenspel.lib import clock
from samenspel.privacy import actions


class Command(BaseCommand):
    """The nightly job by hand; with --dry-run it only tells what is due."""

    help = "Remove what the retention register says is due."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only tell how many rows are due, remove nothing")

    def handle(self, *, dry_run: bool, **_options: Any) -> None:
        try:
            done = actions.apply(now=clock.now(), only_count=dry_run)
        except (actions.NotTheOwner, actions.RetentionFailed) as wrong:
            raise CommandError(f"Not everything was tidied up: {wrong}") from wrong
        for one in done:
            self.stdout.write(f"{one.count:>8}  {one.table}  {one.rule}")
        total = sum(one.count for one in done)
        self.stdout.write(f"{total} row(s) {'are due; nothing was changed' if dry_run else 'done'}.")
