"""What somebody says in passing about days and languages, and what they take back in the same breath."""

import pytest

from samenspel.finding import wishes


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Liefst op dinsdag of in het weekend", ("tue", "sat", "sun")),
        ("Niet op dinsdag, wel op vrijdag", ("fri",)),
        ("Vorige week maandag is hij gevallen", ()),
        ("Any day except Wednesday", ()),
        ("Doordeweeks werk ik en het weekend ben ik alleen", ()),
    ],
)
def test_a_day_is_a_wish_unless_it_is_taken_back(text: str, days: tuple[str, ...]) -> None:
    assert wishes.days(text) == days


@pytest.mark.parametrize(
    ("text", "languages"), [("Zij spreekt geen Nederlands, alleen Turks", ("tr",)), ("Wij spreken geen Engels", ())]
)
def test_a_language_that_is_not_spoken_is_no_wish(text: str, languages: tuple[str, ...]) -> None:
    assert wishes.languages(text) == languages
