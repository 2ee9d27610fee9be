"""`./samenspel manage verify_audit`: is the log still what was written?"""

import argparse
import re
from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenspel.audit import queries
from samenspel.audit.chain import Place
from samenspel.lib.clock import AMSTERDAM

MOST_FINDINGS = 100


class Command(BaseCommand):
    """Walks the chain and names every line that was changed, removed or put in; exit code 1 when there is one."""

    help = "Check that no line of the log was changed, removed or put in afterwards."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", type=_day, help="check only what was written since this day (2026-11-22)")
        parser.add_argument(
            "--kept", type=_place, help="an end of the log that was written down earlier, as NUMBER:HASH"
        )
        parser.add_argument(
            "--head", action="store_true", help="only print the end of the log as NUMBER:HASH, to keep elsewhere"
        )

    def handle(self, *, since: datetime | None, kept: Place | None, head: bool, **options: Any) -> None:
        end = queries.head()
        if head:
            self.stdout.write(f"{end.number}:{end.hash}")
            return
        wrong = 0
        for finding in queries.check(since=since, kept=kept, progress=self._progress(options["verbosity"])):
            wrong += 1
            if wrong <= MOST_FINDINGS:
                self.stdout.write(str(finding))
        if wrong:
            raise CommandError(f"The log is not intact: {wrong} finding(s).", returncode=1)
        self.stdout.write(f"The log is intact up to line {end.number}. Keep this elsewhere: {end.number}:{end.hash}")

    def _progress(self, verbosity: int) -> Any:
        def tell(done: int, total: int) -> None:
            if verbosity:
                self.stderr.write(f"\r{done} of {total} lines", ending="" if done < total else "\n")

        return tell


def _day(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), time.min, tzinfo=AMSTERDAM)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-22") from wrong


def _place(text: str) -> Place:
    if not re.fullmatch(r"\d+:[0-9a-f]{64}", text):
        raise argparse.ArgumentTypeError("write it as NUMBER:HASH, the way --head prints it")
    number, hashed = text.split(":")
    return Place(int(number), hashed)
