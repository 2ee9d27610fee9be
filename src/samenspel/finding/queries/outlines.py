"""The outlines under the map of results: the neighbourhoods of one municipality, coarse enough to send to a phone."""

import json
from typing import Any

import shapely
from django.db.models import Max

from samenspel.places import rules
from samenspel.places.models import AreaEdition
from samenspel.places.rules import AreaKind

FINEST = 0.0004
"""Corners closer than this (degrees, some 30 metres) are left out: nobody sees them on a map of a town."""
MOST = 400
DECIMALS = 4


def neighbourhoods_around(code: str) -> list[dict[str, Any]]:
    """GeoJSON features of all neighbourhoods in the municipality of this area, with code and name; empty if unknown."""
    if rules.kind_of_code(code) is None:
        return []
    municipality = rules.clean_code(code)[2:6]
    within = AreaEdition.objects.filter(area__code__startswith=f"BU{municipality}", area__kind=AreaKind.NEIGHBOURHOOD)
    newest = within.aggregate(year=Max("year"))["year"]
    rows = within.filter(year=newest).order_by("area_id").values_list("area_id", "name", "outline")[:MOST]
    return [_feature(code, name, bytes(outline)) for code, name, outline in rows]


def _feature(code: str, name: str, outline: bytes) -> dict[str, Any]:
    coarse = shapely.simplify(shapely.from_wkb(outline), FINEST)
    rounded = shapely.set_precision(coarse, 10**-DECIMALS)
    properties = {"code": code, "name": name}
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(rounded))}
