"""The small shapes that pages hand to components: plain values, already in words for people.

They carry no logic. A context builds them from its own objects in a view or a query; the templates in
design/parts/ draw them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

# Who something is of: formal care, informal care, or both together. Plain when it is of nobody.
Accent = Literal["formal", "informal", "together", "plain"]
# What a message asks of the reader: know it, be glad, wait, or act.
Tone = Literal["info", "good", "wait", "act"]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A place to go, in navigation, breadcrumb, tabs and footer; `inside` when the page shown is one below it."""

    label: str
    url: str
    current: bool = False
    inside: bool = False


@dataclass(frozen=True, kw_only=True)
class AccountMenu:
    """The menu under the name of who is signed in; signing out is a form POST to `sign_out_url`."""

    name: str
    links: Sequence[Link] = ()
    sign_out_url: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteNotice:
    """One sentence above every page, such as that this is a practice network, with where to go."""

    text: str
    links: Sequence[Link] = ()


@dataclass(frozen=True, kw_only=True)
class FilterChip:
    """A filter with how many results it has; the address switches it on or off."""

    label: str
    url: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Status:
    """Where something is now, whose turn it is, since when, and what happens if nobody acts."""

    where: str
    turn: str = ""
    since: datetime | None = None
    otherwise: str = ""
    tone: Tone = "info"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One entry of a timeline."""

    at: datetime
    what: str
    who: str = ""
    accent: Accent = "plain"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a long form. Going back is safe, so a step done keeps its address."""

    label: str
    url: str = ""
    state: Literal["done", "now", "later"] = "later"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; numbers align on their digits."""

    label: str
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of ready-made cells. The first cell of a row names the row."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]] = field(default=())

    @property
    def labelled_rows(self) -> list[list[tuple[Column, object]]]:
        """Give each cell with its column, because on a phone the cell shows its own heading."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]
