"""Folding, spelling, compounds and the analyser: the same words for index and question, whatever people type."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.engine import analyser, compounds, folding, spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cliëntondersteuning à la carte", ["clientondersteuning", "a", "la", "carte"]),
        ("opa's tuin", ["opa", "tuin"]),
        ("één\u200fuur \u202eén", ["eenuur", "en"]),
        ("bel\x00len 🐶 hond", ["bel", "len", "hond"]),
        ("ĳsbaan Łódź straße", ["ijsbaan", "lodz", "strasse"]),
        ("", []),
    ],
)
def test_words_are_plain(text: str, expected: list[str]) -> None:
    assert folding.words(text) == expected


def test_a_hostile_text_is_cut() -> None:
    assert len(folding.words("hulp " * 20_000)) <= folding.MOST_WORDS
    assert folding.words("a" * 100_000) == []


@given(st.text(max_size=300))
def test_any_text_becomes_short_plain_words(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and len(word) <= folding.LONGEST_WORD for word in folding.words(text))


@pytest.mark.parametrize(
    ("one", "other"), [("eensaam", "eenzaam"), ("psygoloog", "psycholoog"), ("gewelt", "geweld"), ("fitnes", "fitness")]
)
def test_words_that_sound_alike_meet(one: str, other: str) -> None:
    assert spelling.sound(one) == spelling.sound(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("bodschapen", "boodschapen", True),
        ("wandlen", "wandelen", True),
        ("tranier", "trainer", True),
        ("hond", "hand", True),
        ("hond", "honden", False),
        ("kat", "hond", False),
        ("abcd", "badc", False),
    ],
)
def test_one_edit_apart(one: str, other: str, near: bool) -> None:  # noqa: FBT001 - a column of the table
    assert spelling.one_edit_apart(one, other) is near
    assert spelling.one_edit_apart(other, one) is near


def test_the_nearest_then_the_most_frequent_word_was_meant() -> None:
    speller = spelling.Speller({"wandelen": 3, "handelen": 9, "eenzaam": 2, "wandeling": 1})
    assert speller.meant("wandlen") == "wandelen"
    assert speller.meant("eensaam") == "eenzaam"
    assert speller.meant("zandelen") == "handelen"
    assert speller.meant("fiets") is None
    assert speller.meant("wan") is None


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("mantelzorgwaardering", ("mantelzorg", "waardering")),
        ("gezinsvrijwilliger", ("gezin", "vrijwilliger")),
        ("boodschappenbus", ("boodschap", "bus")),
        ("ziekenhuisbezoekdag", ("ziekenhuis", "bezoek", "dag")),
        ("fiets", ()),
        ("onbekendwoord", ()),
    ],
)
def test_compounds_are_cut_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    known = {"mantelzorg", "waardering", "gezin", "vrijwilliger", "boodschap", "bus", "ziekenhuis", "bezoek", "dag"}
    assert compounds.Splitter(known).parts(word) == parts


def terms(text: str) -> set[str]:
    return {term.text for term in analyser.standard().terms(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wandelingen", "wandeling"),
        ("eensaam", "eenzaam"),
        ("grandmother", "oma"),
        ("schuldenproblematiek", "schulden"),
        ("hondenoppas", "hond"),
        ("Alzheimercafés", "alzheimer"),
    ],
)
def test_different_ways_of_saying_meet_in_a_term(one: str, other: str) -> None:
    assert terms(one) & terms(other)


def test_stop_words_leave_no_term() -> None:
    assert terms("ik zoek hulp voor mijn het een en de") == set()


def test_a_word_that_nothing_knows_leaves_pieces_of_four_letters() -> None:
    assert "#qwrt" in terms("xqwrtzpk")


def test_terms_say_from_which_word_they_come_and_the_word_itself_weighs_most() -> None:
    found = {term.text: term for term in analyser.standard().terms("Boodschappenhulpje eenzaam")}
    assert {term.word for term in found.values()} == {"boodschappenhulpje", "eenzaam"}
    assert found["eenzam"].weight == 1
    assert 0 < found[analyser.standard().stem("boodschappen")].weight < 1


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_the_analyser_gives_the_same_terms_every_time(text: str) -> None:
    fresh = analyser.Analyser({"eenzaam": 3, "wandelen": 2}, {"eenzaam": "alleen"})
    again = analyser.Analyser({"wandelen": 2, "eenzaam": 3}, {"eenzaam": "alleen"})
    assert fresh.terms(text) == fresh.terms(text) == again.terms(text)
    assert all(0 < term.weight <= 1 for term in fresh.terms(text))


@pytest.mark.parametrize("text", ["x" * 100_000, "ab " * 40_000, "\u202e" * 100_000, "😀" * 50_000, "'" * 100_000])
def test_a_text_of_any_length_is_dealt_with(text: str) -> None:
    assert len(analyser.standard().terms(text)) < 5_000


def test_threads_do_not_disturb_each_others_stems() -> None:
    words = [
        f"{first}{last}" for first in ("wandel", "schuld", "bezoek", "mantelzorg") for last in ("en", "ing", "er", "s")
    ]
    alone = [analyser.Analyser({}, {}).stem(word) for word in words]
    shared = analyser.Analyser({}, {})
    with ThreadPoolExecutor(8) as pool:
        for _ in range(20):
            shared.stem.cache_clear()
            assert list(pool.map(shared.stem, words)) == alone
