"""What waits on Vandaag for who keeps a front door: new requests, parked ones, what came back, what must be told."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.design.parts import Accent, Link
from samenspel.helprequests import deskwords
from samenspel.helprequests.filtering import Choice, Row
from samenspel.helprequests.queries import waiting
from samenspel.helprequests.rules import RequestState
from samenspel.lib import clock
from samenspel.web.queries.todos import MOST_SHOWN, ToDo, ToDoGroup


def groups(scope: Scope) -> list[ToDoGroup]:
    """The requests that ask for this person, in one question to the database however many there are."""
    _organisations, networks = scope.places_where(Permission.HANDLE_REQUESTS)
    if not networks or scope.user_id is None:
        return []
    today = clock.today()
    rows = waiting.for_today(networks, by=scope.user_id, today=today)
    back = [row for row in rows if row.has_come_back]
    return [
        _group(_("Teruggekomen"), _("Een organisatie deed dit niet. Zoek iets anders."), back, tab="opgepakt"),
        _group(_("Nieuwe hulpvragen"), _("Niemand heeft deze opgepakt."), _in(rows, RequestState.NEW), tab="nieuw"),
        _group(
            _("Geparkeerd tot vandaag"),
            _("De dag die u koos is er."),
            sorted(_in(rows, RequestState.PARKED), key=lambda row: (row.parked_until or today, row.asked_at)),
            tab="geparkeerd",
        ),
        _group(
            _("U bent ermee bezig"),
            _("Deze vragen hebt u opgepakt."),
            [row for row in _in(rows, RequestState.TAKEN) if not row.has_come_back],
            tab="opgepakt",
        ),
        _group(
            _("Nog te vertellen"),
            _("Afgesloten, maar de persoon weet het nog niet."),
            _in(rows, RequestState.CLOSED),
            tab="afgesloten",
        ),
    ]


def _in(rows: Sequence[Row], state: RequestState) -> list[Row]:
    return [row for row in rows if row.state == state.value]


def _group(title: str, words: str, rows: Sequence[Row], *, tab: str) -> ToDoGroup:
    accent: Accent = "informal"
    return ToDoGroup(
        title=title,
        help=words,
        accent=accent,
        total=len(rows),
        rows=[_todo(row) for row in rows[:MOST_SHOWN]],
        everything=_everything(rows, tab) if rows else None,
    )


def _everything(rows: Sequence[Row], tab: str) -> Link:
    """The list of the first of these networks; who keeps several goes to the others from their page."""
    address = reverse("helprequests:requests", args=[rows[0].network_slug])
    return Link(label=_("Alle hulpvragen"), url=f"{address}?{Choice(tab=tab).query}")


def _todo(row: Row) -> ToDo:
    return ToDo(
        what=deskwords.kinds_of(list(row.kinds)),
        where=deskwords.where_and_age(row.area_name, row.age_band),
        since=row.state_since if row.has_come_back else row.asked_at,
        url=reverse("helprequests:request", args=[row.network_slug, row.pk]),
    )
