"""For whom a text asks: ages and telling words."""

import pytest

from samenspel.engine import targets


def pointed(text: str) -> set[str]:
    return {code for code, value in zip(targets.codes(), targets.guess(text), strict=True) if value > 0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mw 84 jr, alleenstaand", (84,)),
        ("mijn zoon van 14 gamet veel", (14,)),
        ("ik ben 37 jaar en mijn dochter is 7", (37, 7)),
        ("I'm 19 years old", (19,)),
        ("hij is 3 weken ziek", ()),
        ("op 5 mei om 14 uur", ()),
        ("", ()),
    ],
)
def test_ages_are_read(text: str, expected: tuple[int, ...]) -> None:
    assert targets.ages(text) == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("mijn vader van 82", "older"),
        ("puber van 15", "youth"),
        ("mijn zoontje van 6 jaar", "children"),
        ("ik ben mantelzorger voor mijn man", "carers"),
        ("statushouder uit Syrië", "newcomers"),
        ("mijn moeder is vergeetachtig", "dementia"),
        ("ik zit in een rolstoel", "disability"),
        ("schulden en aanmaningen", "low-income"),
        ("I am a refugee", "newcomers"),
    ],
)
def test_a_group_is_pointed_at(text: str, group: str) -> None:
    assert group in pointed(text)


def test_a_text_that_does_not_say_points_at_nobody() -> None:
    assert pointed("graag een keer samen wandelen") == set()
