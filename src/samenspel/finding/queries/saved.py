"""What the pages and the nightly work of saved searches ask. The database shows each person only their own."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES, Permission
from samenspel.accounts.rules import Scope
from samenspel.finding import alerts, asking, showing
from samenspel.finding.asking import Asked
from samenspel.finding.models import SavedSearch
from samenspel.finding.queries.search import PER_PAGE, search
from samenspel.finding.wanted import Wanted
from samenspel.networks.access import networks_visible_to
from samenspel.networks.models import Network, RoleGrant


@dataclass(frozen=True)
class Saved:
    """A saved search for its page: what it asks in words, where it opens, and until when it stays."""

    search: SavedSearch
    asked: Asked
    url: str
    until: datetime

    @property
    def place(self) -> str:
        """The place that was asked for."""
        return self.asked.where.area.name if self.asked.where.area else ""


def saved_by(user_id: UUID) -> list[Saved]:
    """All that this person keeps, the oldest first."""
    return [shown(one) for one in _kept(user_id)]


def shown(one: SavedSearch) -> Saved:
    """One of them for its page."""
    asked = asked_in(str(one.query), one.network)
    url = showing.link(showing.action_of(one.network), showing.params_of(asked))
    return Saved(one, asked, url, one.renewed_at + timedelta(days=alerts.KEPT_DAYS))


def same_as(user_id: UUID, *, query: str, network: Network | None) -> SavedSearch | None:
    """The same search, when this person keeps it already; in Python, because the words are sealed."""
    return next((one for one in _kept(user_id) if str(one.query) == query and one.network == network), None)


def number_of(user_id: UUID) -> int:
    """How many this person keeps."""
    return _kept(user_id).count()


def own(user_id: UUID, *, pk: UUID, is_removed: bool = False) -> SavedSearch:
    """One search of this person; with `is_removed` one that was thrown away and can come back.

    Raises:
        Http404: it is somebody else's, or gone.
    """
    found = SavedSearch.objects.select_related("network").filter(pk=pk, owner=user_id)
    one = found.filter(removed_at__isnull=not is_removed).first()
    if one is None:
        raise Http404
    return one


def asked_in(query: str, network: Network | None) -> Asked:
    """What the text behind a question mark asks; what does not exist any more is passed over."""
    return asking.read(QueryDict(query), network)


def network_for(slug: str, *, scope: Scope) -> Network | None:
    """The network to search in, when this person may see it; else all public ones."""
    return networks_visible_to(scope).filter(slug=slug).first() if slug else None


def due_of(user_id: UUID, *, now: datetime) -> list[SavedSearch]:
    """The searches of this person that it is time to look at again, held until the end of the transaction."""
    waiting = _kept(user_id).filter(paused_at=None).select_for_update(of=("self",))
    return [one for one in waiting if alerts.is_due(one.rhythm, checked_at=one.checked_at, now=now)]


def has_due(user_id: UUID, *, now: datetime) -> bool:
    """Whether there is anything to look at for this person."""
    rows = _kept(user_id).filter(paused_at=None).values_list("rhythm", "checked_at")
    return any(alerts.is_due(rhythm, checked_at=checked_at, now=now) for rhythm, checked_at in rows)


def best_of(wanted: Wanted) -> list[UUID]:
    """The first offers that the page of this search shows, in its order; what only comes close does not count."""
    found: list[UUID] = []
    for page in range(1, alerts.LOOKED_AT // PER_PAGE + 1):
        answer = search(replace(wanted, page=page))
        found += [result.offer.pk for result in answer.results]
        if page >= answer.pages:
            break
    return found


def savers() -> list[UUID]:
    """Everybody who may keep searches and can read mail."""
    return list(_savers().order_by("pk").values_list("pk", flat=True))


def saver(user_id: UUID) -> User | None:
    """The person behind an id, when they still may keep searches."""
    return _savers().filter(pk=user_id).first()


def _savers() -> QuerySet[User]:
    keeping = [code for code, role in ROLES.items() if Permission.SAVE_SEARCHES in role.permissions]
    grants = RoleGrant.objects.filter(role__in=keeping).values("user")
    return User.objects.filter(pk__in=grants, is_active=True)


def _kept(user_id: UUID) -> QuerySet[SavedSearch]:
    mine = SavedSearch.objects.select_related("network").filter(owner=user_id, removed_at=None)
    return mine.order_by("saved_at", "pk")
