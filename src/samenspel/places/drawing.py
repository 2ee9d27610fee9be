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
        """The whole drawing with the area in the middle of it."""
        squeeze = cos(radians(edition.centre_lat))
        width = max((edition.east - edition.west) * squeeze, 1e-6)
        height = max(edition.north - edition.south, 1e-6)
        scale = min(WIDTH / width, HEIGHT / height) / (1 + 2 * _ROOM_AROUND)
        middle_lon, middle_lat = (edition.west + edition.east) / 2, (edition.south + edition.north) / 2
        return cls(middle_lon - WIDTH / 2 / scale / squeeze, middle_lat + HEIGHT / 2 / scale, squeeze, scale)

    @property
    def box(self) -> Box:
        """What is visible."""
        return self.west, self.north - HEIGHT / self.scale, self.west + WIDTH / self.scale / self.squeeze, self.north

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
    box = frame.box
    around = _visible(box, area.kind, own.year).exclude(area=area)
    return AreaMap(
        WIDTH,
        HEIGHT,
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
