"""What was not found: the form of a page without results tells it, and the network reads what is missing where."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import first_today, limit, mark_of
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.design import messages
from samenspel.finding import gap_tokens, gap_words
from samenspel.finding.actions import gaps as actions
from samenspel.finding.queries import gaps as queries
from samenspel.lib import clock
from samenspel.lib.sheet_writing import CSV, as_csv
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network

PER_PAGE = 25


@public
@require_POST
def tell(request: PersonRequest) -> HttpResponse:
    """Count once that a search missed something; sent by a button, or by the page itself when it stays open."""
    too_often = limit(request, action="gap", rate="60/h/key", key=mark_of(request, action="gap"))
    if too_often:
        return too_often
    missed = gap_tokens.read(request.POST.get("gemist", ""))
    if missed and _counts(request, text=repr(missed)):
        actions.count(missed=missed, networks=queries.told(missed), today=clock.today())
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "finding/parts/gap.html", {"is_told": missed is not None})
    if missed:
        messages.done(request, _("Dank u. Het netwerk weet nu dat dit hier ontbreekt."))
    return redirect(_back(request))


def _counts(request: PersonRequest, *, text: str) -> bool:
    """A person, and for the first time today."""
    agent = request.headers.get("User-Agent", "")
    return not gap_tokens.is_robot(agent) and first_today(request, action="gap", what=text)


def _back(request: PersonRequest) -> str:
    """The page where the button was, when it is one of ours."""
    asked = request.POST.get("terug", "")
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else reverse("web:home")


@for_network(Permission.SEE_FIGURES)
@require_safe
def report(request: PersonRequest, network: Network) -> HttpResponse:
    """What people looked for in twelve months and did not find, beside what is offered now (P1.1, first part)."""
    is_exact = request.scope.may(Permission.VET_PARTNERS, network_id=network.pk)
    found = queries.report(network, today=clock.today())
    page = Paginator(found.lines, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": gap_words.rows(list(page), network=network, months=found.months, is_exact=is_exact),
        "page": page,
        "total": gap_words.number(found.total, is_exact=is_exact),
        "this_month": gap_words.number(found.in_month(found.months[-1]), is_exact=is_exact),
        "since": found.months[0],
        "without": found.without_offer,
        "by_month": gap_words.by_month(found, is_exact=is_exact),
        "is_exact": is_exact,
    }
    return render(request, "finding/gaps.html", about(network) | context)


@for_network(Permission.SEE_FIGURES)
@require_safe
def report_file(request: PersonRequest, network: Network) -> HttpResponse:
    """The same report as a file for a spreadsheet; small numbers are hidden in it."""
    found = queries.report(network, today=clock.today())
    audit.record(
        "finding.gaps.exported", action=Action.EXPORT, by=request.user.pk, network_id=network.pk, detail="form=csv"
    )
    name = f"gemist-{network.slug}-{clock.today():%Y-%m}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(as_csv(gap_words.as_tab(found)), content_type=CSV, headers=headers)
