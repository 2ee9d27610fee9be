"""What codes, postcodes and names of places mean, without a database.

The Dutch statistics office (CBS) divides the country in three layers: municipality (`GM0308`), district
(`WK030800`, wijk) and neighbourhood (`BU03080011`, buurt). The code of a lower layer begins with the number of
the layers above it, so the parents follow from the code alone.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any

UNKNOWN_FROM = -99990
"""CBS writes -99995, -99997 and the like for 'unknown', 'secret' or 'not yet published'."""

_NUMERIC = frozenset({int, float})
_QUOTES = str.maketrans(dict.fromkeys("'`´‘’ʼ\"", "'"))
_LETTERS_WITHOUT_PARTS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d"})
_WORDS = re.compile(r"[a-z0-9]+")
_OTHER_NAMES = {"den haag": "gravenhage", "den bosch": "hertogenbosch"}
_CODE = re.compile(r"(?P<prefix>GM|WK|BU)(?P<municipality>[0-9]{4})(?P<rest>[0-9A-Z]*)", re.ASCII)
_POSTCODE = re.compile(r"(?P<digits>[0-9]{4})\s*(?P<letters>[A-Z]{2})?(?:[\s,]+(?P<number>[0-9]{1,5})\s*\S{0,6})?")
_LOOKS_LIKE_POSTCODE = re.compile(r"(?=[0-9O]*[0-9])[0-9O]{3,}\s*[A-Z]{0,3}\b", re.ASCII)
_NEVER_ISSUED = {"SA", "SD", "SS"}


class AreaKind(StrEnum):
    """The three layers of the CBS division, from large to small."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    NEIGHBOURHOOD = "neighbourhood"


_KINDS = {"GM": (AreaKind.MUNICIPALITY, 0), "WK": (AreaKind.DISTRICT, 2), "BU": (AreaKind.NEIGHBOURHOOD, 4)}


def clean_code(raw: object) -> str:
    """A CBS code without the blanks it is padded with in some files, in capitals."""
    return str(raw).replace("\x00", " ").strip().upper() if raw is not None else ""


def kind_of_code(code: str) -> AreaKind | None:
    """The layer a clean code belongs to, or None when it is no CBS code of a place."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    kind, length = _KINDS[match["prefix"]]
    return kind if len(match["rest"]) == length else None


def municipality_of(code: str) -> str:
    """The municipality code of any code: `BU0363AA01` lies in `GM0363`."""
    return f"GM{code[2:6]}"


def parent_of(code: str) -> str | None:
    """The code one layer up: neighbourhood to district, district to municipality; a municipality has none."""
    if code.startswith("BU"):
        return f"WK{code[2:8]}"
    return municipality_of(code) if code.startswith("WK") else None


def clean_name(raw: object) -> str:
    """A name without blanks around it or doubled inside it; accents and `'s-` stay as published.

    The sign with number 0, which a database cannot keep, counts as a blank.
    """
    return " ".join(str(raw).replace("\x00", " ").split()) if raw is not None else ""


def name_key(name: str) -> str:
    """The form in which names are compared: small letters, no accents, no signs, no loose 's or 't.

    `'s-Gravenhage`, `s Gravenhage` and `Den Haag` share a key; so do `Súdwest-Fryslân` and `sudwest fryslan`.
    Made here because the embedded PostgreSQL has no `unaccent`.
    """
    plain = name.lower()
    if not plain.isascii():
        text = plain.translate(_QUOTES).translate(_LETTERS_WITHOUT_PARTS)
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    key = " ".join(word for word in _WORDS.findall(plain) if word not in {"s", "t"})
    return _OTHER_NAMES.get(key, key)


def number(raw: Any) -> float | int | None:
    """A published figure as a number; None for everything that stands for 'we do not know'.

    Unknown is None, never 0: a neighbourhood without figures is not a neighbourhood without people.
    """
    value: Any = number_in(raw) if isinstance(raw, str) else raw
    if type(value) not in _NUMERIC or value <= UNKNOWN_FROM or not isfinite(value):
        return None
    return int(value) if value == int(value) else value


def number_in(text: str) -> float | None:
    """The number a piece of CSV holds, with a point or a decimal comma; None for words and blanks.

    Unlike `number` it gives the signs for unknown (-99995) as they are.
    """
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


class PostcodeProblem(StrEnum):
    """Why a typed text is no usable postcode."""

    LETTER_O = "letter O where a zero belongs"
    NEVER_ISSUED = "this combination is never issued"
    SHAPE = "not the shape of a Dutch postcode"


@dataclass(frozen=True, slots=True)
class Postcode:
    """A Dutch postcode of 4 digits, with or without its 2 letters and a house number."""

    digits: str
    letters: str = ""
    house_number: int | None = None

    @property
    def code(self) -> str:
        """The form in the tables: `3743` or `3743AB`."""
        return self.digits + self.letters

    def __str__(self) -> str:
        """The form people write: `3743 AB`."""
        return f"{self.digits} {self.letters}".strip()


def looks_like_postcode(text: str) -> bool:
    """Whether somebody meant a postcode: three or more digits in front (`2e Exloërmond` is a name)."""
    return _LOOKS_LIKE_POSTCODE.match(text.strip().upper()) is not None


def read_postcode(text: str) -> Postcode | PostcodeProblem:
    """The postcode in a typed text such as `3743ab`, `3743 AB` or `3743 AB 12`.

    A letter O for a zero is not silently repaired: see `repaired_postcode` for what to propose.
    """
    typed = " ".join(text.upper().replace("-", " ").split())
    match = _POSTCODE.fullmatch(typed)
    if match is None:
        return PostcodeProblem.LETTER_O if repaired_postcode(text) else PostcodeProblem.SHAPE
    letters = match["letters"] or ""
    if match["digits"].startswith("0") or letters in _NEVER_ISSUED:
        return PostcodeProblem.NEVER_ISSUED
    return Postcode(match["digits"], letters, int(match["number"]) if match["number"] else None)


def repaired_postcode(text: str) -> str:
    """What was probably meant by `12O4 AB`: `1204 AB`; empty when a zero does not help."""
    typed = " ".join(text.upper().replace("-", " ").split())
    repaired = typed[:4].replace("O", "0") + typed[4:]
    if repaired == typed or _POSTCODE.fullmatch(repaired) is None:
        return ""
    match read_postcode(repaired):
        case Postcode() as postcode:
            return str(postcode)
        case _:
            return ""


def rounded_distance(metres: float) -> tuple[float, str]:
    """A distance as people say it: to 50 m under a kilometre, to half a kilometre under 5 km, then whole.

    Returns the number and its unit (`m` or `km`). More precision would suggest we know the walking route.
    """
    if metres < 975:  # noqa: PLR2004 -- from here on it rounds to a kilometre
        return max(50, round(metres / 50) * 50), "m"
    kilometres = metres / 1000
    return (round(kilometres * 2) / 2, "km") if kilometres < 5 else (round(kilometres), "km")  # noqa: PLR2004
