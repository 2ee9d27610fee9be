"""What waits on Vandaag because of referrals: a yes or no, a word on how it goes, an answer to what was asked back."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.design.parts import Link
from samenspel.referrals import receivedwords as words
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import inbox
from samenspel.web.queries.todos import MOST_SHOWN, ToDo, ToDoGroup


def groups(scope: Scope) -> list[ToDoGroup]:
    """Every open referral is in one of these for whose turn it is; at most two questions to the database for each."""
    organisations, _none = scope.places_where(Permission.REFER)
    _none, networks = scope.places_where(Permission.HANDLE_REQUESTS)
    made = []
    if organisations:
        made.append(_to_decide(inbox.to_decide(organisations)))
    if organisations or networks:
        made.append(_to_answer(inbox.to_answer(organisations=organisations, networks=networks)))
    if organisations:
        made.append(_to_follow(inbox.to_follow(organisations)))
    return made


def _to_decide(found: QuerySet[Referral]) -> ToDoGroup:
    rows, total = _first(found)
    return ToDoGroup(
        title=_("Verwijzingen die op u wachten"),
        help=_("Neemt u ze aan? De ander wacht op uw antwoord."),
        accent="together",
        total=total,
        rows=[_todo(one, where=words.sender_name(one), url=f"{_list(one)}#r-{one.pk}") for one in rows],
        everything=Link(label=_("Alle verwijzingen"), url=_list(rows[0])) if rows else None,
    )


def _to_answer(found: QuerySet[Referral]) -> ToDoGroup:
    rows, total = _first(found)
    return ToDoGroup(
        title=_("Vragen over wat u verwees"),
        help=_("De ander kan pas verder als u antwoordt."),
        accent="together",
        total=total,
        rows=[_todo(one, where=one.receiver.name, url=_page_of_sender(one)) for one in rows],
    )


def _to_follow(found: QuerySet[Referral]) -> ToDoGroup:
    rows, total = _first(found)
    return ToDoGroup(
        title=_("Aangenomen verwijzingen"),
        help=_("Begin, rond af, of meld terug hoe het ging."),
        accent="together",
        total=total,
        rows=[
            _todo(one, where=f"{one.get_state_display()} · {words.sender_name(one)}", url=_page_of_receiver(one))
            for one in rows
        ],
        everything=Link(label=_("Bij ons bezig"), url=f"{_list(rows[0])}?tab=bezig") if rows else None,
    )


def _first(found: QuerySet[Referral]) -> tuple[list[Referral], int]:
    rows = list(found[: MOST_SHOWN + 1])
    return rows[:MOST_SHOWN], found.count() if len(rows) > MOST_SHOWN else len(rows)


def _todo(referral: Referral, *, where: str, url: str) -> ToDo:
    return ToDo(what=words.theme(referral), where=where, since=referral.turn_since, url=url)


def _list(referral: Referral) -> str:
    return reverse("referrals:inbox", args=[referral.receiver.slug])


def _page_of_receiver(referral: Referral) -> str:
    return reverse("referrals:referral", args=[referral.receiver.slug, referral.pk])


def _page_of_sender(referral: Referral) -> str:
    if referral.sender:
        return reverse("referrals:referral", args=[referral.sender.slug, referral.pk])
    return reverse("referrals:of_front_door", args=[referral.network.slug, referral.pk])
