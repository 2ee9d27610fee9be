"""What we keep and why, for everyone; what was tidied up, for the privacy officer."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from samenspel.accounts.access import PersonRequest, public, with_permission
from samenspel.accounts.roles import Permission
from samenspel.privacy import queries

PAGE_SIZE = 50


@public
def register(request: HttpRequest) -> HttpResponse:
    """The published register: what is kept, why, who receives it, how long, and your rights (L2, L16)."""
    values = {"groups": queries.published(get_language() or "nl"), "contact": settings.PRIVACY_CONTACT}
    return render(request, "privacy/register.html", values)


@with_permission(Permission.SEE_RETENTION)
def runs(request: PersonRequest) -> HttpResponse:
    """What disappeared each night, in numbers."""
    page = Paginator(queries.runs(), PAGE_SIZE).get_page(request.GET.get("page"))
    names = queries.table_names(get_language() or "nl")
    rows = [(run, names.get(run.table, run.table)) for run in page.object_list]
    return render(request, "privacy/runs.html", {"page": page, "rows": rows})
