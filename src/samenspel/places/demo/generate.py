"""Makes the files of Meerlinden, always the same ones: `python -m samenspel.places.demo.generate`.

The outlines grow like real ones: hundreds of small cells, each joined to the nearest neighbourhood centre, around a
lake. Figures are drawn around believable means and rounded as CBS does it (people to fives, shares to whole percents).
"""

import csv
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from samenspel.places import geometry

FOLDER = Path(__file__).resolve().parent
SEED, YEAR, HEALTH_YEAR = 9901, 2024, 2024
MUNICIPALITY, NAME = "GM9901", "Meerlinden"
CENTRE_RD = (142_600.0, 505_000.0)  # the middle of the Markermeer, in metres
UNKNOWN = -99995


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What a neighbourhood is like: where its centre is (metres from the middle), how many live there, how old."""

    code: str
    name: str
    at: tuple[int, int]
    inhabitants: int
    share_65plus: int
    share_single: int
    low_income: float
    lonely: float
    postcode: str


DISTRICTS = {
    "WK990100": "Dorpskern",
    "WK990101": "Meerlinden-Noord",
    "WK990102": "Linderveld",
    "WK990103": "Buitengebied",
}
NEIGHBOURHOODS = (
    Neighbourhood("BU99010001", "Oude Dorp", (-300, 100), 2710, 31, 44, 6.1, 47.2, "8691"),
    Neighbourhood("BU99010002", "Centrum", (350, -250), 3185, 26, 52, 8.4, 50.3, "8691"),
    Neighbourhood("BU99010003", "Havenkwartier", (-900, -750), 1940, 14, 48, 5.2, 44.9, "8691"),
    Neighbourhood("BU99010101", "Lindenhof", (-400, 1300), 3620, 24, 35, 4.9, 43.5, "8692"),
    Neighbourhood("BU99010102", "De Akkers", (700, 1350), 4075, 12, 22, 3.8, 39.8, "8692"),
    Neighbourhood("BU99010103", "Vogelbuurt", (1500, 700), 3340, 19, 37, 11.9, 53.6, "8692"),
    Neighbourhood("BU99010201", "Linderveld-Oost", (1750, -550), 4410, 11, 20, 3.1, 38.4, "8693"),
    Neighbourhood("BU99010202", "Linderveld-West", (1050, -1250), 3865, 13, 24, 4.4, 40.7, "8693"),
    Neighbourhood("BU99010203", "Schrijversbuurt", (100, -1300), 2590, 28, 46, 10.2, 52.1, "8693"),
    Neighbourhood("BU99010301", "Zandhoek", (-2300, 900), 880, 27, 25, 4.0, 41.0, "8694"),
    Neighbourhood("BU99010302", "'t Meereind", (-2100, -1300), 615, 33, 29, 4.6, 42.3, "8694"),
    Neighbourhood("BU99010399", "Bedrijvenpark De Kade", (2700, 250), 25, UNKNOWN, UNKNOWN, UNKNOWN, 0, "8694"),
)
LAKE_AT, LAKE_SIZE = (-1500, 150), (520, 780)


def outlines(luck: random.Random) -> dict[str, Any]:
    """Neighbourhood code to outline in RD New metres; together they fill the municipality except for its lake."""
    border = _blob(luck, (0, 0), (3400, 2300), wobble=0.10)
    centres = np.array([neighbourhood.at for neighbourhood in NEIGHBOURHOODS], dtype=float)
    grid = [
        (x + luck.uniform(-70, 70), y + luck.uniform(-70, 70))
        for x, y in product(range(-4000, 4001, 170), range(-3000, 3001, 170))
    ]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(grid), ordered=True))
    nearest = [int(np.argmin(np.hypot(*(centres - point).T))) for point in np.array(grid)]
    whole = [
        shapely.union_all(cells[[place for place, near in enumerate(nearest) if near == number]])
        for number in range(len(NEIGHBOURHOODS))
    ]
    land = shapely.difference(border, lake())
    smooth = shapely.coverage_simplify(np.array(whole), 60)
    return {
        neighbourhood.code: shapely.intersection(shape, land)
        for neighbourhood, shape in zip(NEIGHBOURHOODS, smooth, strict=True)
    }


def lake() -> shapely.Polygon:
    """The Lindermeer, with its own luck: it is both a hole in the land and a water surface."""
    return _blob(random.Random(SEED), LAKE_AT, LAKE_SIZE, wobble=0.16)  # noqa: S311 -- repeatable, nothing secret


def _blob(luck: random.Random, at: tuple[float, float], size: tuple[float, float], *, wobble: float) -> shapely.Polygon:
    """A rounded shape like a village border or a lake: an ellipse with a few slow waves in it."""
    turns = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    radius = np.ones_like(turns)
    for waves in (2, 3, 5):
        radius += luck.uniform(0.4, 1) * wobble / waves * 2 * np.sin(waves * turns + luck.uniform(0, 6.28))
    xs, ys = at[0] + size[0] * radius * np.cos(turns), at[1] + size[1] * radius * np.sin(turns)
    return shapely.Polygon(np.column_stack([xs, ys]))


def to_geojson(outline: shapely.Geometry) -> dict[str, Any]:
    """An outline in metres around the middle as GeoJSON in degrees, to about a metre."""

    def degrees(points: Any) -> Any:
        lon, lat = geometry.to_wgs84(points[:, 0] + CENTRE_RD[0], points[:, 1] + CENTRE_RD[1])
        return np.column_stack([np.round(lon, 5), np.round(lat, 5)])

    made: dict[str, Any] = json.loads(shapely.to_geojson(shapely.normalize(shapely.transform(outline, degrees))))
    return made


def features(shapes: dict[str, Any]) -> list[dict[str, Any]]:
    """The neighbourhoods as PDOK publishes them, with the lake as a water surface among them."""
    above = {"gemeentecode": MUNICIPALITY, "gemeentenaam": NAME, "jaar": YEAR}
    made = [
        _feature(
            {"buurtcode": one.code, "buurtnaam": one.name, "wijkcode": f"WK{one.code[2:8]}", "water": "NEE"}
            | above
            | figures(one, shapes[one.code].area / 1e6),
            shapes[one.code],
        )
        for one in NEIGHBOURHOODS
    ]
    water = {"buurtcode": "BU99019997", "buurtnaam": "Lindermeer", "wijkcode": "WK990199", "water": "JA"} | above
    return [*made, _feature(water, lake())]


def figures(one: Neighbourhood, square_km: float) -> dict[str, float]:
    """Key figures under the names of PDOK."""
    households = UNKNOWN if one.share_single == UNKNOWN else _fives(one.inhabitants / (2.75 - one.share_single / 50))
    return {
        "aantal_inwoners": one.inhabitants,
        "percentage_personen_0_tot_15_jaar": UNKNOWN if one.share_65plus == UNKNOWN else 24 - one.share_65plus // 2,
        "percentage_personen_65_jaar_en_ouder": one.share_65plus,
        "aantal_huishoudens": households,
        "percentage_eenpersoonshuishoudens": one.share_single,
        "gemiddelde_huishoudsgrootte": UNKNOWN if households == UNKNOWN else round(one.inhabitants / households, 1),
        "bevolkingsdichtheid_inwoners_per_km2": round(one.inhabitants / square_km),
        "percentage_huishoudens_met_laag_inkomen": one.low_income,
    }


def _fives(number: float) -> int:
    return 5 * round(number / 5)


def larger(shapes: dict[str, shapely.Geometry], code: str) -> tuple[shapely.Geometry, dict[str, float]]:
    """Outline and figures of a district or the municipality, from its neighbourhoods."""
    within = [one for one in NEIGHBOURHOODS if one.code[2:].startswith(code[2:])]
    people = sum(one.inhabitants for one in within)
    counted = [one for one in within if one.share_65plus != UNKNOWN]
    elderly = sum(one.inhabitants * one.share_65plus for one in counted) / sum(one.inhabitants for one in counted)
    outline = shapely.union_all([shapes[one.code] for one in within], grid_size=0.01)
    return outline, {"aantal_inwoners": people, "percentage_personen_65_jaar_en_ouder": round(elderly)}


def _feature(properties: dict[str, Any], outline: shapely.Geometry) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": to_geojson(outline)}


def health(luck: random.Random) -> Iterable[Sequence[object]]:
    """Lines as in the health monitor, for adults and for the elderly; about very few people it publishes nothing."""
    for age, more in (("18+", 0.0), ("65+", 3.5)):
        known = {one: _shares(luck, one.lonely, more) for one in NEIGHBOURHOODS if one.inhabitants >= 100}  # noqa: PLR2004
        yield (MUNICIPALITY, "Gemeente", NAME, age, *_mean(known, ""), HEALTH_YEAR)
        for code in DISTRICTS:
            yield (code, "Wijk", NAME, age, *_mean(known, code[2:]), HEALTH_YEAR)
        for one in NEIGHBOURHOODS:
            yield (one.code, "Buurt", NAME, age, *known.get(one, [""] * 5), HEALTH_YEAR)


def _shares(luck: random.Random, base: float, more: float) -> list[float]:
    """Lonely, very lonely, informal carers, volunteers, in good health; in percents."""
    lonely = base + more + luck.uniform(-0.6, 0.6)
    carers, volunteers = luck.uniform(13, 17), luck.uniform(23, 33) + more
    return [round(share, 1) for share in (lonely, lonely / 4.2, carers, volunteers, 92 - lonely / 3)]


def _mean(known: dict[Neighbourhood, list[float]], beginning: str) -> list[float]:
    """The shares of a larger area: those of its neighbourhoods, weighed by inhabitants."""
    within = {one: shares for one, shares in known.items() if one.code[2:].startswith(beginning)}
    people = sum(one.inhabitants for one in within)
    return [
        round(sum(one.inhabitants * shares[place] for one, shares in within.items()) / people, 1) for place in range(5)
    ]


def addresses(luck: random.Random) -> Iterable[Sequence[object]]:
    """Lines as in the CBS file of addresses; the last postcode of a neighbourhood runs on into the next one."""
    letters = iter([f"{first}{second}" for first, second in product("ABCDEGHJKL", "ABCDEGHJKL")])
    for one, following in zip(NEIGHBOURHOODS, (*NEIGHBOURHOODS[1:], NEIGHBOURHOODS[0]), strict=True):
        codes = [one.postcode + next(letters) for _ in range(max(1, min(8, one.inhabitants // 450)))]
        for postcode in codes:
            numbers = range(luck.choice((1, 2)), luck.randrange(24, 60), 2)
            crossing = postcode == codes[-1] and following.postcode == one.postcode
            for place, number in enumerate(numbers):
                owner = following if crossing and place >= len(numbers) * 2 // 3 else one
                yield postcode, number, owner.code, f"WK{owner.code[2:8]}", MUNICIPALITY


def write() -> None:
    """Write all files beside this module."""
    luck = random.Random(SEED)  # noqa: S311 -- repeatable, nothing secret
    shapes = outlines(luck)
    districts = [
        _feature({"wijkcode": code, "wijknaam": name, "gemeentecode": MUNICIPALITY, "gemeentenaam": NAME}
                 | {"jaar": YEAR} | numbers, outline)
        for code, name in DISTRICTS.items()
        for outline, numbers in [larger(shapes, code)]
    ]  # fmt: skip
    outline, numbers = larger(shapes, MUNICIPALITY)
    own = {"gemeentecode": MUNICIPALITY, "gemeentenaam": NAME, "jaar": YEAR} | numbers
    _write_geojson("municipality", [_feature(own, outline)])
    _write_geojson("districts", districts)
    _write_geojson("neighbourhoods", features(shapes))
    columns = ("eenzaam_pct", "ernstig_eenzaam_pct", "mantelzorger_pct", "vrijwilligerswerk_pct")
    header = ("code", "soort", "gemeente", "leeftijd", *columns, "ervaren_gezondheid_goed_pct", "jaar")
    _write_csv("health", ",", [header, *health(luck)])
    _write_csv("addresses", ";", [("PC6", "Huisnummer", "Buurt2024", "Wijk2024", "Gemeente2024"), *addresses(luck)])
    towns = sorted({one.postcode for one in NEIGHBOURHOODS})
    _write_csv("towns", ",", [("postcode", "plaats", "gemeente"), *((code, NAME, NAME) for code in towns)])


def _write_geojson(name: str, made: list[dict[str, Any]]) -> None:
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in made)
    text = f'{{"type":"FeatureCollection","name":"{name}","features":[\n{lines}\n]}}\n'
    (FOLDER / f"meerlinden_{name}.geojson").write_text(text, encoding="utf-8")


def _write_csv(name: str, delimiter: str, lines: Iterable[Sequence[object]]) -> None:
    with (FOLDER / f"meerlinden_{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(lines)


if __name__ == "__main__":
    write()
