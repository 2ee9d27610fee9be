"""From published coordinates to outlines and metres."""

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from samenspel.places import geometry
from samenspel.places.geometry import Measures, NoOutlineError
from tests.places.samples import square

# Published pairs of RD New and WGS84: Westertoren in Amsterdam, Martinitoren in Groningen, the origin in Amersfoort.
KNOWN = [
    ((120700.723, 487525.501), (4.88352559, 52.37453253)),
    ((233883.131, 582065.167), (6.56820053, 53.21938317)),
    ((155000.0, 463000.0), (5.38720358, 52.15517230)),
]


@pytest.mark.parametrize(("rd", "wgs84"), KNOWN)
def test_known_points_agree_within_a_metre(rd: tuple[float, float], wgs84: tuple[float, float]) -> None:
    assert geometry.distance(geometry.to_rd(*wgs84), rd) < 1
    assert geometry.to_wgs84(*rd) == pytest.approx(wgs84, abs=1e-5)


@given(st.floats(3.3, 7.2), st.floats(50.8, 53.5))
def test_there_and_back_is_the_same_point(lon: float, lat: float) -> None:
    assert geometry.to_wgs84(*geometry.to_rd(lon, lat)) == pytest.approx((lon, lat), abs=1e-7)  # a centimetre


def test_an_outline_in_metres_becomes_the_same_outline_in_degrees() -> None:
    corners = [geometry.to_rd(*corner) for corner in square()["coordinates"][0]]
    metres = {"type": "Polygon", "coordinates": [[list(corner) for corner in corners]]}
    from_metres = geometry.outlines_of([metres], rd=True)[0]
    assert shapely.equals_exact(from_metres, geometry.outlines_of([square()])[0], tolerance=1e-8)


def test_polygons_multipolygons_and_heights_go_together() -> None:
    ring = [[*corner, 3.5] for corner in square(west=5.2)["coordinates"][0]]
    several = {"type": "MultiPolygon", "coordinates": [square()["coordinates"], square(west=5.1)["coordinates"]]}
    outlines = geometry.outlines_of([square(), several, {"type": "Polygon", "coordinates": [ring]}])
    assert [shapely.get_num_geometries(outline) for outline in outlines] == [1, 2, 1]
    assert not shapely.has_z(outlines).any()


def test_an_outline_that_crosses_itself_is_made_whole() -> None:
    bow = {"type": "Polygon", "coordinates": [[[5, 52], [5.01, 52.01], [5.01, 52], [5, 52.01], [5, 52]]]}
    outline = geometry.outlines_of([bow])[0]
    assert outline.is_valid
    assert outline.geom_type == "MultiPolygon"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"type": "Point", "coordinates": [5, 52]}, "type Point"),
        ({"type": "Polygon", "coordinates": []}, "ring"),
        ({"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5.1, 52.1]]]}, "ring"),
        ({"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5.1, 52.1], [5.05, 52]]]}, "ring"),
        ({"type": "Polygon", "coordinates": [[["a", "b"], [5.1, 52], [5.1, 52.1], ["a", "b"]]]}, "ring"),
        ({"type": "Polygon"}, "ring"),
        (square(west=52.0, south=5.0), "outside"),
        (square(west=8.0), "outside"),
    ],
)
def test_the_culprit_in_a_batch_is_named(bad: dict[str, Any], reason: str) -> None:
    with pytest.raises(NoOutlineError) as refused:
        geometry.outlines_of([square(), square(west=5.1), bad])
    assert (refused.value.position, str(refused.value)) == (2, reason)


def test_the_centre_of_a_horseshoe_lies_in_it() -> None:
    shoe = [
        [5, 52],
        [5.03, 52],
        [5.03, 52.03],
        [5.02, 52.03],
        [5.02, 52.01],
        [5.01, 52.01],
        [5.01, 52.03],
        [5, 52.03],
        [5, 52],
    ]
    outlines = geometry.outlines_of([{"type": "Polygon", "coordinates": [shoe]}])
    measures = Measures.of(outlines)
    assert shapely.contains_xy(outlines[0], *measures.centre[0])
    assert np.allclose(measures.bounds[0], [5, 52, 5.03, 52.03])
    assert geometry.distance(tuple(measures.centre_rd[0]), geometry.to_rd(*measures.centre[0])) < 1e-6
