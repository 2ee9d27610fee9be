"""How a self-scan is scored (P1.2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.networks import statements
from samenspel.networks.scanning import (
    STATEMENTS,
    Band,
    ScanTheme,
    Scores,
    WrongScores,
    band_of,
    check_scores,
    results,
    weakest,
)

ANSWERS = st.one_of(st.none(), st.integers(1, 5))


def scores(**answers: int | None) -> dict[str, int | None]:
    """All threes, but for what is named."""
    return dict.fromkeys(STATEMENTS, 3) | answers


def theme(found: Scores, one: ScanTheme, *, before: Scores | None = None) -> tuple[float | None, Band, float | None]:
    result = next(result for result in results(found, before=before) if result.theme is one)
    return result.mean, result.band, result.change


@pytest.mark.parametrize(
    ("answers", "mean", "band"),
    [
        ((1, 1), 1.0, Band.BEGINNING),
        ((2, 2), 2.0, Band.BEGINNING),
        ((2, 3), 2.5, Band.ON_THE_WAY),
        ((4, 3), 3.5, Band.ON_THE_WAY),
        ((4, 4), 4.0, Band.FIRM),
        ((5, None), 5.0, Band.FIRM),
        ((None, None), None, Band.UNKNOWN),
    ],
)
def test_a_theme_is_the_mean_of_what_was_answered(
    answers: tuple[int | None, int | None], mean: float | None, band: Band
) -> None:
    filled = scores(money_1=answers[0], money_2=answers[1])
    assert theme(filled, ScanTheme.MONEY)[:2] == (mean, band)


def test_a_second_scan_shows_the_change() -> None:
    before, now = scores(knowing_1=2, knowing_2=3), scores(knowing_1=4, knowing_2=4)
    assert theme(now, ScanTheme.KNOWING, before=before)[2] == 1.5
    assert theme(now, ScanTheme.AGREEMENTS, before=before)[2] == 0
    assert theme(now, ScanTheme.KNOWING)[2] is None
    assert theme(scores(knowing_1=None, knowing_2=None), ScanTheme.KNOWING, before=before)[2] is None


def test_begin_where_it_is_lowest() -> None:
    lowest = weakest(results(scores(residents_1=1)))
    assert lowest
    assert lowest.theme is ScanTheme.RESIDENTS
    assert weakest(results(dict.fromkeys(STATEMENTS))) is None


@pytest.mark.parametrize(
    "wrong",
    [{"knowing_1": 0}, {"knowing_1": 6}, {"knowing_1": True}, {"knowing_1": "3"}, {"knowing_3": 3}, {"knowing_1": 2.5}],
    ids=str,
)
def test_other_answers_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(WrongScores):
        check_scores(scores(**wrong))


def test_a_missing_statement_is_refused() -> None:
    with pytest.raises(WrongScores):
        check_scores({code: 3 for code in STATEMENTS if code != "money_2"})


@given(st.fixed_dictionaries(dict.fromkeys(STATEMENTS, ANSWERS)))
def test_every_scan_has_a_result_per_theme_within_bounds(filled: dict[str, int | None]) -> None:
    check_scores(filled)
    found = results(filled, before=filled)
    assert [one.theme for one in found] == list(ScanTheme)
    for one in found:
        assert one.asked == 2
        assert (one.mean is None) == (one.answered == 0)
        assert one.mean is None or (1 <= one.mean <= 5 and one.change == 0)
        assert one.band is band_of(one.mean)


def test_every_statement_theme_and_band_has_words() -> None:
    assert statements.STATEMENTS.keys() == STATEMENTS.keys()
    assert len(STATEMENTS) == 10
    assert set(statements.THEMES) == set(ScanTheme)
    assert set(statements.BANDS) == set(statements.BAND_NAMES) == set(Band)
    assert all(set(steps) == set(Band) for steps in statements.FIRST_STEPS.values())
