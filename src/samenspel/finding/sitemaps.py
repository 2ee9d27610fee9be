"""The sitemap for search machines (sitemaps.org 0.9): one file, or a list of files when it would become too large."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil
from xml.sax.saxutils import escape

from django.http import Http404
from django.urls import reverse

from samenspel.design.linked import absolute
from samenspel.finding.queries.sitemap import SECTIONS, Place

MOST = 50_000
"""So many addresses a file may hold by the protocol."""
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def whole(*, most: int = MOST) -> str:
    """All pages in one file, or the list of the files in which they are."""
    counts = {name: section.count() for name, section in SECTIONS.items()}
    if sum(counts.values()) <= most:
        return _written("urlset", "url", (place for name in SECTIONS for place in SECTIONS[name].between(0, most)))
    files = [
        Place(reverse("finding:sitemap_part", args=[name, number + 1]))
        for name, count in counts.items()
        for number in range(ceil(count / most))
    ]
    return _written("sitemapindex", "sitemap", files)


def part(name: str, number: int, *, most: int = MOST) -> str:
    """One file of the list; numbers begin at 1.

    Raises:
        Http404: there is no such file.
    """
    if name not in SECTIONS or not 1 <= number <= MOST:
        raise Http404
    places = list(SECTIONS[name].between((number - 1) * most, number * most))
    if not places:
        raise Http404
    return _written("urlset", "url", places)


def _written(whole_name: str, one_name: str, places: Iterable[Place]) -> str:
    lines = [
        f"<{one_name}><loc>{escape(absolute(one.path))}</loc>{_moment(one.changed_at)}</{one_name}>" for one in places
    ]
    inside = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole_name} xmlns="{SPACE}">\n{inside}\n</{whole_name}>\n'


def _moment(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""
