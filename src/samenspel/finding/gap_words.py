"""The report of what was not found, in words: kinds, areas, trend, and small numbers.

Small numbers. A count here is of searches, not of people, and nothing ties two searches together; so the coordinator,
who has to find out what is missing, sees every number. Others who may see figures, and every file, because files
travel on, get 'minder dan 5': in a small neighbourhood somebody who knows more could read a single search as a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.design.parts import Accent, Tone
from samenspel.directory.words import GROUP_TEXTS, kind_labels
from samenspel.engine import taxonomy
from samenspel.finding.missing import FEW, Trend, trend
from samenspel.finding.queries.gaps import Line, Report, kinds_meant
from samenspel.lib.sheet_writing import Tab
from samenspel.networks.models import Network
from samenspel.places.models import Area

TREND_TEXTS: dict[Trend, Promise] = {
    Trend.MORE: gettext_lazy("vaker"),
    Trend.FEWER: gettext_lazy("minder vaak"),
    Trend.SAME: gettext_lazy("even vaak"),
    Trend.NEW: gettext_lazy("nieuw"),
}
TREND_TONES: dict[Trend, Tone | Accent] = {
    Trend.MORE: "wait",
    Trend.FEWER: "good",
    Trend.SAME: "plain",
    Trend.NEW: "wait",
}


@dataclass(frozen=True)
class Row:
    """One line of the report as the page shows it."""

    kind: str
    area: str
    total: str
    trend: str
    tone: Tone | Accent
    is_known: bool
    offered: int
    wider: str
    is_all_wider: bool
    url: str


def kind_label(code: str) -> str:
    """The name of a kind or of a group in the language of the reader; of an empty code, that it is unknown."""
    if code in GROUP_TEXTS:
        return str(GROUP_TEXTS[code])
    return next(iter(kind_labels([code])), _("Soort hulp onbekend"))


def area_label(area: Area | None, *, network: Network | None = None) -> str:
    """The name of an area, with its municipality behind it when that is not the area of the network."""
    if area is None:
        return _("gebied onbekend")
    return area.name if network and area.municipality_id == network.area_id else str(area)


def number(value: int, *, is_exact: bool) -> str:
    """A count, or that it is small."""
    return str(value) if is_exact or value == 0 or value >= FEW else _("minder dan %(few)d") % {"few": FEW}


def rows(lines: Sequence[Line], *, network: Network, months: Sequence[date], is_exact: bool) -> list[Row]:
    """The lines as the page shows them."""
    return [_row(line, network, months, is_exact=is_exact) for line in lines]


def _row(line: Line, network: Network, months: Sequence[date], *, is_exact: bool) -> Row:
    how = trend(line.counts, months)
    return Row(
        kind=kind_label(line.kind),
        area=area_label(line.area, network=network),
        total=number(line.total, is_exact=is_exact),
        trend=str(TREND_TEXTS[how]),
        tone=TREND_TONES[how],
        is_known=bool(kinds_meant(line.kind)),
        offered=line.offered,
        wider=number(line.wider, is_exact=is_exact) if line.wider else "",
        is_all_wider=not line.nothing,
        url=search_url(line, network),
    )


def search_url(line: Line, network: Network) -> str:
    """Where a coordinator searches for the same; empty when it is not known what that was."""
    if not kinds_meant(line.kind):
        return ""
    known = taxonomy.standard().knows(line.kind)
    asked = {"soort": line.kind} if known else {"q": kind_label(line.kind)}
    where = {"buurt": line.area.pk} if line.area else {}
    return f"{reverse('finding:find_in_network', args=[network.slug])}?{urlencode(asked | where)}"


def by_month(report: Report, *, is_exact: bool) -> list[tuple[str, object]]:
    """How many searches missed in each month, the latest first."""
    months = reversed(report.months)
    return [(date_format(month, "F Y"), number(report.in_month(month), is_exact=is_exact)) for month in months]


def as_tab(report: Report) -> Tab:
    """The report as a file, with small numbers hidden."""
    headings = [_("Soort hulp"), _("Gebied"), _("Code"), _("Zoekvragen"), _("Aanbod nu")]
    headings += [f"{month:%Y-%m}" for month in report.months]
    return Tab(_("Wat wij niet konden vinden"), headings, [_cells(line, report.months) for line in report.lines])


def _cells(line: Line, months: Sequence[date]) -> list[str | int]:
    about = [kind_label(line.kind), area_label(line.area), line.area.pk if line.area else ""]
    counted = [number(line.counts.get(month, 0), is_exact=False) for month in months]
    return [*about, number(line.total, is_exact=False), line.offered, *counted]
