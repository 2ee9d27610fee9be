"""What waits for somebody today, gathered from the contexts below, by kind."""

from datetime import datetime, time
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.design.parts import Link
from samenspel.lib import clock
from samenspel.networks import queries as networks
from samenspel.networks.access import holds_everywhere
from samenspel.networks.queries import board, joining, messages
from samenspel.networks.rules import ANSWER_WITHIN, MessageKind, working_day_after
from samenspel.web.queries import today_referrals, today_requests, today_tellings
from samenspel.web.queries.mine import Mine
from samenspel.web.queries.todos import MOST_SHOWN, ToDo, ToDoGroup

Kind = TypeVar("Kind", bound=Model)


def todo(scope: Scope, mine: Mine) -> list[ToDoGroup]:
    """Everything that waits for this person, by kind; people who wait for an answer come first."""
    asked = today_requests.groups(scope)
    referred = today_referrals.groups(scope)
    told = today_tellings.groups(scope, mine.networks)
    kept = [_messages(scope), _join_requests(scope), _posts(scope), _closed_networks(scope, mine)]
    groups = [*referred, *asked, *told, *kept]
    return [group for group in groups if group.rows]


def _first(found: QuerySet[Kind]) -> tuple[list[Kind], int]:
    """What is shown, and how many there are; counted only when not all are shown."""
    rows = list(found[: MOST_SHOWN + 1])
    return rows[:MOST_SHOWN], found.count() if len(rows) > MOST_SHOWN else len(rows)


def _messages(scope: Scope) -> ToDoGroup:
    found, total = _first(messages.open_messages(scope))
    rows = [
        ToDo(
            what=_("Gesprek met een adviseur") if one.kind == MessageKind.ADVISER else _("Vraag"),
            where=one.receiver_name,
            since=one.sent_at,
            url=reverse("networks:message", args=[one.pk]),
            answer_by=working_day_after(clock.day_of(one.sent_at), ANSWER_WITHIN),
        )
        for one in found
    ]
    return ToDoGroup(
        title=_("Berichten"),
        help=_("Iemand wacht op uw antwoord."),
        accent="informal",
        total=total,
        rows=rows,
        everything=Link(label=_("Alle berichten"), url=reverse("networks:inbox")),
    )


def _join_requests(scope: Scope) -> ToDoGroup:
    found, total = _first(joining.requests_to_decide(scope))
    rows = [
        ToDo(
            what=one.name,
            where=one.network.name,
            since=one.requested_at,
            url=reverse("networks:request", args=[one.network.slug, one.pk]),
        )
        for one in found
    ]
    return ToDoGroup(
        title=_("Aanvragen"),
        help=_("Deze organisaties willen meedoen. U beslist."),
        accent="together",
        total=total,
        rows=rows,
    )


def _posts(scope: Scope) -> ToDoGroup:
    found = board.posts_to_round_off(scope)
    rows = [
        ToDo(
            what=one.title,
            where=f"{one.organisation.name} · {_why(answers)}",
            since=one.posted_at,
            url=reverse("networks:post", args=[one.network.slug, one.pk]),
        )
        for one, answers in found[:MOST_SHOWN]
    ]
    return ToDoGroup(
        title=_("Prikbord"),
        help=_("Hierop is gereageerd, of de laatste dag is voorbij. Wat is het geworden?"),
        accent="together",
        total=len(found),
        rows=rows,
    )


def _why(answers: int) -> str:
    """Why a post asks for attention."""
    if not answers:
        return _("de laatste dag is voorbij")
    return ngettext("%(number)d reactie", "%(number)d reacties", answers) % {"number": answers}


def _closed_networks(scope: Scope, mine: Mine) -> ToDoGroup:
    if holds_everywhere(scope, Permission.EDIT_NETWORK):
        found, total = _first(networks.not_open_yet(scope))
    else:
        kept = [one for one in mine.networks if scope.may(Permission.EDIT_NETWORK, network_id=one.pk)]
        found = [one for one in kept if not one.is_public]
        total = len(found)
    rows = [
        ToDo(
            what=one.name,
            where=_("alleen partners zien de pagina"),
            since=datetime.combine(one.started_on, time(), tzinfo=clock.now().tzinfo),
            url=reverse("networks:edit", args=[one.slug]),
        )
        for one in found
    ]
    return ToDoGroup(
        title=_("Nog niet open"),
        help=_("Zet de pagina open zodra bewoners het netwerk mogen vinden."),
        accent="together",
        total=total,
        rows=rows,
    )
