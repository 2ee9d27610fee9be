"""What somebody says in passing about days and languages: 'liefst op dinsdag', 'zij spreekt alleen Turks'.

A wish ranks and never excludes, so a word too many does no harm.
"""

from collections.abc import Mapping

from samenspel.engine import folding

_WEEKEND, _WEEK = ("sat", "sun"), ("mon", "tue", "wed", "thu", "fri")
DAY_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("maandag", "maandags", "maandagen", "monday", "mondays"), ("mon",)),
    **dict.fromkeys(("dinsdag", "dinsdags", "dinsdagen", "tuesday", "tuesdays"), ("tue",)),
    **dict.fromkeys(("woensdag", "woensdags", "woensdagen", "wednesday", "wednesdays"), ("wed",)),
    **dict.fromkeys(("donderdag", "donderdags", "donderdagen", "thursday", "thursdays"), ("thu",)),
    **dict.fromkeys(("vrijdag", "vrijdags", "vrijdagen", "friday", "fridays"), ("fri",)),
    **dict.fromkeys(("zaterdag", "zaterdags", "zaterdagen", "saturday", "saturdays"), ("sat",)),
    **dict.fromkeys(("zondag", "zondags", "zondagen", "sunday", "sundays"), ("sun",)),
    **dict.fromkeys(("weekend", "weekends", "weekeinde", "weekeinden"), _WEEKEND),
    **dict.fromkeys(("doordeweeks", "doordeweekse", "weekday", "weekdays"), _WEEK),
}
LANGUAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("engels", "engelse", "engelstalig", "engelstalige", "english"), ("en",)),
    **dict.fromkeys(("arabisch", "arabische", "arabic", "syrisch", "syrische", "syrie", "syrian"), ("ar",)),
    **dict.fromkeys(("marokkaans", "marokkaanse", "marokko", "moroccan"), ("ar", "ber")),
    **dict.fromkeys(("turks", "turkse", "turkije", "turkish"), ("tr",)),
    **dict.fromkeys(("pools", "poolse", "polen", "polish"), ("pl",)),
    **dict.fromkeys(("oekraiens", "oekraiense", "oekraine", "ukrainian"), ("uk",)),
    **dict.fromkeys(("tigrinya", "eritrees", "eritrese", "eritrea", "eritrean"), ("ti",)),
    **dict.fromkeys(("farsi", "perzisch", "iraans", "iraanse", "dari", "afghaans", "afghaanse", "persian"), ("fa",)),
    **dict.fromkeys(("berbers", "berberse", "tamazight", "tarifit", "berber"), ("ber",)),
    **dict.fromkeys(("papiaments", "papiamento", "antilliaans", "antilliaanse"), ("pap",)),
    **dict.fromkeys(("frans", "franse", "franstalig", "franstalige", "french"), ("fr",)),
    **dict.fromkeys(("duits", "duitse", "duitstalig", "duitstalige", "german"), ("de",)),
    **dict.fromkeys(("spaans", "spaanse", "spaanstalig", "spaanstalige", "spanish"), ("es",)),
    **dict.fromkeys(("somalisch", "somalische", "somali", "somalie"), ("so",)),
    **dict.fromkeys(("bulgaars", "bulgaarse", "bulgarije", "bulgarian"), ("bg",)),
    **dict.fromkeys(("roemeens", "roemeense", "roemenie", "romanian"), ("ro",)),
}


def days(text: str) -> tuple[str, ...]:
    """The days that a text names, each once."""
    return _named(text, DAY_WORDS)


def languages(text: str) -> tuple[str, ...]:
    """The languages that a text names, or that go with a country it names; Dutch is what everybody has."""
    return _named(text, LANGUAGE_WORDS)


def _named(text: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for word in folding.words(text) for code in words.get(word, ())))
