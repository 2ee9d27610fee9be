"""What the pages of a list show: the lines, and how to pass the list on."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samenspel.accounts.access import PersonRequest
from samenspel.finding import mylist, sharing
from samenspel.finding.forms.selection import MailForm
from samenspel.finding.queries import selections
from samenspel.lib import clock


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


def for_their_eyes(response: HttpResponse) -> HttpResponse:
    """A list says what somebody looks for: nothing of it stays in the browser or with a search machine."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex"
    return response


def bad_code(request: PersonRequest) -> HttpResponse:
    """The page for a link that got broken on the way, or that we never made."""
    return render(request, "finding/list_gone.html", status=HTTPStatus.NOT_FOUND)
