"""Which neighbourhood a point lies in: an index of all current outlines, kept by each process.

The index is made at the first question and made anew when an import changed areas since: one small query per question
tells. Making it takes about a quarter of a second for the whole country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

import numpy as np
import shapely
from django.db.models import F, Max, Window
from django.db.models.functions import Substr

from samenspel.places.models import AreaEdition, Import
from samenspel.places.rules import AreaKind


@dataclass(frozen=True, slots=True)
class PointIndex:
    """Outlines of neighbourhoods with, in the same order, their codes; the newest and smallest first."""

    version: object
    codes: Sequence[str]
    tree: shapely.STRtree

    def code_at(self, lon: float, lat: float) -> str | None:
        """The neighbourhood a point lies in, on its border included; None at sea and abroad.

        Where outlines overlap (two years, an island in a lake) the newest wins, then the smallest.
        """
        hits = self.tree.query(shapely.Point(lon, lat), predicate="intersects")
        return self.codes[int(hits.min())] if len(hits) else None

    def codes_at(self, lons: Sequence[float], lats: Sequence[float]) -> list[str | None]:
        """The same for many points at once."""
        points, hits = self.tree.query(shapely.points(lons, lats), predicate="intersects")
        best = np.full(len(lons), len(self.codes))
        np.minimum.at(best, points, hits)
        return [self.codes[place] if place < len(self.codes) else None for place in best]


_lock = Lock()
_kept: list[PointIndex] = []


def current_index() -> PointIndex:
    """The index over the newest outlines of every municipality."""
    version = Import.objects.filter(subject="areas").order_by("-imported_at").values_list("pk", flat=True).first()
    with _lock:
        if not _kept or _kept[0].version != version:
            _kept[:] = [_made(version)]
        return _kept[0]


def _made(version: object) -> PointIndex:
    """Read all outlines and sort them, so that the lowest place in the list is the best answer."""
    rows = sorted(_newest_outlines(), key=lambda row: (-row[1], row[2], row[0]))
    outlines: Any = shapely.from_wkb([bytes(row[3]) for row in rows])
    shapely.prepare(outlines)
    return PointIndex(version, [row[0] for row in rows], shapely.STRtree(outlines))


def _newest_outlines() -> Iterable[tuple[str, int, float, Any]]:
    """Code, year, size of the box and outline of each neighbourhood that still exists.

    A file always covers whole municipalities, so a neighbourhood that misses in the newest year of its municipality is
    gone. A municipality that was merged away keeps its last outlines; the newer ones of its successor win.
    """
    newest = Window(Max("year"), partition_by=[Substr("area_id", 3, 4)])
    return (
        AreaEdition.objects.filter(area__kind=AreaKind.NEIGHBOURHOOD)
        .annotate(newest=newest, size=(F("east") - F("west")) * (F("north") - F("south")))
        .filter(year=F("newest"))
        .values_list("area_id", "year", "size", "outline")
    )
