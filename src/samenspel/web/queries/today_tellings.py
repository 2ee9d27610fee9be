"""Whether people wait for news by phone or letter, on the Vandaag of who keeps the front door."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.networks.models import Network
from samenspel.web.queries.todos import ToDo, ToDoGroup


def groups(scope: Scope, networks: Sequence[Network]) -> list[ToDoGroup]:
    """One row per front door; `networks` carry since when somebody waits there, so this asks nothing more."""
    rows = [
        ToDo(what=_("Mensen om te bellen of te schrijven"), where=one.name, since=since, url=_desk(one))
        for one in networks
        if (since := getattr(one, "news_since", None)) and scope.may(Permission.HANDLE_REQUESTS, network_id=one.pk)
    ]
    return [
        ToDoGroup(
            title=_("Nieuws om te vertellen"),
            help=_("Er gebeurde iets met hun vraag. Zij willen het horen per telefoon of brief."),
            accent="together",
            total=len(rows),
            rows=rows,
        )
    ]


def _desk(network: Network) -> str:
    return reverse("referrals:tellings", args=[network.slug])
