"""What the front page of a network shows: made for many readers, so in two questions to the database."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Value, When, Window
from django.db.models.functions import Left
from django.http import Http404

from samenspel.accounts.rules import Scope
from samenspel.networks.access import networks_visible_to
from samenspel.networks.models import Network, Partner
from samenspel.networks.models.network import KIND_TEXTS
from samenspel.networks.rules import SIDE_OF, OrganisationKind, Side

PER_PAGE = 25
LAST_PAGE = 100_000
LINE_LENGTH = 130
GROUPS = ("together", "informal", "formal")


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """One organisation on the page; `line` is the beginning of what it does, at most 130 signs."""

    slug: str
    name: str
    kind: str
    place: str
    line: str


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
    total: int


def network_named(slug: str, *, scope: Scope) -> Network:
    """The network with this address name and its area, for somebody who may see it.

    Raises:
        Http404: it does not exist, or it is not public and this person works elsewhere.
    """
    found = networks_visible_to(scope).select_related("area__municipality").filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def partners_of(network_id: UUID, *, page: int) -> Partners:
    """The present partners: lead partner first, then informal, then formal, by name; 25 on a page.

    Raises:
        Http404: there is no such page.
    """
    if not 1 <= page <= LAST_PAGE:
        raise Http404
    rows = list(_partner_rows(network_id)[(page - 1) * PER_PAGE : page * PER_PAGE])
    if not rows and page > 1:
        raise Http404
    kinds = {code: str(text) for code, text in KIND_TEXTS}
    total = rows[0][-2] if rows else 0
    groups: dict[int, PartnerGroup] = {}
    for rank, slug, name, kind, place, text, _total, group_total in rows:
        group = groups.setdefault(rank, PartnerGroup(GROUPS[rank], group_total, []))
        group.partners.append(PartnerLine(slug, name, kinds[kind], place or "", first_line(text)))
    return Partners(Paginator(range(total), PER_PAGE).get_page(page), list(groups.values()), total)


def _partner_rows(network_id: UUID):  # type: ignore[no-untyped-def]  # noqa: ANN202 -- a query of tuples
    informal = [kind.value for kind in OrganisationKind if SIDE_OF[kind] == Side.INFORMAL]
    rank = Case(
        When(is_lead=True, then=Value(0)), When(organisation__kind__in=informal, then=Value(1)), default=Value(2)
    )
    return (
        Partner.objects.filter(network_id=network_id, ended_on=None)
        .annotate(
            rank=rank,
            text=Left("organisation__what_we_do", LINE_LENGTH * 2),
            total=Window(Count("*")),
            group_total=Window(Count("*"), partition_by=[F("rank")]),
        )
        .order_by("rank", "organisation__name", "pk")
        .values_list(
            "rank",
            "organisation__slug",
            "organisation__name",
            "organisation__kind",
            "organisation__area__name",
            "text",
            "total",
            "group_total",
        )
    )


def first_line(text: str) -> str:
    """The first sentence of a text, or its beginning up to a whole word."""
    line = text.strip().partition("\n")[0]
    sentence, end, _rest = line.partition(". ")
    line = sentence + end.strip()
    if len(line) <= LINE_LENGTH:
        return line
    return line[:LINE_LENGTH].rpartition(" ")[0].rstrip(",;:") + " …"
