"""How a self-scan is scored (P1.2): ten statements in five themes, 1 to 5 each; plain Python, like `rules`.

The statements and the bands are our own; they are a start for a talk, not a measuring instrument. A theme is the mean
of what was answered; 'weet ik niet' (None) does not count as low. Never compared between networks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

LOWEST, HIGHEST = 1, 5
ON_THE_WAY_FROM, FIRM_FROM = 2.5, 4.0
Scores = Mapping[str, int | None]


class ScanTheme(StrEnum):
    """What working together stands on."""

    KNOWING = "knowing"
    AGREEMENTS = "agreements"
    REFERRING = "referring"
    RESIDENTS = "residents"
    MONEY = "money"


class Band(StrEnum):
    """Where a theme stands."""

    BEGINNING = "beginning"
    ON_THE_WAY = "on_the_way"
    FIRM = "firm"
    UNKNOWN = "unknown"


STATEMENTS: dict[str, ScanTheme] = {f"{theme.value}_{number}": theme for theme in ScanTheme for number in (1, 2)}


class WrongScores(Exception):
    """Not exactly one answer of 1 to 5, or 'do not know', to every statement."""


@dataclass(frozen=True, kw_only=True)
class ThemeResult:
    """One theme: its mean (1 to 5, one decimal at most; None when nobody knew), and how many of how many answered."""

    theme: ScanTheme
    mean: float | None
    answered: int
    asked: int
    band: Band
    change: float | None = None


def check_scores(scores: Scores) -> None:
    """Whether these are the answers to exactly our statements.

    Raises:
        WrongScores: see there.
    """
    if scores.keys() != STATEMENTS.keys():
        raise WrongScores
    for score in scores.values():
        if score is not None and (type(score) is not int or not LOWEST <= score <= HIGHEST):
            raise WrongScores


def results(scores: Scores, *, before: Scores | None = None) -> list[ThemeResult]:
    """Every theme with its mean and band, and the change since an earlier scan where both have a mean."""
    return [_result(theme, scores, before) for theme in ScanTheme]


def band_of(mean: float | None) -> Band:
    """Below 2.5 is a beginning, from 4 on it stands."""
    if mean is None:
        return Band.UNKNOWN
    if mean < ON_THE_WAY_FROM:
        return Band.BEGINNING
    return Band.FIRM if mean >= FIRM_FROM else Band.ON_THE_WAY


def weakest(found: list[ThemeResult]) -> ThemeResult | None:
    """The theme to begin with: the lowest mean, of equals the first; None when nothing was answered."""
    known = [one for one in found if one.mean is not None]
    return min(known, key=lambda one: one.mean or 0, default=None)


def _result(theme: ScanTheme, scores: Scores, before: Scores | None) -> ThemeResult:
    mean, earlier = _mean(theme, scores), _mean(theme, before or {})
    answers = [scores.get(code) for code, its_theme in STATEMENTS.items() if its_theme is theme]
    return ThemeResult(
        theme=theme,
        mean=mean,
        answered=sum(answer is not None for answer in answers),
        asked=len(answers),
        band=band_of(mean),
        change=None if mean is None or earlier is None else mean - earlier,
    )


def _mean(theme: ScanTheme, scores: Scores) -> float | None:
    answers = [scores.get(code) for code, its_theme in STATEMENTS.items() if its_theme is theme]
    known = [answer for answer in answers if answer is not None]
    return fmean(known) if known else None
