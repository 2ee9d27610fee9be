"""Sheets that people take along: Excel and CSV, in a form that a spreadsheet only shows and never counts with."""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
COUNTS_WITH = ("=", "+", "-", "@", "\t")
NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LONGEST_TITLE = 31
NARROW, WIDE = 12, 48


@dataclass(frozen=True)
class Tab:
    """One sheet of a workbook: its name, its headings and its rows."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str | int]]


def as_xlsx(tabs: Sequence[Tab]) -> bytes:
    """A workbook; every text is a text, also one that looks like a formula."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for tab in tabs:
        sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", tab.title)[:LONGEST_TITLE])
        sheet.freeze_panes = "A2"
        for number, row in enumerate([tab.headings, *tab.rows], start=1):
            for place, value in enumerate(row, start=1):
                _fill(sheet.cell(number, place), value, is_heading=number == 1)
        for place, heading in enumerate(tab.headings, start=1):
            longest = max([len(heading), *(len(str(row[place - 1])) for row in tab.rows[:50])])
            sheet.column_dimensions[sheet.cell(1, place).column_letter].width = min(max(longest + 2, NARROW), WIDE)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cell: Cell, value: str | int, *, is_heading: bool) -> None:
    cell.value = NOT_IN_A_CELL.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)


def as_csv(tab: Tab) -> bytes:
    """CSV as Excel in the Netherlands opens it: semicolons, and the mark of UTF-8 in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerows([_guarded(value) for value in row] for row in [tab.headings, *tab.rows])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _guarded(value: str | int) -> str | int:
    """An apostrophe before what a spreadsheet would take for a formula; `sheets` takes it off again."""
    return f"'{value}" if isinstance(value, str) and value.startswith(COUNTS_WITH) else value
