"""The log for who keeps it: who saw or changed what. Reading it is written down too (L22, L24)."""

import csv
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from samenspel.accounts.access import PersonRequest, with_permission
from samenspel.accounts.roles import Permission
from samenspel.audit import actions, queries
from samenspel.audit.forms import LogFilterForm
from samenspel.audit.rules import Action

PAGE_SIZE = 50


@with_permission(Permission.SEE_LOG)
def log(request: PersonRequest) -> HttpResponse:
    """The log of a period; lines of one day that say the same stand together."""
    form = LogFilterForm(request.GET)
    if not form.is_valid():
        return render(request, "audit/log.html", {"form": form, "lines": [], "page": None})
    page = Paginator(queries.merged(form.chosen), PAGE_SIZE).get_page(request.GET.get("page"))
    values = {"page": page, "lines": queries.as_lines(page.object_list), "query": request.GET.urlencode()}
    actions.record("audit.log.viewed", action=Action.READ, by=request.user.pk)
    return render(request, "audit/log.html", {"form": LogFilterForm(initial=form.cleaned_data), **values})


@with_permission(Permission.SEE_LOG)
def file(request: PersonRequest) -> Any:
    """The same lines as a file, each by itself, with ids and no names."""
    form = LogFilterForm(request.GET)
    if not form.is_valid():
        return render(request, "audit/log.html", {"form": form, "lines": [], "page": None}, status=400)
    actions.exported(request, event="audit.log.exported", form="csv")
    name = f"logboek-{form.chosen.from_on}-{form.chosen.until_on}.csv"
    return StreamingHttpResponse(
        _as_csv(queries.as_csv_rows(queries.lines(form.chosen))),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


class _Echo:
    """A file that hands back what is written to it, so that rows leave one by one."""

    def write(self, text: str) -> str:
        return text


def _as_csv(rows: Iterator[tuple[str, ...]]) -> Iterator[Any]:
    writer = csv.writer(_Echo())
    return (writer.writerow(row) for row in rows)
