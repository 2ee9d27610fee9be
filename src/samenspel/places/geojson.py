"""Official GeoJSON, read feature by feature, so that a file of hundreds of megabytes stays small in memory.

Knows the names CBS and PDOK have used through the years (`buurtcode`, `BU_CODE`, `code`) and their traps: codes
padded with blanks, -99995 for unknown, water surfaces that carry the code of a municipality.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, BinaryIO

import ijson
from django.utils.translation import gettext as _

from samenspel.places import figures, rules
from samenspel.places.faults import BadFileError
from samenspel.places.rules import AreaKind

_CODE_FIELDS = {
    AreaKind.NEIGHBOURHOOD: ("buurtcode", "bu_code"),
    AreaKind.DISTRICT: ("wijkcode", "wk_code"),
    AreaKind.MUNICIPALITY: ("gemeentecode", "gm_code"),
}
_NAME_FIELDS = {
    AreaKind.NEIGHBOURHOOD: ("buurtnaam", "bu_naam"),
    AreaKind.DISTRICT: ("wijknaam", "wk_naam"),
    AreaKind.MUNICIPALITY: ("gemeentenaam", "gm_naam"),
}
_ANY_CODE = ("code", "statcode")
_ANY_NAME = ("name", "naam", "statnaam")
_NO_FIGURES = frozenset(
    ("water", "h2o", "jaar", "jrstatcode", "fid", "id", "objectid", "rubriek", "provincie", "province")
    + ("indelingswijziging_wijken_en_buurten", "meest_voorkomende_postcode", "pc4_meest_voorkomend", "shape_leng")
    + ("dekkingspercentage", "shape_area", "shape_length")
    + tuple(name for names in (*_CODE_FIELDS.values(), *_NAME_FIELDS.values()) for name in names)
    + _ANY_CODE
    + _ANY_NAME
)
_HEAD_BYTES, _READ_BYTES = 65_536, 262_144
_RD_SYSTEM, _DEGREES_SYSTEMS = "28992", {"4326", "4258", "CRS84", "84"}


@dataclass(frozen=True, slots=True)
class AreaFeature:
    """One area as published: place in the file (from 1), code, name, figures and its still unbuilt outline."""

    position: int
    code: str
    name: str
    municipality_name: str
    year: int | None
    figures: dict[str, float | int]
    geometry: Mapping[str, Any]


def coordinate_system(stream: BinaryIO) -> str | None:
    """`rd`, `degrees`, or None when the file does not say; leaves the stream at its beginning.

    Raises:
        BadFileError: the file names another system.
    """
    head = stream.read(_HEAD_BYTES).decode("utf-8", errors="replace")
    stream.seek(0)
    match = re.search(r'"crs"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]+)"', head.split('"features"', 1)[0])
    if match is None:
        return None
    system = re.split(r"[:/]", match[1])[-1]
    if system == _RD_SYSTEM:
        return "rd"
    if system in _DEGREES_SYSTEMS:
        return "degrees"
    raise BadFileError(
        _("Het bestand gebruikt coördinaten die wij niet kennen: %(name)s.") % {"name": match[1]},
    )


def is_rd(geometry: Mapping[str, Any]) -> bool:
    """Whether the first corner of an outline can only be metres: no degree is that large."""
    corner: Any = geometry.get("coordinates")
    while isinstance(corner, list) and corner and isinstance(corner[0], list):
        corner = corner[0]
    return bool(isinstance(corner, list) and corner and isinstance(corner[0], int | float) and abs(corner[0]) > 360)  # noqa: PLR2004


def raw_features(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    """The features of a file with their place in it, counted from 1.

    Raises:
        BadFileError: no JSON, cut off half-way, not in UTF-8, or without features.
    """
    position = 0
    try:
        for position, feature in enumerate(
            ijson.items(stream, "features.item", use_float=True, buf_size=_READ_BYTES), start=1
        ):
            yield position, feature
    except ijson.common.IncompleteJSONError as error:
        raise BadFileError(_broken(position, str(error))) from error
    except (ijson.common.JSONError, UnicodeDecodeError) as error:
        raise BadFileError(_broken(position, str(error))) from error
    if position == 0:
        raise BadFileError(_("In het bestand staat geen enkel gebied. Is het wel een GeoJSON-bestand?"))


def _broken(position: int, reason: str) -> str:
    """The sentence for a file that stops being JSON after `position` good features."""
    if "UTF8" in reason or "utf-8" in reason:
        return _("Na gebied %(position)s staat een teken dat geen UTF-8 is. Bewaar het bestand opnieuw als UTF-8.") % {
            "position": position
        }
    if position == 0 and "EOF" not in reason and "Incomplete" not in reason:
        return _("Dit is geen GeoJSON-bestand: het begint niet als JSON.")
    if "EOF" in reason or "Incomplete" in reason or "premature" in reason:
        return _("Het bestand is niet compleet: het stopt na gebied %(position)s.") % {"position": position}
    return _("Na gebied %(position)s is het bestand geen geldige JSON meer.") % {"position": position}


def area_features(stream: BinaryIO, *, kind: AreaKind | None = None) -> Iterator[AreaFeature]:
    """The areas of a file. The kind is that of the first feature when the caller does not say it.

    Water surfaces are left out: nobody lives there, and CBS gives them the code of the land beside them.

    Raises:
        BadFileError: for the first feature without code, with a wrong or second code, or without name or outline.
    """
    seen: set[str] = set()
    for position, feature in raw_features(stream):
        properties = _properties(position, feature)
        if str(properties.get("water", properties.get("h2o", "NEE"))).strip().upper() in {"JA", "B"}:
            continue
        kind = kind or _guess_kind(properties)
        area = _area(position, properties, feature.get("geometry"), kind)
        if area.code in seen:
            raise BadFileError(
                _("Gebied %(position)s heeft de code %(code)s, maar die code kwam al eerder voor in het bestand.")
                % {"position": position, "code": area.code},
            )
        seen.add(area.code)
        yield area


def _properties(position: int, feature: Any) -> dict[str, Any]:
    """The properties of a feature with names in small letters."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise BadFileError(_("Gebied %(position)s heeft geen eigenschappen.") % {"position": position})
    if _all_small(tuple(properties)):
        return properties
    return {name.lower(): value for name, value in properties.items()}


@cache
def _all_small(names: tuple[str, ...]) -> bool:
    """Whether field names are in small letters already; remembered, as every feature of a file has the same ones."""
    return all(name == name.lower() for name in names)


@cache
def _figure_fields(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The fields that can hold a figure, with our own names for them; remembered like `_all_small`."""
    return tuple(
        (name, figures.NAMES.get(name, name)) for name in names if name not in _NO_FIGURES and "\x00" not in name
    )


def _guess_kind(properties: Mapping[str, Any]) -> AreaKind | None:
    """The smallest layer a feature has a code for: a neighbourhood also names its district and municipality."""
    for kind in reversed(AreaKind):
        if _first(properties, _CODE_FIELDS[kind]) is not None:
            return kind
    return rules.kind_of_code(rules.clean_code(_first(properties, _ANY_CODE)))


def _first(properties: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first of some fields that is there and filled."""
    for name in names:
        value = properties.get(name)
        if value is not None and value != "":
            return value
    return None


def _area(position: int, properties: Mapping[str, Any], geometry: Any, kind: AreaKind | None) -> AreaFeature:
    """One checked area."""
    code = _checked_code(position, properties, kind)
    own = kind or AreaKind.NEIGHBOURHOOD
    name = rules.clean_name(_first(properties, _NAME_FIELDS[own] + _ANY_NAME))
    if not name:
        raise BadFileError(_("Gebied %(position)s (%(code)s) heeft geen naam.") % {"position": position, "code": code})
    if not isinstance(geometry, dict):
        raise BadFileError(
            _("Gebied %(position)s (%(code)s) heeft geen grenzen.") % {"position": position, "code": code},
        )
    year = rules.number(properties.get("jaar"))
    municipality = rules.clean_name(_first(properties, _NAME_FIELDS[AreaKind.MUNICIPALITY]))
    return AreaFeature(position, code, name, municipality, int(year) if year else None, _figures(properties), geometry)


def _checked_code(position: int, properties: Mapping[str, Any], kind: AreaKind | None) -> str:
    """The code of a feature, of the right layer and in agreement with the codes of its parents."""
    code = rules.clean_code(_first(properties, (_CODE_FIELDS[kind] if kind else ()) + _ANY_CODE))
    if not code:
        raise BadFileError(_("Gebied %(position)s heeft geen code.") % {"position": position})
    found = rules.kind_of_code(code)
    if found is None:
        raise BadFileError(
            _("Gebied %(position)s heeft de code %(code)s. Wij kennen alleen codes als GM0308, WK030800 en BU03080000.")
            % {"position": position, "code": code},
        )
    if found != kind:
        raise BadFileError(
            _("Gebied %(position)s (%(code)s) is van een andere soort dan de rest van het bestand.")
            % {"position": position, "code": code},
        )
    for given, expected in _parents_given(properties, code):
        if given != expected:
            raise BadFileError(
                _("Gebied %(position)s (%(code)s) hoort volgens zijn code niet bij %(parent)s.")
                % {"position": position, "code": code, "parent": given},
            )
    return code


def _parents_given(properties: Mapping[str, Any], code: str) -> Iterator[tuple[str, str]]:
    """The parents a feature names itself, each with the one that its code says."""
    layers = [(AreaKind.MUNICIPALITY, rules.municipality_of(code))]
    if code.startswith("BU"):
        layers.append((AreaKind.DISTRICT, f"WK{code[2:8]}"))
    for layer, expected in layers if not code.startswith("GM") else ():
        given = _first(properties, _CODE_FIELDS[layer])
        if given is not None:
            yield rules.clean_code(given), expected


def _figures(properties: Mapping[str, Any]) -> dict[str, float | int]:
    """Every known number of a feature under our own name; what is unknown is left out."""
    kept: dict[str, float | int] = {}
    for field, name in _figure_fields(tuple(properties)):
        value = properties[field]
        if type(value) is int:  # most of them, and there are three million in an original national file
            if value > rules.UNKNOWN_FROM:
                kept[name] = value
        elif type(value) is float and (known := rules.number(value)) is not None:
            kept[name] = known
    return kept
