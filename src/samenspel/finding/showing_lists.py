"""What the pages of a list show: the lines, and how to pass the list on."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.finding import keeping, mylist, sharing
from samenspel.finding.forms.selection import MailForm
from samenspel.finding.queries import selections
from samenspel.lib import clock
from samenspel.networks.models import Network


def context(request: PersonRequest, ids: mylist.Ids, *, form: MailForm | None = None) -> dict[str, Any]:
    """The lines of a list as they are today; an empty list has nothing to pass on."""
    entries = selections.entries(ids, scope=request.scope, today=clock.today())
    told: dict[str, Any] = {
        "entries": entries,
        "most": mylist.MOST,
        "gone": sum(1 for one in entries if not one.card),
        "today": clock.today(),
    }
    if ids:
        code = mylist.code_of(ids)
        told |= {
            "code": code,
            "mail_form": form or MailForm(),
            "share_path": reverse("finding:list", args=[code]),
        }
        told["shared"] = sharing.shared(told["share_path"])
    return told


def save_url(query: str, network_slug: str = "") -> str:
    """Where somebody who may keep searches gives the present one a name; `query` is what follows its question mark."""
    told = {"vraag": query, "netwerk": network_slug}
    return f"{reverse('finding:saved_new')}?{urlencode({name: value for name, value in told.items() if value})}"


def beside_results(request: PersonRequest, address: str, network: Network | None) -> dict[str, Any]:
    """What stands beside the results at this address: what is kept already, and how to pass on or keep the search."""
    told: dict[str, Any] = {"kept": keeping.kept(request), "shared": sharing.shared(address)}
    if request.scope.may(Permission.SAVE_SEARCHES):
        told["save_url"] = save_url(address.partition("?")[2], network.slug if network else "")
    return told


def for_their_eyes(response: HttpResponse) -> HttpResponse:
    """A list says what somebody looks for: nothing of it stays in the browser or with a search machine."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex"
    return response


def bad_code(request: PersonRequest) -> HttpResponse:
    """The page for a link that got broken on the way, or that we never made."""
    return render(request, "finding/list_gone.html", status=HTTPStatus.NOT_FOUND)
