"""Points and outlines: from published coordinates to what the tables hold.

Outlines are kept in WGS84 (longitude, latitude), as maps on the web use. Distances are measured in RD New
(EPSG:28992, metres), the national grid. The change between both is written out here as one fixed formula,
so that every machine gives the same answer, with or without grid files of PROJ; it is right to half a metre.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pyproj
import shapely

Floats = npt.NDArray[np.float64]
Outlines = npt.NDArray[np.object_]

NETHERLANDS = (3.0, 50.6, 7.4, 53.8)
"""West, south, east, north in degrees: the European Netherlands with its coastal waters, a little roomy."""

_RD = (
    "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel"
    " +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725"
    " +units=m +no_defs"
)
_WGS84 = "+proj=longlat +datum=WGS84 +no_defs"


class NoOutlineError(ValueError):
    """A geometry in a file is no usable outline; `position` counts from 0 within the given batch."""

    def __init__(self, position: int, reason: str) -> None:
        super().__init__(reason)
        self.position = position


@dataclass(frozen=True, slots=True)
class Measures:
    """What is stored beside a batch of outlines; every array has one row per outline."""

    wkb: npt.NDArray[Any]
    bounds: Floats  # west, south, east, north in degrees
    centre: Floats  # longitude, latitude
    centre_rd: Floats  # x, y in metres

    @classmethod
    def of(cls, outlines: Outlines) -> Self:
        """Measure outlines in WGS84. The centre lies inside the outline, also when that is shaped like a horseshoe."""
        centre = shapely.centroid(outlines)
        outside = ~shapely.contains(outlines, centre)
        centre[outside] = shapely.point_on_surface(outlines[outside])
        lonlat = shapely.get_coordinates(centre)
        x, y = to_rd(lonlat[:, 0], lonlat[:, 1])
        return cls(shapely.to_wkb(outlines), shapely.bounds(outlines), lonlat, np.column_stack([x, y]))


@cache
def _transformer(source: str, target: str) -> pyproj.Transformer:
    """One transformer per direction: making it costs more than using it."""
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def to_rd(lon: Any, lat: Any) -> tuple[Any, Any]:
    """WGS84 degrees to RD New metres; numbers or arrays of the same length."""
    x, y = _transformer(_WGS84, _RD).transform(lon, lat)
    return x, y


def to_wgs84(x: Any, y: Any) -> tuple[Any, Any]:
    """RD New metres to WGS84 degrees (longitude, latitude); numbers or arrays of the same length."""
    lon, lat = _transformer(_RD, _WGS84).transform(x, y)
    return lon, lat


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres as the crow flies between two points in RD New."""
    return hypot(one[0] - other[0], one[1] - other[1])


def in_netherlands(lon: float, lat: float) -> bool:
    """Whether a point in degrees lies in the box around the European Netherlands."""
    west, south, east, north = NETHERLANDS
    return west <= lon <= east and south <= lat <= north


def outlines_of(geometries: Sequence[Mapping[str, Any]], *, rd: bool = False) -> Outlines:
    """Multipolygons in WGS84 from a batch of GeoJSON geometries, in RD New when `rd`.

    Raises:
        NoOutlineError: for the first geometry that is no (multi)polygon, not closed, or outside the Netherlands.
    """
    try:
        outlines = _assemble(geometries)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError):
        outlines = np.array([_one(position, geometry) for position, geometry in enumerate(geometries)], dtype=object)
    if rd:
        outlines = shapely.transform(outlines, lambda xy: np.column_stack(to_wgs84(xy[:, 0], xy[:, 1])))
    outlines = _repaired(outlines)
    _refuse_outside(outlines)
    return outlines


def _one(position: int, geometry: Mapping[str, Any]) -> shapely.Geometry:
    """The outline of one geometry, or the reason why there is none: how the culprit in a bad batch is found."""
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise NoOutlineError(position, f"type {kind}")
    try:
        outline: shapely.Geometry = _assemble([geometry])[0]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
        raise NoOutlineError(position, "ring") from error
    return outline


def _assemble(geometries: Sequence[Mapping[str, Any]]) -> Outlines:
    """Build all outlines of a batch in one call: ten times faster than one by one.

    Everything is checked before, because the library crashes on a polygon without rings.
    """
    points: list[Any] = []
    rings, polygons, multis = [0], [0], [0]
    for geometry in geometries:
        shapes = {"Polygon": (geometry["coordinates"],), "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
        _require(len(shapes) > 0)
        for shape in shapes:
            _require(len(shape) > 0)
            for ring in shape:
                _require(len(ring) >= 4 and ring[0] == ring[-1])  # noqa: PLR2004 -- a triangle ends where it began
                points.extend(ring)
                rings.append(len(points))
            polygons.append(len(rings) - 1)
        multis.append(len(polygons) - 1)
    coordinates = np.array(points, dtype=np.float64)
    _require(coordinates.ndim == 2 and coordinates.shape[1] in {2, 3})  # noqa: PLR2004 -- with or without height
    _require(bool(np.isfinite(coordinates).all()))
    offsets = (np.array(rings), np.array(polygons), np.array(multis))
    outlines: Outlines = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON, np.ascontiguousarray(coordinates[:, :2]), offsets
    )
    return outlines


def _require(sound: bool) -> None:  # noqa: FBT001 -- reads as a sentence at every call
    """Stop at an outline that is empty, open or not made of numbers."""
    if not sound:
        raise ValueError


def _repaired(outlines: Outlines) -> Outlines:
    """Outlines that cross themselves (it happens in published files) made whole; lines and points fall away."""
    broken = ~shapely.is_valid(outlines)
    if broken.any():
        outlines[broken] = [_surface(shapely.make_valid(outline)) for outline in outlines[broken]]
    return outlines


def _surface(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """Only the polygons of a repaired geometry."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    polygons = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return shapely.MultiPolygon(list(polygons))


def _refuse_outside(outlines: Outlines) -> None:
    """Stop at the first outline with a corner outside the Netherlands (or whose coordinates are in another order)."""
    west, south, east, north = NETHERLANDS
    bounds = shapely.bounds(outlines)
    inside = (bounds[:, 0] >= west) & (bounds[:, 1] >= south) & (bounds[:, 2] <= east) & (bounds[:, 3] <= north)
    if not inside.all():
        raise NoOutlineError(int(np.argmin(inside)), "outside")
