"""The map of an area as a drawing (SVG) made on the server: the same on a phone, without JavaScript and on paper.

Coordinates in the drawing are whole units in a box of `WIDTH` by `HEIGHT`, north up.
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
    """One area in the drawing."""

    code: str
    name: str
    path: str


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
    def around(cls, west: float, south: float, east: float, north: float) -> "_Frame":
        """The whole drawing with an area of these bounds in the middle of it."""
        squeeze = cos(radians((south + north) / 2))
        width, height = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
        scale = min(WIDTH / width, HEIGHT / height) / (1 + 2 * _ROOM_AROUND)
        middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
        return cls(middle_lon - WIDTH / 2 / scale / squeeze, middle_lat + HEIGHT / 2 / scale, squeeze, scale)

    @property
    def box(self) -> Box:
        """What is visible."""
        return self.west, self.north - HEIGHT / self.scale, self.west + WIDTH / self.scale / self.squeeze, self.north

    def path(self, outline: bytes) -> str:
        """The path of an outline, cut off at the edge and without corners that nobody can see."""
        geometry = shapely.clip_by_rect(shapely.make_valid(shapely.from_wkb(outline)), *self.box)
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
    """The drawing of an area in its newest outline, in at most four queries.

    An area that is only known by its neighbourhoods is drawn as those; None when nothing has an outline.
    """
    own = queries.latest_edition(area)
    inside = list(_inside(area)[:MOST_SHAPES])
    first = own or next(iter(inside), None)
    if first is None:
        return None
    drawn = [own] if own else inside
    frame = _Frame.around(
        min(one.west for one in drawn),
        min(one.south for one in drawn),
        max(one.east for one in drawn),
        max(one.north for one in drawn),
    )
    path = frame.path(bytes(own.outline)) if own else ""
    around = list(_visible(frame.box, area.kind, own.year).exclude(area=area)[:MOST_SHAPES]) if own else []
    shape = Shape(area.code, area.name, path)
    return AreaMap(WIDTH, HEIGHT, first.year, first.source, shape, _shapes(around, frame), _shapes(inside, frame))


def _visible(box: Box, kind: str, year: int) -> QuerySet[AreaEdition]:
    """The areas of the same layer and year that are in sight."""
    west, south, east, north = box
    seen = AreaEdition.objects.filter(west__lt=east, east__gt=west, south__lt=north, north__gt=south)
    return seen.filter(area__kind=kind, year=year).defer("figures").order_by("area_id")


def _inside(area: Area) -> QuerySet[AreaEdition]:
    """The newest outlines of the neighbourhoods in a district or municipality; a neighbourhood has none in it."""
    if area.kind == AreaKind.NEIGHBOURHOOD:
        return AreaEdition.objects.none()
    within = AreaEdition.objects.filter(area__code__startswith=f"BU{area.code[2:]}", area__kind=AreaKind.NEIGHBOURHOOD)
    newest = within.aggregate(year=Max("year"))["year"]
    return within.filter(year=newest).defer("figures").order_by("area_id")


def _shapes(editions: Iterable[AreaEdition], frame: _Frame) -> list[Shape]:
    """What is in sight of these editions."""
    drawn = (Shape(row.area_id, row.name, frame.path(bytes(row.outline))) for row in editions)
    return [shape for shape in drawn if shape.path]
