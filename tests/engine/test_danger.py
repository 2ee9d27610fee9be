"""Acute danger is seen in many words and spellings; ordinary questions, denials and old stories are left in peace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.engine import danger, training
from samenspel.engine.danger import Danger, Route

IN_DANGER = [
    ("ik wil niet meer leven", Danger.SUICIDE),
    ("ze zegt steeds dat ze dood wil", Danger.SUICIDE),
    ("hij dreigt er een eind aan te maken", Danger.SUICIDE),
    ("zelfmoort", Danger.SUICIDE),
    ("Pt suicidaal, met spoed", Danger.SUICIDE),
    ("mijn zusje heeft een afscheidsbrief geschreven", Danger.SUICIDE),
    ("I want to kill myself", Danger.SUICIDE),
    ("she doesn't want to live any more", Danger.SUICIDE),
    ("mijn dochter snijdt in haar armen", Danger.SELF_HARM),
    ("mijn man slaat mij", Danger.VIOLENCE),
    ("ik ben bang voor mijn vriend", Danger.VIOLENCE),
    ("Mijn ex bedreigd mij elke dag", Danger.VIOLENCE),
    ("huislijk geweld bij de buren", Danger.VIOLENCE),
    ("my husband hits me", Danger.VIOLENCE),
    ("ik hoor de kinderen hiernaast gillen", Danger.CHILD),
    ("het meisje wordt mishandeld", Danger.CHILD),
    ("er is brand in de keuken", Danger.FIRE),
    ("ik ruik gas in het portiek", Danger.FIRE),
    ("mijn moeder ligt op de grond en reageert niet", Danger.COLLAPSE),
    ("hij heeft pijn op de borst", Danger.COLLAPSE),
    ("she is unconscious", Danger.COLLAPSE),
    ("zijn mond hangt scheef en hij praat opeens wartaal", Danger.STROKE),
    ("Dhr wordt door zijn kleinzoon geslagen om geld", Danger.VIOLENCE),
    ("ik ben bang dat hij mij doodslaat", Danger.VIOLENCE),
    ("Mijn peuter heeft pillen van oma opgegeten", Danger.CHILD),
    ("Het ruikt hier sterk naar gas", Danger.FIRE),
    ("mijn dochter krijgt geen adem", Danger.COLLAPSE),
    ("zijn broer heeft zichzelf opgehangen", Danger.SUICIDE),
    ("mijn broer is psychotisch en ziet dingen die er niet zijn", Danger.PSYCHOSIS),
]
IN_PEACE = [
    "geen doodswens, wel vragen over het leven",
    "Niet suïcidaal, somber gestemd",
    "ontkent suicidale gedachten",
    "ik wil niet dood",
    "Tien jaar geleden deed ik een zelfmoordpoging, ik zoek een zelfhulpgroep",
    "mijn zoon is overleden door zelfdoding en ik zoek andere nabestaanden",
    "Wie kan een lamp en een schilderij ophangen?",
    "mijn man is dood en ik ben eenzaam",
    "Moeder wil thuis sterven, wie kan er waken?",
    "Na een beroerte kan hij niet meer praten",
    "ik heb niets meer na de brand, geen meubels",
    "de hond moet uitgelaten, ik ben gevallen",
    "Mijn puber slaat met deuren",
    "stress over geld en brieven",
    "I was abused as a child and look for a support group",
    "Ik kan door mijn reuma mijn arm niet meer optillen",
    "De deurwaarder dreigt met beslag",
    "ik schaam me dood voor mijn huis",
    "Ik ben er niet meer uit geweest sinds maart",
    "My husband died and I am lonely",
    "",
]


@pytest.mark.parametrize(("text", "expected"), IN_DANGER)
def test_danger_is_seen(text: str, expected: Danger) -> None:
    assert expected in [flag.danger for flag in danger.flags(text)]


@pytest.mark.parametrize("text", IN_PEACE)
def test_an_ordinary_text_is_left_in_peace(text: str) -> None:
    assert danger.flags(text) == ()


def test_the_past_counts_when_it_is_happening_again() -> None:
    assert danger.flags("Vroeger deed hij een zelfmoordpoging en nu wil hij weer zelfmoord plegen")


def test_a_denial_in_another_clause_does_not_hide_the_danger() -> None:
    assert danger.flags("Hij eet niet, zelfmoord is het enige waar hij over praat")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("ik denk aan zelfmoord", Route.SUICIDE_PREVENTION),
        ("mijn man slaat de kinderen en mij", Route.SAFE_HOME),
        ("er is brand in huis", Route.EMERGENCY),
        ("mijn broer is psychotisch", Route.GP),
    ],
)
def test_a_flag_says_whom_to_call_and_by_which_words(text: str, route: Route) -> None:
    flag = danger.flags(text)[0]
    assert route in flag.routes
    assert flag.words
    assert all(word in text for word in flag.words)


def test_every_danger_has_someone_to_call() -> None:
    assert set(danger.ROUTES) == set(Danger)
    assert all(danger.ROUTES[one] for one in Danger)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_fault(text: str) -> None:
    assert danger.flags(text) == danger.flags(text)


def test_a_text_of_a_hundred_thousand_signs_is_dealt_with() -> None:
    assert danger.flags("ik wil niet meer leven " + "a b c " * 20_000)


def phrases() -> list[training.Example]:
    files = [path for path in sorted(training.PHRASES.glob("*.txt")) if path.stem != "offers"]
    return [one for path in files for one in training.read_bank(path.read_text().splitlines())]


def test_the_bank_is_told_apart() -> None:
    grave = {"crisis-care", "domestic-violence"}
    crises = [one.text for one in phrases() if one.kind in grave]
    others = [one.text for one in phrases() if one.kind not in grave | {"youth-care"}]
    assert sum(bool(danger.flags(text)) for text in crises) >= 0.95 * len(crises)
    assert sum(bool(danger.flags(text)) for text in others) <= 0.01 * len(others)
