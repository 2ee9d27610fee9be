"""Excel workbooks (XLSX) of people we do not know: looked at from the outside first, then read row by row.

A workbook is a zip with XML in it, so a small file can unfold to gigabytes, name outside files, or tell of a row ten
million rows down. All of that is refused or cut off before it costs memory or time.
"""

import io
import itertools
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers import expat

import openpyxl

MOST_UNFOLDED = 24 * 1024 * 1024
MOST_PARTS = 2_000
MOST_BLANK_ROWS = 20_000
"""After so many blank rows we look no further: somebody coloured the whole sheet."""
MARK_OF = {"application/vnd.oasis.opendocument": "open_document"}


class NotAWorkbook(Exception):
    """This is no workbook that we read; `reason` is one of the codes of `sheets.Problem`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Enough(Exception):
    """The first element of a piece of XML was reached without anything wrong before it."""


def rows(content: bytes, *, most_columns: int) -> Iterator[tuple[int, list[str]]]:
    """Rows of the first sheet with something in it, numbered as Excel does, each cell as text.

    Raises:
        NotAWorkbook: another kind of file, damaged, or unfolding to too much; also while reading on.
    """
    _look_at(content)
    return _read(content, most_columns=most_columns)


def _look_at(content: bytes) -> None:
    """Refuse what is no workbook, what unfolds to too much, and XML that defines its own words or names files."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _look_inside(package)
    except NotAWorkbook:
        raise
    except Exception as wrong:  # a damaged zip breaks in its own errors, those of zlib, and whatever it leads to
        raise NotAWorkbook("not_a_sheet") from wrong


def _look_inside(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNFOLDED:
        raise NotAWorkbook("too_large")
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise NotAWorkbook(_what_else(package, names))
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            _refuse_definitions(package, part)


def _what_else(package: zipfile.ZipFile, names: set[str]) -> str:
    kind = package.read("mimetype")[:60].decode(errors="replace") if "mimetype" in names else ""
    return next((reason for mark, reason in MARK_OF.items() if kind.startswith(mark)), "not_a_sheet")


def _refuse_definitions(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A document type stands before the first element or nowhere, so only the beginning is read."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    with package.open(part) as opened, suppress(_Enough):
        while piece := opened.read(8192):
            parser.Parse(piece)


def _refuse(*_what: object) -> None:
    raise NotAWorkbook("not_a_sheet")


def _stop(*_what: object) -> None:
    raise _Enough


def _read(content: bytes, *, most_columns: int) -> Iterator[tuple[int, list[str]]]:
    """Row by row, so that who stops asking stops the reading; a damaged workbook shows itself underway."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                found = _of_sheet(sheet, most_columns)
                first = next(found, None)
                if first:
                    yield from itertools.chain([first], found)
                    return
        finally:
            book.close()
    except NotAWorkbook:
        raise
    except Exception as wrong:  # the library names no errors of its own for what can be wrong in a file
        raise NotAWorkbook("not_a_sheet") from wrong


def _of_sheet(sheet: Any, most_columns: int) -> Iterator[tuple[int, list[str]]]:
    blank = 0
    reach = most_columns + 1  # one further, so that a row with too many shows
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=reach), start=1):
        cells = [as_text(value) for value in values]
        if any(cells):
            blank = 0
            yield number, cells
        elif (blank := blank + 1) > MOST_BLANK_ROWS:
            return


def as_text(value: object) -> str:
    """What stands in a cell as somebody would type it in Dutch: 3, 2,5, ja, 09:00, 22-11-2026."""
    if value is None:
        return ""
    shown = next((show for kind, show in SHOWN if isinstance(value, kind)), str)
    return shown(value)


def _moment(value: datetime) -> str:
    return value.strftime("%d-%m-%Y" if value.time() == time() else "%d-%m-%Y %H:%M")


def _length(value: timedelta) -> str:
    minutes = int(value.total_seconds()) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


SHOWN: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: "ja" if value else "nee"),
    (float, lambda value: str(int(value)) if value == int(value) else str(value).replace(".", ",")),
    (datetime, _moment),
    (date, lambda value: value.strftime("%d-%m-%Y")),
    (time, lambda value: value.strftime("%H:%M")),
    (timedelta, _length),
)
"""How each kind of value shows; a moment stands before a day, because every moment is a day too."""
