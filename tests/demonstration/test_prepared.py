"""What a warm start remembers, and when it must look again."""

from pathlib import Path

import pytest

from samenspel.config import prepared

PEOPLE = [("Resident, Ria Jansen", "http://127.0.0.1:8000/demo/binnen/ria/old/")]


def test_addresses_come_back_with_the_new_port_and_word(tmp_path: Path) -> None:
    prepared.remember(tmp_path, PEOPLE, site="http://127.0.0.1:8000", token="old")
    found = prepared.recall(tmp_path, site="http://127.0.0.1:9000", token="new")
    assert found == [("Resident, Ria Jansen", "http://127.0.0.1:9000/demo/binnen/ria/new/")]


def test_a_change_in_the_code_asks_for_a_new_preparation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "models.py").write_text("one")
    monkeypatch.setattr(prepared, "PACKAGE", code)
    prepared.remember(tmp_path, PEOPLE, site="http://127.0.0.1:8000", token="old")
    assert prepared.recall(tmp_path, site="", token="new") is not None
    (code / "models.py").write_text("another")
    assert prepared.recall(tmp_path, site="", token="new") is None


@pytest.mark.parametrize("text", ["", "{", "[]x"])
def test_a_damaged_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / prepared.NAME).write_text(text)
    assert prepared.recall(tmp_path, site="", token="") is None
    assert prepared.recall(tmp_path / "absent", site="", token="") is None
