"""What a source of a feed gives: pages of a list, and single things; from the web (`web`) or from disk (`disk`)."""

import json
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from samenspel.api.importing.faults import FeedFault


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of a list as the source tells it; what it does not tell is empty."""

    items: list[Any]
    total: int | None = None
    pages: int | None = None
    number: int | None = None
    is_last: bool = False


class Source(Protocol):
    """A place where a feed comes from. `name` is under what we remember it."""

    name: str
    told_totals_hold: bool

    def version(self) -> str:
        """Which version of HSDS it says it is; empty when it does not say."""

    def page(self, entity: str, number: int) -> Page | None:
        """A page of the list of `organizations`, `taxonomy_terms` or `services`; None when there is no such list."""

    def detail(self, entity: str, foreign_id: str) -> Any:
        """Everything about one thing; None when the source does not tell more."""


def parsed(raw: bytes, where: str) -> Any:
    """JSON as Python values.

    Raises:
        FeedFault: it is not JSON, or nothing a feed would hold.
    """
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=lambda _name: None)
    except (ValueError, RecursionError) as wrong:
        raise FeedFault(_("%(where)s geeft geen leesbare JSON.") % {"where": where}) from wrong


def as_page(told: Any, where: str) -> Page:
    """A page object of HSDS, or a plain list.

    Raises:
        FeedFault: neither of the two.
    """
    if isinstance(told, list):
        return Page(items=told, is_last=True)
    if not isinstance(told, dict) or not isinstance(told.get("contents"), list):
        raise FeedFault(_("%(where)s geeft geen lijst zoals HSDS die kent (met ‘contents’).") % {"where": where})
    return Page(
        items=told["contents"],
        total=_count(told.get("total_items")),
        pages=_count(told.get("total_pages")),
        number=_count(told.get("page_number")),
        is_last=told.get("last_page") is True,
    )


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None
