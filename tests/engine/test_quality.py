"""The measures themselves, by hand, and plain BM25."""

import math

import pytest

from samenspel.engine import quality

GRADES = {"a": 3, "b": 1}


def test_ndcg_by_hand() -> None:
    ideal = 7 / math.log2(2) + 1 / math.log2(3)
    assert quality.ndcg(["a", "b"], GRADES) == 1
    assert quality.ndcg(["x", "a"], GRADES) == pytest.approx(7 / math.log2(3) / ideal)
    assert quality.ndcg([], GRADES) == 0
    assert quality.ndcg(["a"], {}) == 0


def test_only_the_first_ten_count() -> None:
    late = [f"x{number}" for number in range(10)] + ["a"]
    assert quality.ndcg(late, GRADES) == 0
    assert quality.recall(late, GRADES) == 0


def test_recall_is_the_share_of_what_is_good() -> None:
    assert quality.recall(["a", "x"], GRADES) == 0.5
    assert quality.recall(["a"], {"a": 0}) == 0


def test_plain_bm25_prefers_rare_words_and_leaves_out_what_has_none() -> None:
    plain = quality.PlainBM25({"one": "wandelen met de hond", "two": "wandelen in het bos", "three": "koken"})
    assert plain.rank("wandeling met hond") == ["one", "two"]
    assert plain.rank("") == []
