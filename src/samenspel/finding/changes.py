"""Reading what changed since the last look, without ever missing a transaction that ended late."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from samenspel.finding.models import ChangeKind

NOW = "SELECT pg_current_snapshot()::text, pg_current_xact_id_if_assigned()::text"
CHANGES = """
SELECT pg_current_snapshot()::text, pg_current_xact_id_if_assigned()::text,
  pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(before.seen), c.kind, c.subject,
  c.transaction = pg_current_xact_id_if_assigned()
FROM (SELECT %s::pg_snapshot AS seen) AS before LEFT JOIN finding_change c
  ON c.transaction >= pg_snapshot_xmin(%s::pg_snapshot) AND NOT pg_visible_in_snapshot(c.transaction, before.seen)
"""


@dataclass
class News:
    """What has to be read again: these offers, all offers of these organisations, who is partner of what, or all."""

    offers: set[UUID] = field(default_factory=set)
    organisations: set[UUID] = field(default_factory=set)
    partners: bool = False
    everything: bool = False

    def add(self, rows: Iterable[tuple[str, UUID | None]]) -> "News":
        """The same with these rows of the table."""
        for kind, subject in rows:
            self.partners |= kind == ChangeKind.PARTNERS
            self.everything |= kind == ChangeKind.EVERYTHING
            if subject:
                (self.offers if kind == ChangeKind.OFFER else self.organisations).add(subject)
        return self

    def also(self, other: "News") -> "News":
        """This and the other together."""
        return News(
            offers=self.offers | other.offers,
            organisations=self.organisations | other.organisations,
            partners=self.partners or other.partners,
            everything=self.everything or other.everything,
        )


@dataclass(frozen=True)
class Mark:
    """Up to where is read: which transactions had ended, and what our own running one changed."""

    seen: str
    unsure: News = field(default_factory=News)


def mark() -> Mark:
    """The mark of this moment: every change that is visible now lies before it."""
    with connection.cursor() as cursor:
        cursor.execute(NOW)
        return Mark(_without_own(*cursor.fetchone()))


def _without_own(seen: str, own: str | None) -> str:
    """The snapshot, with our own transaction among those that still run: PostgreSQL leaves itself out of the list.

    Written as PostgreSQL writes it, 'oldest running:next:running,running'.
    """
    oldest, following, running = seen.split(":")
    if own is None or int(own) >= int(following):
        return seen
    listed = sorted({int(own), *map(int, running.split(",") if running else ())})
    return f"{min(int(oldest), int(own))}:{following}:{','.join(map(str, listed))}"


def since(last: Mark) -> tuple[News, Mark]:
    """What became visible after a mark, and the mark to go on from once that is read.

    A mark holds which transactions were still running, so one that began early and ended late is told when it ends,
    and only then. What our own transaction wrote may still be undone: that is told again until it has ended. When
    this is another database than before (an older copy was put back) that is told as everything.
    """
    with connection.cursor() as cursor:
        cursor.execute(CHANGES, [last.seen, last.seen])
        rows = cursor.fetchall()
    seen, own, is_back_in_time = rows[0][:3]
    there = [row[3:] for row in rows if row[3] is not None]
    unsure = News().add((kind, subject) for kind, subject, is_own in there if is_own)
    news = News(everything=is_back_in_time).add((kind, subject) for kind, subject, _own in there)
    return news.also(last.unsure), Mark(_without_own(seen, own), unsure)
