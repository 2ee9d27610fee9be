"""Keeping a search, and telling its owner once a night, in one mail for all, that something new fits."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samenspel.accounts.models import User
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.finding import alerts
from samenspel.finding.alerts import Rhythm
from samenspel.finding.emails import saved as emails
from samenspel.finding.models import SavedSearch
from samenspel.finding.queries import saved as queries
from samenspel.lib import clock
from samenspel.networks.models import Network


class TooMany(Exception):
    """This person keeps as many searches as there may be."""


@transaction.atomic
def save(*, title: str, query: str, network: Network | None, rhythm: Rhythm, by: UUID) -> SavedSearch:
    """Keep a search; what it finds now counts as told, so that a mail is only about what comes later.

    The same search twice is one search, with the last name and rhythm.

    Raises:
        TooMany: see there.
    """
    same = queries.same_as(by, query=query, network=network)
    if same:
        change(search=same, title=title, rhythm=rhythm, by=by)
        return same
    if queries.number_of(by) >= alerts.MOST_SAVED:
        raise TooMany
    found = queries.best_of(queries.asked_in(query, network).wanted)
    one = SavedSearch(owner_id=by, title=title, query=query, network=network, rhythm=rhythm.value, told=found)
    one.save(force_insert=True)
    _record("saved", Action.CREATE, one, by=by)
    return one


@transaction.atomic
def change(*, search: SavedSearch, title: str, rhythm: Rhythm, by: UUID) -> None:
    """Another name or rhythm; it stays another year."""
    search.title, search.rhythm, search.renewed_at = title, rhythm.value, clock.now()
    search.save(update_fields=["title", "rhythm", "renewed_at"])
    _record("changed", Action.UPDATE, search, by=by)


@transaction.atomic
def pause(*, search: SavedSearch, by: UUID) -> None:
    """No mail about it until it is set going again."""
    _mark(search, paused_at=search.paused_at or clock.now())
    _record("paused", Action.UPDATE, search, by=by)


@transaction.atomic
def resume(*, search: SavedSearch, by: UUID) -> None:
    """Mail about it again; what came in the meantime is new."""
    _mark(search, paused_at=None)
    _record("resumed", Action.UPDATE, search, by=by)


@transaction.atomic
def remove(*, search: SavedSearch, by: UUID) -> None:
    """Throw it away; for a day it can come back."""
    _mark(search, removed_at=clock.now())
    _record("removed", Action.DELETE, search, by=by)


@transaction.atomic
def restore(*, search: SavedSearch, by: UUID) -> None:
    """Bring back what was thrown away."""
    _mark(search, removed_at=None)
    _record("restored", Action.UPDATE, search, by=by)


@transaction.atomic
def pause_all(*, owner_id: UUID) -> int:
    """No mail about any of them, asked by the link in the mail; how many that were."""
    going = [one.search for one in queries.saved_by(owner_id) if one.search.paused_at is None]
    for search in going:
        pause(search=search, by=owner_id)
    return len(going)


@transaction.atomic
def look_again(*, owner: User, now: datetime) -> int:
    """Look at everything that is due for one person, and send one mail when something is new; for how many searches."""
    told = []
    for search in queries.due_of(owner.pk, now=now):
        found = queries.best_of(queries.asked_in(str(search.query), search.network).wanted)
        fresh = alerts.new_among(found, search.told)
        _mark(search, checked_at=now, told=alerts.told_after(found, search.told))
        if fresh:
            _mark(search, fresh=fresh, fresh_at=now)
            told.append(search)
    if told:
        emails.tell(owner, told)
        audit.record("finding.search.told", action=Action.EXECUTE, by=None, subject_id=owner.pk)
    return len(told)


def _mark(search: SavedSearch, **values: object) -> None:
    for name, value in values.items():
        setattr(search, name, value)
    search.save(update_fields=list(values))


def _record(verb: str, action: Action, search: SavedSearch, *, by: UUID) -> None:
    audit.record(f"finding.search.{verb}", action=action, by=by, about=search, subject_id=by)
