"""The map of an area as a drawing (SVG) made on the server: the same on a phone, without JavaScript and on paper.

Coordinates in the drawing are whole units in a box of at most `WIDTH` by `HEIGHT`, north up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

import numpy as np
import shapely
from django.db.models import Max, QuerySet

from samenspel.places import queries
from samenspel.places.models import Area, AreaEdition
from samenspel.places.rules import AreaKind

WIDTH, HEIGHT = 640, 480
_ROOM_AROUND = 0.12
_FINEST = 0.8
MOST_SHAPES = 600

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One area in the drawing: its path, what it is, and where its page is."""

    code: str
    name: str
    path: str
    slug: str = ""


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A drawing: the area itself, what lies around it, and what lies in it."""

    width: int
    height: int
    year: int
    source: str
    own: Shape
    around: Sequence[Shape]
    inside: Sequence[Shape]


@dataclass(frozen=True, slots=True)
class _Frame:
    """From degrees to units of the drawing. A degree of longitude is shorter than one of latitude: `squeeze`."""

    west: float
    north: float
    squeeze: float
    scale: float

    @classmethod
    def around(cls, edition: AreaEdition) -> "_Frame":
        squeeze = cos(radians(edition.centre_lat))
        width = max((edition.east - edition.west) * squeeze, 1e-6)
        height = max(edition.north - edition.south, 1e-6)
        room = _ROOM_AROUND * max(width, height)
        scale = min(WIDTH / (width + 2 * room), HEIGHT / (height + 2 * room))
        return cls(edition.west - room / squeeze, edition.north + room, squeeze, scale)

    def size(self, edition: AreaEdition) -> tuple[int, int]:
        """Width and height of the drawing."""
        width = (edition.east - self.west) + (edition.west - self.west)
        height = (self.north - edition.south) + (self.north - edition.north)
        return round(width * self.squeeze * self.scale), round(height * self.scale)

    def box(self, edition: AreaEdition) -> Box:
        """West, south, east, north of what is visible."""
        width, height = self.size(edition)
        return self.west, self.north - height / self.scale, self.west + width / self.scale / self.squeeze, self.north

    def path(self, outline: bytes, clip: Box) -> str:
        """The path of an outline, cut off at the edge and without corners that nobody can see."""
        geometry = shapely.clip_by_rect(shapely.make_valid(shapely.from_wkb(outline)), *clip)
        drawn = shapely.transform(
            geometry,
            lambda points: np.column_stack(
                [(points[:, 0] - self.west) * self.squeeze * self.scale, (self.north - points[:, 1]) * self.scale]
            ),
        )
        return "".join(_ring(ring) for ring in _rings(shapely.simplify(drawn, _FINEST)))


def _rings(geometry: shapely.Geometry) -> Iterable[shapely.Geometry]:
    """All rings of the polygons in a geometry, islands and holes alike."""
    for part in shapely.get_parts(geometry):
        if isinstance(part, shapely.Polygon) and not part.is_empty:
            yield part.exterior
            yield from part.interiors


def _ring(ring: shapely.Geometry) -> str:
    points = shapely.get_coordinates(ring)[:-1].round().astype(int).tolist()
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def map_of(area: Area) -> AreaMap | None:
    """The drawing of an area in its newest outline, in at most four queries; None when it has no outline."""
    own = queries.latest_edition(area)
    if own is None:
        return None
    frame = _Frame.around(own)
    box = frame.box(own)
    width, height = frame.size(own)
    around = _visible(box, area.kind, own.year).exclude(area=area)
    return AreaMap(
        width,
        height,
        own.year,
        own.source,
        Shape(area.code, area.name, frame.path(bytes(own.outline), box)),
        _shapes(around, frame, box),
        _shapes(_inside(area), frame, box),
    )


def _visible(box: Box, kind: str, year: int) -> QuerySet[AreaEdition]:
    """The areas of the same layer and year that are in sight."""
    west, south, east, north = box
    return AreaEdition.objects.filter(
        area__kind=kind, year=year, west__lt=east, east__gt=west, south__lt=north, north__gt=south
    )


def _inside(area: Area) -> QuerySet[AreaEdition]:
    """The newest outlines of the neighbourhoods in a district or municipality; a neighbourhood has none in it."""
    if area.kind == AreaKind.NEIGHBOURHOOD:
        return AreaEdition.objects.none()
    within = AreaEdition.objects.filter(area__code__startswith=f"BU{area.code[2:]}", area__kind=AreaKind.NEIGHBOURHOOD)
    return within.filter(year=within.aggregate(year=Max("year"))["year"])


def _shapes(editions: QuerySet[AreaEdition], frame: _Frame, box: Box) -> list[Shape]:
    rows = editions.select_related("area").order_by("area_id")[:MOST_SHAPES]
    drawn = (Shape(row.area_id, row.name, frame.path(bytes(row.outline), box), row.area.slug) for row in rows)
    return [shape for shape in drawn if shape.path]
