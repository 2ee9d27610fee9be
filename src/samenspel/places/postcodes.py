"""Files that say where a postcode lies: three kinds, told apart by their header.

- `PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025` (CBS, one line per address, nine million lines);
- `postcode,buurtcode,...,deel_van_pc4` (the part of a postcode's surface in a neighbourhood);
- `postcode,...,plaats,gemeente` (the town of a postcode).
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from django.utils.translation import gettext as _

from samenspel.places import rules
from samenspel.places.faults import BadFileError
from samenspel.places.tables import Table, code_on, number_on, postcode_on

Numbers = Mapping[str, Mapping[str, "array[int]"]]


class Content(Enum):
    """What a postcode file tells."""

    ADDRESSES = auto()
    SURFACES = auto()
    TOWNS = auto()


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a postcode in one neighbourhood; `addresses` and `house_numbers` where the file tells them."""

    postcode: str
    code: str
    share: float
    addresses: int | None = None
    house_numbers: list[int] | None = None


@dataclass(frozen=True, slots=True)
class Town:
    """The town of a four-digit postcode."""

    postcode: str
    place: str
    municipality_name: str


def content_of(table: Table) -> Content:
    """What the file tells, by its header.

    Raises:
        BadFileError: it is none of the three.
    """
    if {"pc6", "huisnummer"} <= set(table.columns):
        return Content.ADDRESSES
    if {"postcode", "buurtcode", "deel_van_pc4"} <= set(table.columns):
        return Content.SURFACES
    if {"postcode", "plaats", "gemeente"} <= set(table.columns):
        return Content.TOWNS
    raise BadFileError(
        _("De kolommen in regel 1 zijn die van geen enkel postcodebestand dat wij kennen: %(columns)s.")
        % {"columns": ", ".join(table.columns)[:200]},
    )


def year_of(table: Table) -> int | None:
    """The year in a column name such as `Buurt2025`, when there is one."""
    years = [match[1] for name in table.columns if (match := re.fullmatch(r"buurt((?:19|20)[0-9]{2})", name))]
    return int(years[0]) if years else None


def towns(table: Table) -> Iterator[Town]:
    """One row per postcode; a postcode without a town (only letter boxes) is passed over."""
    postcode, place, municipality = table.places_of("postcode", "plaats", "gemeente")
    seen: set[str] = set()
    for line, row in table.rows:
        code = _once(seen, line, postcode_on(line, row[postcode], 4))
        name = rules.clean_name(row[place])
        if name:
            yield Town(code, name, rules.clean_name(row[municipality]))


def surfaces(table: Table) -> Iterator[Share]:
    """The share of each four-digit postcode's surface in a neighbourhood."""
    postcode, area, share = table.places_of("postcode", "buurtcode", "deel_van_pc4")
    seen: set[str] = set()
    for line, row in table.rows:
        code, neighbourhood = postcode_on(line, row[postcode], 4), code_on(line, row[area])
        _once(seen, line, f"{code} {neighbourhood}")
        part = number_on(line, row[share])
        if not 0 <= part <= 1:
            raise BadFileError(
                _("Regel %(line)s heeft als deel van de postcode %(value)s; dat moet tussen 0 en 1 liggen.")
                % {"line": line, "value": row[share][:40]},
            )
        if part > 0:
            yield Share(code, neighbourhood, part)


def _once(seen: set[str], line: int, key: str) -> str:
    """Refuse a second line about the same."""
    if key in seen:
        raise BadFileError(_("Regel %(line)s staat dubbel in het bestand: %(key)s.") % {"line": line, "key": key})
    seen.add(key)
    return key.split(maxsplit=1)[0]


def addresses(table: Table) -> Iterator[Share]:
    """Shares counted from single addresses: first for every full postcode, then for the four digits.

    The lines may stand in any order. House numbers are kept only where a full postcode lies in several
    neighbourhoods, as nothing else needs them.
    """
    numbers = _numbers_by_postcode(table)
    by_four: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for postcode, per_area in numbers.items():
        total = sum(len(found) for found in per_area.values())
        for code, found in per_area.items():
            by_four[postcode[:4]][code] += len(found)
            kept = sorted(set(found)) if len(per_area) > 1 else None
            yield Share(postcode, code, len(found) / total, len(found), kept)
    for postcode, counts in by_four.items():
        total = sum(counts.values())
        for code, count in counts.items():
            yield Share(postcode, code, count / total, count)


def _numbers_by_postcode(table: Table) -> Numbers:
    """Postcode to neighbourhood to house numbers; arrays, because there are nine million of them."""
    area_column = next((name for name in table.columns if re.fullmatch(r"buurt([0-9]{4})?(code)?", name)), "buurt")
    postcode, number, area = table.places_of("pc6", "huisnummer", area_column)
    found: dict[str, dict[str, array[int]]] = {}
    known_codes: dict[str, str] = {}
    known_postcodes: dict[str, str] = {}
    for line, row in table.rows:
        raw_postcode, raw_code = row[postcode], row[area]
        clean = known_postcodes.get(raw_postcode)
        if clean is None:
            clean = known_postcodes[raw_postcode] = postcode_on(line, raw_postcode, 6)
        code = known_codes.get(raw_code)
        if code is None:
            code = known_codes[raw_code] = _neighbourhood_on(line, raw_code)
        house_number = row[number]
        if not house_number.isdecimal() or len(house_number) > 5:  # noqa: PLR2004 -- the longest Dutch house number
            raise BadFileError(
                _("Regel %(line)s heeft “%(value)s” waar een huisnummer hoort.")
                % {"line": line, "value": house_number[:40]},
            )
        found.setdefault(clean, {}).setdefault(code, array("I")).append(int(house_number))
    return found


def _neighbourhood_on(line: int, raw: str) -> str:
    """A neighbourhood code; older files leave the letters BU and leading zeros out."""
    bare = raw.strip()
    return code_on(line, f"BU{bare.zfill(8)}" if bare.isdecimal() else bare)
