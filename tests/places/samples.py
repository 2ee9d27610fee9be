"""Small files as CBS, PDOK and RIVM publish them, made by hand; only what a test names is special."""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from samenspel.places import actions
from samenspel.places.actions import Origin, Outcome

GEO = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "geo"
needs_real_files = pytest.mark.skipif(not GEO.exists(), reason=f"real CBS and RIVM files are not here ({GEO.name})")
YEAR = 2024


def square(west: float = 5.0, south: float = 52.0, size: float = 0.01) -> dict[str, Any]:
    """A square outline in degrees."""
    east, north = round(west + size, 6), round(south + size, 6)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def neighbourhood(code: str = "BU03080000", name: str = "Centrum", **other: Any) -> dict[str, Any]:
    """A neighbourhood of Baarn with one figure; `geometry` replaces its outline."""
    geometry = other.pop("geometry", square())
    properties = {"buurtcode": code, "buurtnaam": name, "gemeentenaam": "Baarn", "aantal_inwoners": 1825}
    return {"type": "Feature", "properties": properties | other, "geometry": geometry}


def collection(*features: Any, **head: Any) -> io.BytesIO:
    """A GeoJSON file."""
    text = json.dumps({"type": "FeatureCollection", **head, "features": list(features)}, ensure_ascii=False)
    return io.BytesIO(text.encode())


def table(*lines: str) -> io.BytesIO:
    """A CSV file."""
    return io.BytesIO("\n".join([*lines, ""]).encode())


def row_of_squares(count: int, *, first: int = 0) -> list[dict[str, Any]]:
    """Neighbourhoods of Baarn side by side, each 0.01 degree wide from longitude 5 on, a hundred in a row."""
    corners = {number: (round(5 + number % 100 * 0.01, 6), 52 + number // 100 * 0.1) for number in range(1000)}
    return [
        neighbourhood(f"BU0308{number:04}", f"Buurt {number}", geometry=square(*corners[number]))
        for number in range(first, first + count)
    ]


def bring_in(*features: Any, year: int = YEAR) -> Outcome:
    """Import neighbourhoods."""
    return actions.import_areas(collection(*features), origin=Origin(year=year))


def bring_in_postcodes(*lines: str, year: int = YEAR) -> Outcome:
    """Import addresses: `3743AB;1;BU03080000`."""
    full = [f"{line};WK030800;GM0308" for line in lines]
    return actions.import_postcodes(
        table(f"PC6;Huisnummer;Buurt{year};Wijk{year};Gemeente{year}", *full), origin=Origin()
    )


def addresses(postcode: str, code: str, numbers: Sequence[int]) -> list[str]:
    """Lines for `bring_in_postcodes`."""
    return [f"{postcode};{number};{code}" for number in numbers]
