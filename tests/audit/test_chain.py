"""The chain without a database: one fault, one finding, with its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

from samenspel.audit import chain
from samenspel.audit.chain import START, ChainedLine, Place, Wrong
from samenspel.audit.models import Entry


def honest(length: int = 5) -> list[ChainedLine]:
    lines, before = [], START
    for number in range(1, length + 1):
        values = (UUID(int=number), "networks.partner.admitted", None, True)
        content = chain.content_hash(values)
        hashed = chain.link_hash(before.hash, number=number, entry_id=UUID(int=number), content=content)
        before = Place(number, hashed)
        lines.append(ChainedLine(number, UUID(int=number), content, hashed, values))
    return lines


def found(lines: Sequence[ChainedLine], *, head: Place | None = None) -> list[tuple[Wrong, int | None, int | None]]:
    end = honest()[-1]
    seen = chain.findings(iter(lines), start=START, head=head or Place(end.number, end.hash))
    return [(finding.what, finding.number, finding.until) for finding in seen]


def test_an_honest_log_has_no_findings() -> None:
    assert found(honest()) == []
    assert list(chain.findings([], start=START, head=START)) == []


def test_a_changed_line_is_named() -> None:
    lines = honest()
    lines[2] = replace(lines[2], values=(UUID(int=3), "networks.partner.refused", None, True))
    assert found(lines) == [(Wrong.CHANGED, 3, None)]


def test_a_changed_line_with_a_new_hash_of_its_own_does_not_follow() -> None:
    lines = honest()
    lines[2] = replace(lines[2], content_hash=chain.content_hash(["x"]), values=("x",))
    assert found(lines) == [(Wrong.MOVED, 3, None)]


def test_a_removed_line_is_named_whether_or_not_its_link_is_there() -> None:
    lines = honest()
    assert found([*lines[:1], *lines[3:]]) == [(Wrong.MISSING, 2, 3)]
    assert found([*lines[:1], replace(lines[1], values=None), *lines[2:]]) == [(Wrong.MISSING, 2, None)]


def test_a_cut_off_tail_is_named() -> None:
    assert found(honest()[:3]) == [(Wrong.MISSING, 4, 5)]


def test_a_longer_or_other_end_than_the_head_knows_is_named() -> None:
    assert found(honest(6)) == [(Wrong.HEAD, 5, None)]
    assert found(honest(), head=Place(5, "f" * 64)) == [(Wrong.HEAD, 5, None)]


def test_two_swapped_links_are_named() -> None:
    lines = honest()
    lines[1], lines[2] = replace(lines[2], number=2), replace(lines[1], number=3)
    assert {what for what, _number, _until in found(lines)} == {Wrong.MOVED}


def test_the_bytes_keep_apart_what_is_different() -> None:
    assert chain.line_bytes(["ab", ""]) != chain.line_bytes(["a", "b"])
    assert chain.line_bytes([None]) == b"-,"
    assert chain.line_bytes([""]) == b"0:,"
    assert chain.line_bytes(["é", True]) == "2:é,4:true,".encode()


def test_a_moment_is_written_in_utc_to_the_microsecond() -> None:
    winter = datetime(2026, 11, 22, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=1)))
    assert chain.line_bytes([winter]) == b"27:2026-11-22T00:02:03.000004Z,"


def test_every_column_of_a_line_is_hashed() -> None:
    assert list(chain.COLUMNS) == [field.column for field in Entry._meta.concrete_fields]


def test_a_finding_reads_as_a_sentence() -> None:
    assert str(chain.Finding(Wrong.MISSING, 4, until=6)) == "line 4 to 6: missing"
    assert str(chain.Finding(Wrong.INSERTED, entry_id=UUID(int=1))) == f"(id {UUID(int=1)}): inserted"
    assert str(chain.Finding(Wrong.UNGUARDED, more="audit_keep on audit_entry")).startswith("log: guard switched off")
