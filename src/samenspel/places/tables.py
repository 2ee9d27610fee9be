"""CSV files with postcodes and figures, read line by line and checked.

Line numbers in messages count from 1 with the header, as a spreadsheet shows them.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from samenspel.places import figures, rules
from samenspel.places.faults import BadFileError

Row = tuple[int, list[str]]
"""The number of a line and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """An opened CSV file: its column names in small letters and its rows with their line numbers."""

    columns: tuple[str, ...]
    rows: Iterator[Row]

    def places_of(self, *names: str) -> list[int]:
        """Where columns stand.

        Raises:
            BadFileError: one is not there.
        """
        missing = [name for name in names if name not in self.columns]
        if missing:
            raise BadFileError(
                _("In regel 1 ontbreekt de kolom %(missing)s. Het bestand heeft: %(columns)s.")
                % {"missing": missing[0], "columns": ", ".join(self.columns)[:200]},
            )
        return [self.columns.index(name) for name in names]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The known figures of one line: for which area and year."""

    line: int
    code: str
    year: int
    figures: dict[str, float | int]


@contextmanager
def open_table(stream: BinaryIO) -> Iterator[Table]:
    """A CSV file with a header, split by semicolons, commas or tabs; with or without byte order mark.

    The rows can be read as long as the block lasts; the stream stays open and is the caller's.

    Raises:
        BadFileError: empty, or not in UTF-8 (at the line where that shows).
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        yield _opened(text)
    finally:
        text.detach()


def _opened(text: io.TextIOWrapper) -> Table:
    try:
        header = text.readline()
    except UnicodeDecodeError as error:
        raise BadFileError(_not_utf8(1)) from error
    if not header.strip():
        raise BadFileError(_("Het bestand is leeg."))
    delimiter = max(";,\t", key=header.count)
    columns = tuple(name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter)))
    return Table(columns, _rows(text, delimiter, len(columns)))


def _rows(text: io.TextIOWrapper, delimiter: str, width: int) -> Iterator[Row]:
    """Rows of the right width; empty lines are passed over."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(row) == width:
                yield reader.line_num + 1, row
            elif row:
                raise BadFileError(
                    _("Regel %(line)s heeft %(found)s kolommen in plaats van %(width)s. Is het bestand compleet?")
                    % {"line": reader.line_num + 1, "found": len(row), "width": width},
                )
    except UnicodeDecodeError as error:
        raise BadFileError(_not_utf8(reader.line_num + 2)) from error
    except csv.Error as error:
        raise BadFileError(
            _("Regel %(line)s is niet te lezen. Is het bestand compleet?") % {"line": reader.line_num + 1}
        ) from error


def _not_utf8(line: int) -> str:
    return _("Bij regel %(line)s staat een teken dat geen UTF-8 is. Bewaar het bestand opnieuw als UTF-8.") % {
        "line": line
    }


def postcode_on(line: int, raw: str, length: int) -> str:
    """A postcode from a file, of 4 or 6 signs."""
    code = raw.replace(" ", "").upper()
    if not re.fullmatch(r"[1-9][0-9]{3}" if length == 4 else r"[1-9][0-9]{3}[A-Z]{2}", code, re.ASCII):  # noqa: PLR2004
        raise BadFileError(
            _("Regel %(line)s heeft een postcode die niet kan: “%(value)s”.") % {"line": line, "value": raw[:40]}
        )
    return code


def code_on(line: int, raw: str) -> str:
    """An area code from a file; a bare `03080011` in a neighbourhood column is completed by the caller."""
    code = rules.clean_code(raw)
    if rules.kind_of_code(code) is None:
        raise BadFileError(
            _("Regel %(line)s heeft een gebiedscode die wij niet kennen: “%(value)s”.")
            % {"line": line, "value": raw[:40]},
        )
    return code


def number_on(line: int, raw: str) -> float:
    """A number that has to be there, as it stands."""
    value = rules.number_in(raw)
    if value is None:
        raise BadFileError(
            _("Regel %(line)s heeft “%(value)s” waar een getal hoort.") % {"line": line, "value": raw[:40]}
        )
    return value


def figure_rows(table: Table) -> Iterator[FigureRow]:
    """The lines of the RIVM health monitor: one per area and age group; the country as a whole is passed over.

    Raises:
        BadFileError: a column is missing, or a line has a wrong code, year or age group.
    """
    code, age, year = table.places_of("code", "leeftijd", "jaar")
    known = [(place, name) for place, name in enumerate(table.columns) if name in figures.HEALTH_MEASURES]
    if not known:
        table.places_of("eenzaam_pct")
    seen: set[tuple[str, str, str]] = set()
    for line, row in table.rows:
        if row[code].strip().upper().startswith("NL"):
            continue
        key = (code_on(line, row[code]), row[age].strip(), row[year])
        if key in seen:
            raise BadFileError(
                _("Regel %(line)s herhaalt gebied %(code)s voor dezelfde leeftijd en hetzelfde jaar.")
                % {"line": line, "code": key[0]},
            )
        seen.add(key)
        yield FigureRow(line, key[0], int(number_on(line, row[year])), _health(line, row, key[1], known))


def _health(line: int, row: Sequence[str], age: str, known: list[tuple[int, str]]) -> dict[str, float | int]:
    """The figures of one line under our own names; an empty cell is unknown, a word is a fault."""
    if age not in figures.AGE_GROUPS:
        raise BadFileError(
            _("Regel %(line)s heeft een leeftijd die wij niet kennen: “%(value)s”.") % {"line": line, "value": age[:40]}
        )
    filled = ((name, number_on(line, row[place])) for place, name in known if row[place].strip())
    numbers = ((name, rules.number(raw)) for name, raw in filled)
    return {figures.NAMES[f"{name} {age}"]: value for name, value in numbers if value is not None}
