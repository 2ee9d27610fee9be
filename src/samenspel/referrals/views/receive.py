"""The inbox of an organisation, decided in place, and the page of one referral for both its sides."""

from http import HTTPStatus
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.networks.access import for_network, for_organisation
from samenspel.networks.models import Network, Organisation
from samenspel.referrals import receivedwords as words
from samenspel.referrals.actions import answering
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.forms.deciding import reasons
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import inbox as queries
from samenspel.referrals.rules import Side
from samenspel.referrals.views import deciding, showing

PER_PAGE = 25
FIRST_TAB = "wacht"


@for_organisation(Permission.REFER)
@never_cache
@require_safe
def inbox(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """What this organisation received, by whose turn it is; each can be answered without leaving the list."""
    tab = request.GET.get("tab", FIRST_TAB)
    if tab not in queries.TABS:
        tab = FIRST_TAB
    page = Paginator(queries.tab(organisation.pk, tab), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": organisation,
        "page": page,
        "rows": words.rows(list(page)),
        "tab": tab,
        "tabs": _tabs(organisation, tab),
        "reasons": reasons(),
        "decides": tab == FIRST_TAB,
    }
    return render(request, "referrals/inbox.html", context)


def _tabs(organisation: Organisation, chosen: str) -> list[Link]:
    names = {"wacht": _("Wacht op ons"), "bezig": _("Bij ons bezig"), "klaar": _("Klaar")}
    address, counts = reverse("referrals:inbox", args=[organisation.slug]), queries.counts(organisation.pk)
    return [
        Link(label=f"{label} ({counts[name]})", url=f"{address}?tab={name}", current=name == chosen)
        for name, label in names.items()
    ]


@for_organisation(Permission.REFER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def referral(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """One referral, for the organisation that received or sent it."""
    found = queries.of_organisation(organisation.pk, pk)
    if found is None:
        raise Http404
    side = Side.RECEIVER if found.receiver_id == organisation.pk else Side.SENDER
    way_back = reverse("referrals:inbox", args=[organisation.slug])
    return _one(request, found, Actor(side, request.user.pk), way_back if side is Side.RECEIVER else "")


@for_network(Permission.HANDLE_REQUESTS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def of_front_door(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """One referral that the front door of this network sent: how it goes, and an answer to what was asked back."""
    found = queries.of_front_door(network.pk, pk)
    if found is None:
        raise Http404
    return _one(request, found, Actor(Side.SENDER, request.user.pk), "")


def _one(request: PersonRequest, found: Referral, by: Actor, list_url: str) -> HttpResponse:
    outcome, name = None, request.POST.get("do", "")
    if name == "see" and by.side is Side.RECEIVER:
        answering.see(referral=found, by=by)
        return redirect(request.path)
    if name in deciding.DEEDS and deciding.is_of(name, by.side):
        outcome = deciding.do(found, name, request.POST, by=by)
        if outcome.told:
            messages.done(request, outcome.told)
            return redirect(_next(request, list_url) or request.path)
        found.refresh_from_db()  # the attempt may have changed what we hold, while nothing was saved
    back = [Link(label=_("Verwijzingen"), url=list_url)] if list_url else []
    today = [Link(label=_("Vandaag"), url=reverse("web:today")), *back]
    context = showing.page(found, by=by, outcome=outcome) | {"trail": today}
    status = HTTPStatus.CONFLICT if context["problem"] else HTTPStatus.OK
    return render(request, "referrals/referral.html", context, status=status)


def _next(request: PersonRequest, list_url: str) -> str:
    """Back to the list at the row below, for who decided there."""
    if not list_url or "next_row" not in request.POST:
        return ""
    try:
        return f"{list_url}#r-{UUID(request.POST['next_row'])}"
    except ValueError:
        return list_url
