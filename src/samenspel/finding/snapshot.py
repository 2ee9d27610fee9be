"""All open offers in memory, in every web process, never more than half a second behind the database.

The database is the truth. A process reads everything once, at its first search, and then at most every half second
only what changed, within the request that asks. So there is nothing to start, to stop or to repair: a process that
dies loses nothing, and two processes never differ for longer than that half second.
"""

import logging
import os
import time
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import connection

from samenspel.engine.index import Index
from samenspel.finding import changes, offered, partners
from samenspel.finding.offered import Numbers
from samenspel.lib import clock
from samenspel.places import queries as places
from samenspel.places.models import Area

logger = logging.getLogger(__name__)
WAIT_SECONDS = 0.4
"""So long a request waits for another that is reading changes; then it goes on with what there is."""
MANY, MANY_OF_ALL = 2_000, 10
"""More changes than this, and than one in so many offers, and reading everything again is sooner done."""
TELL_FROM = 20_000
"""With so many offers, loading tells how far it is."""
FORGET_AFTER_SECONDS = 24 * 3600
"""A process that did not look for so long reads everything again: changes are kept for two days."""


class Missed(Exception):
    """The changes do not lead from what is known to what is: everything has to be read again."""


class Snapshot:
    """What one process knows: the index, the middle of every area, whose offers belong to which network."""

    def __init__(self) -> None:
        self.place = _place()
        self.owners, self.areas = Numbers(), Numbers()
        self._areas_by_code: dict[str, Area] = {}
        before = changes.mark()
        self._lock = Lock()
        self.centres = offered.centres()
        self.partners = partners.present()
        self.index = self._load()
        self._looked_at, self._looked_on = time.monotonic(), clock.now()
        self._mark = self._caught_up(before)

    def follow(self) -> None:
        """Read what changed, when the last look was longer ago than half a second.

        Raises:
            Missed: everything has to be read again.
        """
        if not self._is_due() or not self._lock.acquire(timeout=WAIT_SECONDS):
            return
        try:
            if self._is_due():
                self._follow()
        finally:
            self._lock.release()

    def area(self, code: str) -> Area | None:
        """The area with this code and what it lies in; None when there is none. Asked of the database once.

        Areas change by an import only, and after that there is a new snapshot.
        """
        found = self._areas_by_code.get(code)
        if found is None and (found := places.area(code=code)):
            self._areas_by_code[found.code] = found
        return found

    def _is_due(self) -> bool:
        return time.monotonic() - self._looked_at >= settings.FINDING_LOOK_EVERY_SECONDS

    def _follow(self) -> None:
        now, today = time.monotonic(), clock.now()
        if (today - self._looked_on).total_seconds() > FORGET_AFTER_SECONDS:
            raise Missed
        news, mark = changes.since(self._mark)
        if news.everything or len(news.offers) > max(MANY, len(self.index) // MANY_OF_ALL):
            raise Missed
        self._read(news)
        self._mark, self._looked_at, self._looked_on = mark, now, today

    def _caught_up(self, before: changes.Mark) -> changes.Mark:
        """Read what changed while everything was read. When that was all again, the next look starts anew."""
        news, mark = changes.since(before)
        self._read(news)
        return changes.Mark(before.seen if news.everything else mark.seen, mark.unsure)

    def _read(self, news: changes.News) -> None:
        """Change what changed; doing it twice changes nothing more."""
        if news.partners:
            self.partners = partners.present()
        if not news.offers and not news.organisations:
            return
        rows = offered.open_ones(news.offers, news.organisations)
        for pk in news.offers - {row.pk for row in rows}:
            self.index.drop(pk.bytes)
        for key, facts in offered.facts(rows, centres=self.centres, owners=self.owners, areas=self.areas):
            self.index.put(key, facts)

    def _load(self) -> Index:
        started, total = time.monotonic(), offered.number_of_open()
        index = Index.build(self._all_facts(total))
        if total >= TELL_FROM:
            logger.warning("finding: %d offers are ready after %.0f s", len(index), time.monotonic() - started)
        return index

    def _all_facts(self, total: int) -> Any:
        done, told = 0, 0
        for part in offered.all_open():
            yield from offered.facts(part, centres=self.centres, owners=self.owners, areas=self.areas)
            done += len(part)
            if total >= TELL_FROM and done * 10 // total > told:
                told = done * 10 // total
                logger.warning("finding: %d of %d offers read", done, total)


def current() -> Snapshot:
    """What there is to find now: at most half a second old."""
    snapshot = _Kept.snapshot
    if snapshot is not None and snapshot.place == _place():
        try:
            snapshot.follow()
        except Missed:
            return _made_anew(instead_of=snapshot)
        return snapshot
    return _made_anew(instead_of=snapshot)


class _Kept:
    """The one snapshot of this process."""

    snapshot: Snapshot | None = None
    making = Lock()


def _made_anew(*, instead_of: Snapshot | None) -> Snapshot:
    """Read everything. One request does so; the others go on with what there was, or wait when there was nothing."""
    known = instead_of is not None and instead_of.place == _place()
    if not _Kept.making.acquire(timeout=WAIT_SECONDS if known else -1):
        assert instead_of  # noqa: S101 -- only then there is a limit to the waiting
        return instead_of
    try:
        found = _Kept.snapshot
        if found is None or found is instead_of:
            found = _Kept.snapshot = Snapshot()
        return found
    finally:
        _Kept.making.release()


def _place() -> tuple[str, ...]:
    """Which database we speak with."""
    return tuple(str(connection.settings_dict[name]) for name in ("HOST", "PORT", "NAME"))


def forget() -> None:
    """Know nothing any more: for a process that was split off, and for tests."""
    _Kept.snapshot = None
    _Kept.making = Lock()


os.register_at_fork(after_in_child=forget)
