"""The public pages about areas. The access decorator is put around them in `config.urls`: accounts is above places."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.design import parts
from samenspel.places import drawing, finding, keyfigures, queries
from samenspel.places.forms import SearchForm
from samenspel.places.models import Area

MOST_RESULTS = 50
FOLDED_FROM = 40
BESIDE_MAP = 10


def index(request: HttpRequest) -> HttpResponse:
    """Find an area by name or postcode, and see which municipalities are here."""
    typed = request.GET.get("zoek", "").strip()[:120]
    municipalities = list(queries.municipalities())
    context = {
        "form": SearchForm(request.GET if "zoek" in request.GET else None),
        "found": finding.find(typed, most=MOST_RESULTS),
        "typed": typed,
        "municipalities": municipalities,
        "letters": _by_letter(municipalities),
    }
    return render(request, "places/index.html", context)


def _by_letter(municipalities: list[Area]) -> list[tuple[str, list[Area]]]:
    """A long list folded by first letter (`'s-Gravenhage` under G); a short one in a single piece."""
    if len(municipalities) <= FOLDED_FROM:
        return [("", municipalities)]
    return [(letter.upper(), list(group)) for letter, group in groupby(municipalities, lambda one: one.name_key[:1])]


def area(request: HttpRequest, code: str, name: str = "") -> HttpResponse:
    """One area: its outline, its key figures with year and source, and what lies in and above it."""
    found = queries.area(code=code)
    if found is None:
        raise Http404
    if f"{code}-{name}" != found.slug:
        return redirect(address(found), permanent=True)
    children = list(queries.children(found))
    context = {
        "area": found,
        "trail": _trail(found),
        "map": drawing.map_of(found),
        "figures": _table(found),
        "children": children,
        "many_children": len(children) > BESIDE_MAP,
    }
    return render(request, "places/area.html", context)


def address(area: Area) -> str:
    """The address of the page of an area."""
    code, name = area.slug.split("-", 1)
    return reverse("places:area", args=[code, name])


def _trail(area: Area) -> list[parts.Link]:
    """The way back: all areas, municipality, district."""
    above = [area.municipality, area.parent] if area.parent_id != area.municipality_id else [area.municipality]
    links = [parts.Link(label=one.name, url=address(one)) for one in above if one]
    return [parts.Link(label=_("Gebieden"), url=reverse("places:index")), *links]


def _table(area: Area) -> parts.Table:
    """The key figures as a table; empty when nothing was published."""
    columns = [parts.Column(label=_("Wat")), parts.Column(label=_("Hoeveel"), number=True)]
    columns += [parts.Column(label=_("Van hoeveel")), parts.Column(label=_("Jaar en bron"))]
    rows = [(one.label, one.value, one.of or "–", one.since) for one in keyfigures.key_figures(area)]
    return parts.Table(caption=_("Cijfers over %(name)s") % {"name": area.name}, columns=columns, rows=rows)
