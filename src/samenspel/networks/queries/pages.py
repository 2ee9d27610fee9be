"""What the front page of a network shows: made for many readers, so in two questions to the database."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db import connection
from django.http import Http404

from samenspel.accounts.rules import Scope
from samenspel.networks.access import networks_visible_to
from samenspel.networks.models import Network
from samenspel.networks.models.network import KIND_TEXTS
from samenspel.networks.rules import SIDE_OF, OrganisationKind, Side

PER_PAGE = 25
LAST_PAGE = 100_000
LINE_LENGTH = 130
GROUPS = ("together", "informal", "formal")


# Slug, name, kind with place, and the first line of what it does: plain, because a template reads tuples fastest.
PartnerLine = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """The partners of one side on this page; `total` counts all pages. The lead partner stands apart: together."""

    side: str
    total: int
    partners: list[PartnerLine]


@dataclass(frozen=True, slots=True)
class Partners:
    """One page of the partners of a network, in groups."""

    page: Page[int]
    groups: list[PartnerGroup]
    totals: dict[str, int]

    @property
    def total(self) -> int:
        """How many partners there are, on all sides and pages."""
        return sum(self.totals.values())


def network_named(slug: str, *, scope: Scope) -> Network:
    """The network with this address name and its area, for somebody who may see it.

    Raises:
        Http404: it does not exist, or it is not public and this person works elsewhere.
    """
    found = networks_visible_to(scope).select_related("area").filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def partners_of(network_id: UUID, *, page: int, side: str = "") -> Partners:
    """The present partners: lead partner first, then informal, then formal, by name; 25 on a page.

    With a `side` (a name of `GROUPS`) only those; the totals stay those of all sides.

    Raises:
        Http404: there is no such page.
    """
    if not 1 <= page <= LAST_PAGE:
        raise Http404
    ranks = [GROUPS.index(side)] if side else list(range(len(GROUPS)))
    rows = _partner_rows(network_id, ranks=ranks, skip=(page - 1) * PER_PAGE)
    if not rows and (page > 1 or side):
        raise Http404
    kinds = {code: str(text) for code, text in KIND_TEXTS}
    groups: dict[int, PartnerGroup] = {}
    totals = dict(zip(GROUPS, rows[0][6:], strict=True)) if rows else {}
    for rank, slug, name, kind, place, text, *_totals in rows:
        group = groups.setdefault(rank, PartnerGroup(GROUPS[rank], totals[GROUPS[rank]], []))
        about = f"{kinds[kind]} · {place}" if place else kinds[kind]
        group.partners.append((slug, name, about, first_line(text)))
    found = sum(totals[GROUPS[rank]] for rank in ranks) if rows else 0
    return Partners(Paginator(range(found), PER_PAGE).get_page(page), list(groups.values()), totals)


# Written out, because this page is asked most and the ORM takes longer to think of it than the database to answer.
PARTNER_ROWS = """
SELECT * FROM (
SELECT rank, slug, name, kind, place, text, count(*) FILTER (WHERE rank = 0) OVER (),
  count(*) FILTER (WHERE rank = 1) OVER (), count(*) FILTER (WHERE rank = 2) OVER ()
FROM (
  SELECT CASE WHEN p.is_lead THEN 0 WHEN o.kind = ANY(%(informal)s) THEN 1 ELSE 2 END AS rank,
    o.slug, o.name, o.kind, a.name AS place, left(o.what_we_do, %(length)s) AS text
  FROM networks_partner p JOIN networks_organisation o ON o.id = p.organisation_id
    LEFT JOIN places_area a ON a.code = o.area_id
  WHERE p.network_id = %(network)s AND p.ended_on IS NULL
) AS partner
) AS counted
WHERE rank = ANY(%(ranks)s)
ORDER BY rank, name, slug LIMIT %(most)s OFFSET %(skip)s
"""
INFORMAL = [kind.value for kind in OrganisationKind if SIDE_OF[kind] == Side.INFORMAL]


def _partner_rows(network_id: UUID, *, ranks: list[int], skip: int) -> list[tuple[Any, ...]]:
    """Rank, slug, name, kind, place, beginning of the text, and how many each of `GROUPS` has; of one page."""
    values: dict[str, Any] = {
        "network": network_id,
        "informal": INFORMAL,
        "ranks": ranks,
        "length": LINE_LENGTH * 2,
        "most": PER_PAGE,
        "skip": skip,
    }
    with connection.cursor() as cursor:
        cursor.execute(PARTNER_ROWS, values)
        return list(cursor.fetchall())


def first_line(text: str) -> str:
    """The first sentence of a text, or its beginning up to a whole word."""
    line = text.strip().partition("\n")[0]
    sentence, end, _rest = line.partition(". ")
    line = sentence + end.strip()
    if len(line) <= LINE_LENGTH:
        return line
    return line[:LINE_LENGTH].rpartition(" ")[0].rstrip(",;:") + " …"
