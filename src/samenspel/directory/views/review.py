"""What the partners of a network offer together: where, of which kind, for whom, and what is missing (P4.9)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.directory.forms.review import ReviewForm
from samenspel.directory.reviewing import telling
from samenspel.directory.reviewing.overview import Overview, overview
from samenspel.lib import clock, sheet_writing
from samenspel.lib.sheet_writing import Tab
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network


@for_network(Permission.SEE_BOARD)
@require_safe
def review(request: PersonRequest, network: Network) -> HttpResponse:
    """The offers counted, with what stands out in words."""
    found = _asked(request, network)
    where = found.where or network.name
    context = {
        "overview": found,
        "where": where,
        "form": ReviewForm(areas=found.choices, initial={"gebied": found.chosen.pk if found.chosen else ""}),
        "sentences": telling.sentences(where, found),
        "areas": telling.area_table(found.areas),
        "groups": telling.groups(found.kinds),
        "targets": telling.target_rows(found.targets),
        "file_query": request.GET.urlencode(),
    }
    return render(request, "directory/review.html", about(network) | context)


@for_network(Permission.SEE_BOARD)
@require_safe
def review_file(request: PersonRequest, network: Network, form: str) -> HttpResponse:
    """The same counts to take along: a workbook with three sheets, or all below each other as CSV."""
    tabs = telling.tabs(_asked(request, network))
    name = f"aanbod-{network.slug}-{clock.today():%Y-%m-%d}.{form}"
    if form == "xlsx":
        content, kind = sheet_writing.as_xlsx(tabs), sheet_writing.XLSX
    else:
        content, kind = sheet_writing.as_csv(_one(tabs)), sheet_writing.CSV
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _one(tabs: list[Tab]) -> Tab:
    """Sheets below each other, each with its headings."""
    below = [row for tab in tabs[1:] for row in ([], tab.headings, *tab.rows)]
    return Tab(tabs[0].title, tabs[0].headings, [*tabs[0].rows, *below])


def _asked(request: PersonRequest, network: Network) -> Overview:
    return overview(network, code=request.GET.get("gebied", ""), today=clock.today())
