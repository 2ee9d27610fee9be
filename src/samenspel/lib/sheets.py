"""Sheets that people send in, from bytes to rows of texts: Excel, and CSV as Dutch programs write it.

What a file is called does not count. Every limit holds before the bytes cost anything: size, what a workbook unfolds
to, rows, columns, length of a cell. Formulas are read as the value they had, dates and numbers as somebody would type
them.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from samenspel.lib import texts, workbooks
from samenspel.lib.workbooks import NotAWorkbook

MOST_BYTES = 5 * 1024 * 1024
SEPARATORS = (";", "\t", ",", "|")
GUARDED = ("=", "+", "-", "@")
UTF16_SIGNS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHERS = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf", b"<")
HALF = 0.3


class Problem(StrEnum):
    """Why a file cannot be read as a sheet."""

    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    LONG_CELL = "long_cell"
    OLD_EXCEL = "old_excel"
    PROTECTED = "protected"
    OPEN_DOCUMENT = "open_document"
    EMPTY = "empty"
    NOT_A_SHEET = "not_a_sheet"


class SheetRefused(Exception):
    """This file cannot be used; `problem` says why, `row` (from 1, 0 for the whole file) where."""

    def __init__(self, problem: Problem, *, row: int = 0) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.row = row


@dataclass(frozen=True)
class Row:
    """One row that is not empty: its number as a spreadsheet shows it, and its cells without blanks around them."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much of a sheet we read; blank rows do not count."""

    rows: int = 2_000
    columns: int = 60
    cell: int = 5_000
    bytes: int = MOST_BYTES


def read_sheet(file: IO[bytes], *, size: int, limits: Limits | None = None) -> list[Row]:
    """The rows of the first sheet with something in it; the first of them holds the headings.

    Raises:
        SheetRefused: too much of anything, another kind of file, protected with a password, or empty.
    """
    limits = limits or Limits()
    if size > limits.bytes:
        raise SheetRefused(Problem.TOO_HEAVY)
    file.seek(0)
    content = file.read(limits.bytes + 1)
    if len(content) > limits.bytes:
        raise SheetRefused(Problem.TOO_HEAVY)
    rows = list(_within(_rows_of(content, limits), limits))
    if not rows:
        raise SheetRefused(Problem.EMPTY)
    return rows


def _rows_of(content: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of whatever kind of file this is."""
    if content.startswith(OLE):
        raise SheetRefused(Problem.PROTECTED if ENCRYPTED in content else Problem.OLD_EXCEL)
    if content.lstrip()[:8].startswith(OTHERS):
        raise SheetRefused(Problem.NOT_A_SHEET)
    if not content.startswith(b"PK"):
        return _csv_rows(_decoded(content))
    try:
        return workbooks.rows(content, most_columns=limits.columns)
    except NotAWorkbook as wrong:
        raise SheetRefused(Problem(wrong.reason)) from wrong


def _within(rows: Iterable[tuple[int, list[str]]], limits: Limits) -> Iterator[Row]:
    """The rows with something in them, stopping at the first that is too much."""
    count = 0
    try:
        for number, cells in rows:
            cleaned = [_unguarded(texts.clean(cell).strip()) for cell in cells]
            while cleaned and not cleaned[-1]:
                cleaned.pop()
            if cleaned:
                count += 1
                _refuse_too_much(number, cleaned, count, limits)
                yield Row(number, tuple(cleaned))
    except NotAWorkbook as wrong:
        raise SheetRefused(Problem(wrong.reason)) from wrong


def _refuse_too_much(number: int, cells: list[str], count: int, limits: Limits) -> None:
    if count > limits.rows + 1:  # the headings are no row of content
        raise SheetRefused(Problem.TOO_MANY_ROWS, row=number)
    if len(cells) > limits.columns:
        raise SheetRefused(Problem.TOO_MANY_COLUMNS, row=number)
    if max(map(len, cells)) > limits.cell:
        raise SheetRefused(Problem.LONG_CELL, row=number)


def _unguarded(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from counting with it."""
    return text[1:] if text[:1] == "'" and text[1:2] in GUARDED else text


def _decoded(content: bytes) -> str:
    """The text in the bytes: what its mark says, else UTF-8, else as Windows wrote it in the Netherlands."""
    if content.startswith(codecs.BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    if content.startswith(UTF16_SIGNS):
        return content.decode("utf-16", errors="replace")
    begin = content[:2000]
    if b"\x00" in begin:
        return _without_mark(content, begin)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _without_mark(content: bytes, begin: bytes) -> str:
    """UTF-16 without its mark shows by a zero in every second byte; other zeros are no text at all."""
    odd, even = begin[1::2].count(0), begin[::2].count(0)
    if odd > HALF * len(begin) and not even:
        return content.decode("utf-16-le", errors="replace")
    if even > HALF * len(begin) and not odd:
        return content.decode("utf-16-be", errors="replace")
    raise SheetRefused(Problem.NOT_A_SHEET)


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a CSV text; the sign between cells is the one that stands most often in the first lines."""
    text = text.replace("\x00", "")
    separator = _separator_said(text)
    if separator:
        text = text.partition("\n")[2]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator_seen(text))
    begin = 2 if separator else 1
    number = begin - 1
    try:
        for number, cells in enumerate(reader, start=begin):
            yield number, cells
    except csv.Error as wrong:
        raise SheetRefused(Problem.LONG_CELL, row=number + 1) from wrong


def _separator_said(text: str) -> str:
    """The sign that a first line such as `sep=;` names."""
    first = text.partition("\n")[0].strip().strip('"')
    return first[4:5] if first[:4].lower() == "sep=" and first[4:5] in SEPARATORS else ""


def _separator_seen(text: str) -> str:
    """The sign that splits the first line with something in it into most cells."""
    first = next((line for line in text.splitlines() if line.strip(' ;,\t|"')), "")
    return max(SEPARATORS, key=lambda sign: len(next(csv.reader([first[:10_000]], delimiter=sign), [])))
