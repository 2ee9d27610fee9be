"""Sheets as people in the Netherlands save them become the same rows; what is too much or something else is refused."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from samenspel.lib import sheet_writing, sheets
from samenspel.lib.sheet_writing import Tab
from samenspel.lib.sheets import Limits, Problem, Row, SheetRefused

ROWS = [("Naam", "Café"), ("Bezoek; thuis", "di en do"), ("Zoë", "9.00 - 12 uur")]
CELL = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"]), min_size=1, max_size=20
)


def read(content: bytes, limits: Limits | None = None) -> list[Row]:
    return sheets.read_sheet(io.BytesIO(content), size=len(content), limits=limits)


def refusal(content: bytes, limits: Limits | None = None) -> tuple[Problem, int]:
    with pytest.raises(SheetRefused) as refused:
        read(content, limits)
    return refused.value.problem, refused.value.row


def as_lines(separator: str) -> str:
    return "\r\n".join(separator.join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in ROWS)


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    fill(book.worksheets[0])
    book.save(out)
    return out.getvalue()


def repacked(change: Callable[[bytes], bytes], *, part: str = "sheet1.xml") -> bytes:
    """A workbook of which one piece of XML is something else."""
    plain, out = zipfile.ZipFile(io.BytesIO(workbook(lambda sheet: sheet.append(["Naam"])))), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in plain.namelist():
            content = plain.read(name)
            package.writestr(name, change(content) if name.endswith(part) else content)
    return out.getvalue()


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_way_of_saving_gives_the_same_rows(separator: str, encoding: str) -> None:
    assert [row.cells for row in read(as_lines(separator).encode(encoding))] == ROWS


def test_rows_keep_the_number_that_the_spreadsheet_shows() -> None:
    rows = read(b"\n;;\nNaam;Soort;;\n ; \nBezoek  ;Huis;\n")
    assert rows == [Row(3, ("Naam", "Soort")), Row(5, ("Bezoek", "Huis"))]
    assert read(b'sep=;\nNaam;B,C\n"a\nb";c\n') == [Row(2, ("Naam", "B,C")), Row(3, ("a\nb", "c"))]


def test_a_workbook_gives_what_somebody_would_have_typed() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A2"], sheet["B2"], sheet["C2"], sheet["D2"] = "Naam", date(2026, 3, 1), time(9, 30), 3.0
        sheet["A4"], sheet["B4"], sheet["C4"], sheet["D4"] = True, datetime(2026, 3, 1, 9, 5), 2.5, 612345678  # noqa: DTZ001
        sheet.merge_cells("A5:D6")
        sheet["A5"] = "samen"

    assert read(workbook(fill)) == [
        Row(2, ("Naam", "01-03-2026", "09:30", "3")),
        Row(4, ("ja", "01-03-2026 09:05", "2,5", "612345678")),
        Row(5, ("samen",)),
    ]


def test_a_formula_is_read_as_the_value_it_had() -> None:
    made = repacked(
        lambda xml: xml.replace(b"<is><t>Naam</t></is>", b"<f>1+1</f><v>2</v>").replace(b' t="inlineStr"', b"")
    )
    assert read(made) == [Row(1, ("2",))]


def test_the_first_sheet_with_something_in_it_counts() -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.create_sheet("Lijst").append(["Naam"])
    book.save(out)
    assert read(out.getvalue()) == [Row(1, ("Naam",))]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.EMPTY),
        (b" ;;\n\n;", Problem.EMPTY),
        (b"%PDF-1.7 ...", Problem.NOT_A_SHEET),
        (b"\n<html><table>", Problem.NOT_A_SHEET),
        (bytes(range(256)), Problem.NOT_A_SHEET),
        (b"PK\x03\x04 and nothing more", Problem.NOT_A_SHEET),
        (sheets.OLE + b"\x00" * 600, Problem.OLD_EXCEL),
        (sheets.OLE + sheets.ENCRYPTED + b"\x00" * 600, Problem.PROTECTED),
    ],
)
def test_another_kind_of_file_is_named(content: bytes, problem: Problem) -> None:
    assert refusal(content) == (problem, 0)


def test_an_open_document_is_named_and_another_zip_is_not_read() -> None:
    for kind, problem in (
        ("application/vnd.oasis.opendocument.spreadsheet", Problem.OPEN_DOCUMENT),
        ("x", Problem.NOT_A_SHEET),
    ):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            package.writestr("mimetype", kind)
        assert refusal(out.getvalue()) == (problem, 0)


def test_a_workbook_that_unfolds_to_gigabytes_is_refused_unread() -> None:
    bomb = repacked(lambda xml: xml + b" " * 30_000_000)
    assert len(bomb) < 100_000
    assert refusal(bomb) == (Problem.TOO_LARGE, 0)


def test_xml_that_defines_its_own_words_is_refused() -> None:
    for definition in (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b'<!DOCTYPE a [<!ENTITY x "aaaa">]>'):

        def defined(xml: bytes, told: bytes = definition) -> bytes:
            return told + xml[xml.index(b"<worksheet") :].replace(b"Naam", b"&x;")

        made = repacked(defined)
        assert refusal(made) == (Problem.NOT_A_SHEET, 0)


def test_a_row_ten_billion_rows_down_costs_no_time() -> None:
    far = b'<row r="9999999999"><c t="inlineStr"><is><t>ver</t></is></c></row></sheetData>'
    assert read(repacked(lambda xml: xml.replace(b"</sheetData>", far))) == [Row(1, ("Naam",))]


def test_every_limit_says_where() -> None:
    limits = Limits(rows=2, columns=3, cell=10, bytes=100)
    assert len(read(b"a\n1\n\n2\n", limits)) == 3
    assert refusal(b"a\n1\n2\n\n3\n", limits) == (Problem.TOO_MANY_ROWS, 5)
    assert refusal(b"a;b;c\n1;2;3;4\n", limits) == (Problem.TOO_MANY_COLUMNS, 2)
    assert refusal(b"a\n" + b"x" * 11, limits) == (Problem.LONG_CELL, 2)
    assert refusal(b"a\n" * 51, limits) == (Problem.TOO_HEAVY, 0)
    assert refusal(b'a;b\n"open;' + b"x" * 200_000) == (Problem.LONG_CELL, 2)


def test_size_counts_as_it_is_not_as_it_says() -> None:
    with pytest.raises(SheetRefused, match="too_heavy"):
        sheets.read_sheet(io.BytesIO(b"a\n" * 51), size=3, limits=Limits(bytes=100))


def test_signs_that_mislead_are_gone() -> None:
    assert read("Na\u202eam;B\x07\n1;\u200b2\n".encode()) == [Row(1, ("Naam", "B")), Row(2, ("1", "2"))]


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    tab = Tab("Lijst", ["Naam", "Tekst"], [("=1+1", "-x"), *rows])
    expected = [row.cells for row in read(sheet_writing.as_xlsx([tab]))]
    assert expected == [row.cells for row in read(sheet_writing.as_csv(tab))]
    assert expected[:2] == [("Naam", "Tekst"), ("=1+1", "-x")]
    assert len(expected) == len(rows) + 2


def test_nothing_written_counts_as_a_formula() -> None:
    tab = Tab("A/B:C", ["Naam"], [["=HYPERLINK(1)"], ["\x07bel"], [3]])
    sheet = openpyxl.load_workbook(io.BytesIO(sheet_writing.as_xlsx([tab])))["A B C"]
    assert [(cell.data_type, cell.value) for cell in sheet["A"]] == [
        ("s", "Naam"), ("s", "=HYPERLINK(1)"), ("s", "bel"), ("n", 3)
    ]  # fmt: skip
    assert b"'=HYPERLINK(1)" in sheet_writing.as_csv(tab)
