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

UNWISHED = frozenset(
    (
        "niet",
        "geen",
        "nooit",
        "behalve",
        "vorige",
        "afgelopen",
        "sinds",
        "not",
        "no",
        "never",
        "except",
        "last",
        "since",
    )
)
"""Right before a day: it is past or does not suit. Right before a language: it is not spoken."""
BEFORE_DAY, BEFORE_LANGUAGE = 2, 1


def days(text: str) -> tuple[str, ...]:
    """The days that a text asks for, each once; who names the whole week asks for none."""
    found = _named(text, DAY_WORDS, BEFORE_DAY)
    return () if len(found) == len(_WEEK) + len(_WEEKEND) else found


def languages(text: str) -> tuple[str, ...]:
    """The languages that a text names, or that go with a country it names; Dutch is what everybody has."""
    return _named(text, LANGUAGE_WORDS, BEFORE_LANGUAGE)


def _named(text: str, names: Mapping[str, tuple[str, ...]], before: int) -> tuple[str, ...]:
    """The codes of the words that name something, without those that a word right before them takes back."""
    said = folding.words(text)
    meant = [place for place, word in enumerate(said) if word in names]
    wished = [place for place in meant if UNWISHED.isdisjoint(said[max(place - before, 0) : place])]
    return tuple(dict.fromkeys(code for place in wished for code in names[said[place]]))
