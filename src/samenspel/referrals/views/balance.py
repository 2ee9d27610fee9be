"""Who refers to whom, there and back, and how fast an answer comes: for who may see the figures of a network."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.lib.sheet_writing import CSV, as_csv
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.referrals import balancewords as words
from samenspel.referrals.queries.balance import balance

PER_PAGE = 50


@for_network(Permission.SEE_FIGURES)
@require_safe
def cooperation(request: PersonRequest, network: Network) -> HttpResponse:
    """The two-way balance of twelve months (P0.10, second half); no names of people, and small numbers hidden."""
    is_exact = request.scope.may(Permission.VET_PARTNERS, network_id=network.pk)
    found = balance(network, now=clock.now())
    page = Paginator(found.pairs, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "pairs": words.pairs_table(list(page), is_exact=is_exact),
        "door": words.door_table(found.from_door, is_exact=is_exact),
        "to_informal": words.number(found.to_informal, is_exact=is_exact),
        "to_informal_answer": words.answer(found.to_informal, is_exact=is_exact),
        "to_formal": words.number(found.to_formal, is_exact=is_exact),
        "to_formal_answer": words.answer(found.to_formal, is_exact=is_exact),
        "has_any": bool(found.pairs or found.from_door),
        "page": page,
        "is_exact": is_exact,
    }
    return render(request, "referrals/balance.html", about(network) | context)


@for_network(Permission.SEE_FIGURES)
@require_safe
def cooperation_file(request: PersonRequest, network: Network) -> HttpResponse:
    """The same as a file for a spreadsheet; small numbers are hidden in it."""
    audit.record(
        "referrals.balance.exported", action=Action.EXPORT, by=request.user.pk, network_id=network.pk, detail="form=csv"
    )
    name = f"samenwerking-{network.slug}-{clock.today():%Y-%m}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(as_csv(words.as_tab(balance(network, now=clock.now()))), content_type=CSV, headers=headers)
