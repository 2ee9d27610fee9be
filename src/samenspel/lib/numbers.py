"""Dutch official numbers by their form alone: citizen (BSN), organisation (RSIN) and trade register (KvK).

A BSN has no place in this product (evidence.md L11): outside government only a specific law allows it, consent does
not help. An RSIN has the same form and belongs in the field for it, nowhere else.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

BSN_DIGITS = 9
OLD_BSN_DIGITS = 8
KVK_DIGITS = 8
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
DIGITS = re.compile(r"\d+")
PHONE = re.compile(r"(?<!\d)(?:\+\s?|00)\d{2}(?:[ .-]?\d){7,11}(?!\d)|(?<!\d)0[1-9](?:[ .-]?\d){8}(?!\d)")
SEPARATORS = {" ", ".", "-"}  # a line end is never part of a number


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits (or eight, then a zero goes in front) have the check digit of a BSN or an RSIN.

    000000000 passes the sum but is nobody's number (L11). Anything that is not 8 or 9 digits does not pass.
    """
    if not re.fullmatch(r"[0-9]{8,9}", digits) or not int(digits):
        return False
    padded = digits.zfill(BSN_DIGITS)
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, padded, strict=True)) % 11 == 0


def is_kvk_number(text: str) -> bool:
    """Whether this has the form of a KvK number: exactly eight digits, not all zero."""
    return bool(re.fullmatch(r"[0-9]{8}", text)) and int(text) > 0


def is_rsin(text: str) -> bool:
    """Whether this has the form of an RSIN: nine digits that pass the eleven test."""
    return len(text) == BSN_DIGITS and passes_eleven_test(text)


def tidy(text: str) -> str:
    """A number as people type it, without the spaces, dots and dashes in between."""
    return re.sub(r"[\s.\-]", "", text)


def find_bsn(text: str) -> str | None:
    """The digits of the first thing in a text that can be a BSN, or nothing.

    Nine digits also count when dots, dashes or spaces stand between them (one kind within a number); eight digits
    only unbroken, because dates are written with separators. Phone numbers are left out first.
    """
    plain = PHONE.sub(" # ", _plain(text))
    return next((number for number in _candidates(plain) if passes_eleven_test(number)), None)


def _plain(text: str) -> str:
    """The same text with digits of any script as 0-9, and one kind of space and dash."""
    folded = unicodedata.normalize("NFKC", text)
    folded = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in folded)
    folded = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    return re.sub(r"[^\S\n]+", " ", re.sub("[‐‑‒–]", "-", folded))


def _candidates(text: str) -> Iterator[str]:
    """Groups of digits that together have the length of a BSN."""
    groups = list(DIGITS.finditer(text))
    for start, first in enumerate(groups):
        if len(first[0]) == OLD_BSN_DIGITS and not first[0].startswith("0"):
            yield first[0]
        yield from _nine_digits_from(text, groups[start:])


def _nine_digits_from(text: str, groups: list[re.Match[str]]) -> Iterator[str]:
    """The number that begins at the first group and ends after exactly nine digits, when there is one."""
    number, separator = groups[0][0], ""
    for before, group in pairwise(groups):
        between = text[before.end() : group.start()]
        if len(number) >= BSN_DIGITS or between not in SEPARATORS or between != (separator or between):
            break
        number, separator = number + group[0], between
    if len(number) == BSN_DIGITS:
        yield number
