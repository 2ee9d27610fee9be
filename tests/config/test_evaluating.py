"""`./samenspel eval`: on a small collection of our own, on broken ones, and on the shared one when it is there."""

import json
from pathlib import Path

import pytest

from samenspel.config import evaluating, judgements

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data" / "collection"
OFFERS = [
    {"id": "O1", "name": "Wandelgroep", "description": "Samen een ommetje", "categories": ["walking"]},
    {"id": "O2", "name": "Klusdienst", "description": "Lamp ophangen", "categories": ["odd-jobs"]},
]
REQUESTS = [
    {"id": "R1", "text": "Wie hangt mijn lamp op?", "categories": ["odd-jobs"], "urgency": "low"},
    {"id": "R2", "text": "Mijn man slaat mij", "categories": ["domestic-violence"], "urgency": "crisis"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "offers.jsonl").write_text("\n".join(map(json.dumps, OFFERS)))
    (tmp_path / "requests_mine.jsonl").write_text("\n".join(map(json.dumps, REQUESTS)))
    (tmp_path / "qrels_mine.tsv").write_text("R1\tO2\t3\n")
    return tmp_path


def test_the_figures_of_a_small_collection(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluating.evaluate(["--collection", str(folder), "--half", "mine", "--json", "--each"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["ranking"]["engine, unaided"] == {"ndcg@10": 0.5, "recall@10": 0.5}
    assert figures["kinds"]["right one in first five"] == 2
    assert figures["danger"] == {"crises": 1, "crises flagged": 1, "others": 1, "others flagged": 0}
    assert figures["each"]["R1"]["BM25"] == 1


def test_the_figures_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluating.evaluate(["--collection", str(folder), "--half", "mine"]) == 0
    said = capsys.readouterr().out
    assert "a right kind among the first five: 2 of 2" in said
    assert "crises flagged: 1 of 1" in said


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("offers.jsonl", None, "offers.jsonl is missing"),
        ("offers.jsonl", b"", "holds no offers"),
        ("offers.jsonl", b"{", "Line 1 of offers.jsonl is wrong"),
        ("offers.jsonl", b"[1]", "Line 1 of offers.jsonl is wrong"),
        ("offers.jsonl", b'{"id": "O1"}', "'name' is missing"),
        ("offers.jsonl", b"\xff\xfe\x00", "cannot be read as a text"),
        ("requests_mine.jsonl", b"", "holds no requests"),
        ("requests_mine.jsonl", b'{"id": "R1", "text": "x", "categories": []}', "'categories' is empty"),
        ("requests_mine.jsonl", b'{"id": "R1", "text": "x", "categories": "walking"}', "is not a list of words"),
        ("qrels_mine.tsv", b"R1 O2 3", "Line 1 of qrels_mine.tsv"),
        ("qrels_mine.tsv", b"R1\tO2\t9", "Line 1 of qrels_mine.tsv"),
        ("qrels_mine.tsv", b"R1\tO9\t3", "judges offers that do not exist: O9"),
    ],
)
def test_a_broken_collection_is_named(folder: Path, name: str, content: bytes | None, sentence: str) -> None:
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(judgements.BrokenCollection, match=sentence):
        judgements.read(folder, "mine")


def test_a_folder_that_is_not_there_is_a_sentence_and_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluating.evaluate(["--collection", "/nowhere"]) == 2
    assert capsys.readouterr().err == "There is no folder /nowhere.\n"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared collection is not here")
def test_the_engine_reaches_what_was_promised_on_the_open_half() -> None:
    figures = evaluating.measure(judgements.read(SHARED, "open"))
    assert figures["ranking"]["engine, unaided"]["ndcg@10"] >= 0.45
    assert figures["ranking"]["engine, first kind confirmed"]["ndcg@10"] >= 0.72
    assert figures["danger"]["crises flagged"] == figures["danger"]["crises"]
    assert figures["danger"]["others flagged"] * 20 <= figures["danger"]["others"]
