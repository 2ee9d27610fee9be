"""Guessing the kind of help, with sentences that do not stand in the phrase bank."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.engine import analyser, kinds, taxonomy, training

SENTENCES = [
    ("De lamp boven de trap doet het niet meer en ik durf de ladder niet op", "odd-jobs"),
    ("Kan iemand onze labrador uitlaten nu mijn man geopereerd is?", "pet-help"),
    ("mijn zoon kan niet meekomen met rekenen op school", "homework-support"),
    ("Mw 84 jr kan zich niet meer zelfstandig wassen, steunkousen aan", "nursing-and-personal-care"),
    ("ik wil beter nederlands leren praten", "language-buddy"),
    ("My mother keeps forgetting everything, is it dementia?", "memory-information"),
    ("I can't vacuum my apartment any more", "domestic-help"),
    ("De belastingdienst stuurt formulieren die ik niet begrijp", "forms-and-benefits"),
    ("hulp met bodschapen doen", "groceries-and-meals"),
]


@pytest.mark.parametrize(("sentence", "kind"), SENTENCES)
def test_the_kind_is_among_the_five_that_are_offered(sentence: str, kind: str) -> None:
    assert kind in [guess.code for guess in kinds.standard().guess(sentence)]


def test_a_guess_tells_by_which_words() -> None:
    best = kinds.standard().guess("Wie kan mijn hond uitlaten?")[0]
    assert best.code == "pet-help"
    assert "hond" in best.words
    assert "mijn" not in best.words


def test_shares_are_one_together_and_best_first() -> None:
    guesses = kinds.standard().guess("Ik ben eenzaam sinds mijn vrouw overleden is", most=60)
    shares = [guess.score for guess in guesses]
    assert sum(shares) == pytest.approx(1, abs=1e-4)
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "\u202e\u202e", "😀", "§§§"])
def test_a_text_without_words_gives_no_guess(text: str) -> None:
    assert kinds.standard().guess(text) == []
    assert np.ptp(kinds.standard().shares(text)) == 0


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_guessed_without_fault(text: str) -> None:
    assert np.isfinite(kinds.standard().shares(text)).all()
    assert len(kinds.standard().guess(text)) <= kinds.SHOWN


def test_a_model_for_another_taxonomy_is_refused(tmp_path: Path) -> None:
    with np.load(kinds.MODEL) as kept:
        columns = {name: kept[name] for name in kept.files}
    columns["codes"] = np.frombuffer(b"one\ntwo", dtype=np.uint8)
    np.savez(tmp_path / "kinds.npz", **columns)
    with pytest.raises(ValueError, match="another taxonomy"):
        kinds.load(tmp_path / "kinds.npz")


def test_the_bank_speaks_of_every_kind_in_many_voices() -> None:
    spoken = [one.kind for one in training.bank()]
    assert {code: spoken.count(code) for code in taxonomy.standard().codes if spoken.count(code) < 40} == {}


def test_the_shipped_vocabulary_and_features_are_those_of_the_bank() -> None:
    listed = training.vocabulary(training.bank())
    written = dict(line.split() for line in (training.HERE / "vocabulary.txt").read_text().splitlines())
    assert {word: int(times) for word, times in written.items()} == listed
    assert kinds.MODEL.stat().st_size < 1_000_000


def test_training_finds_what_the_examples_say(tmp_path: Path) -> None:
    examples = [
        training.Example("de kat en de hond", "pet-help"),
        training.Example("hond uitlaten", "pet-help"),
        training.Example("samen naar het bos lopen", "walking"),
        training.Example("rondje lopen", "walking"),
        training.Example("dank u wel", None),
    ]
    names, rarity, weights = training.train(examples, analyser.standard())
    training.save(names, rarity, weights, tmp_path / "one.npz")
    training.save(names, rarity, weights, tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert [guess.code for guess in kinds.load(tmp_path / "one.npz").guess("lopen", most=1)] == ["walking"]
