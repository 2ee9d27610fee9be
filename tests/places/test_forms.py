"""Asking where something is: certain, ambiguous, unknown and nonsense."""

import pytest
from django.utils import translation

from samenspel.places.forms import PlaceForm
from samenspel.places.rules import AreaKind
from tests.places.samples import addresses, bring_in, bring_in_postcodes, neighbourhood, row_of_squares, square

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places() -> None:
    """Three neighbourhoods; postcode 3743 lies in two of them, 3743 AC in one."""
    bring_in(*row_of_squares(2), neighbourhood("BU03080009", "Centrum", geometry=square(5.5)))
    shared = [*addresses("3743AB", "BU03080000", [1, 3]), *addresses("3743AB", "BU03080001", [5])]
    bring_in_postcodes(*shared, *addresses("3743AC", "BU03080001", [2]))


def asked(where: str, choice: str = "", kind: AreaKind = AreaKind.NEIGHBOURHOOD) -> PlaceForm:
    form = PlaceForm({"where": where, "choice": choice}, kinds=[kind])
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("3743 ac", "BU03080001"),
        ("3743AB 5", "BU03080001"),
        ("centrum", "BU03080009"),
        ("Centrum (Baarn)", "BU03080009"),
    ],
)
def test_what_is_certain_needs_no_question(where: str, code: str) -> None:
    form = asked(where)
    assert form.is_valid()
    assert form.area is not None
    assert form.area.code == code
    assert "choice" not in form.fields


def test_what_is_ambiguous_becomes_a_choice_and_keeps_what_was_typed() -> None:
    form = asked("3743ab")
    assert form.errors == {"choice": ["Er zijn 2 buurten mogelijk. Kies er één."]}
    assert form["where"].value() == "3743ab"
    page = form.as_p()
    assert 'value="BU03080000"' in page
    assert "Buurt 0 (Baarn), 67 % van deze postcode" in page
    assert page.index("BU03080000") < page.index("BU03080001")


def test_the_choice_settles_it() -> None:
    form = asked("3743ab", "BU03080001")
    assert form.is_valid()
    assert form.area is not None
    assert form.area.name == "Buurt 1"


def test_a_choice_from_an_earlier_question_is_no_answer() -> None:
    form = asked("3743ab", "BU03080009")
    assert form.area is None
    assert "choice" in form.errors


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("", "Dit veld is verplicht."),
        ("9999 ZZ", "De postcode 9999 ZZ kennen wij niet."),
        ("37O3 AB", "Bedoelt u 3703 AB, met een nul?"),
        ("0123 AB", "Deze postcode bestaat niet."),
        ("10115", "Dit is geen Nederlandse postcode."),
        ("Atlantis", "“Atlantis” kennen wij niet als plaats of buurt."),
        ("<script>", "kennen wij niet als plaats of buurt."),
        ("\x00", ""),
        ("x" * 121, ""),
    ],
)
def test_what_cannot_be_used_is_said_at_the_field(where: str, sentence: str) -> None:
    form = asked(where)
    assert not form.is_valid()
    assert form.area is None
    assert list(form.errors) == ["where"]
    if sentence and where:
        assert sentence in str(form.errors["where"].as_data()[0].message)


def test_the_name_of_a_municipality_stands_for_its_neighbourhoods() -> None:
    assert [candidate.area.name for candidate in asked("Baarn").candidates] == ["Buurt 0", "Buurt 1", "Centrum"]


def test_a_municipality_will_do_where_the_form_says_so() -> None:
    form = asked("Baarn", kind=AreaKind.MUNICIPALITY)
    assert form.is_valid()
    assert form.area is not None
    assert form.area.code == "GM0308"


def test_too_many_namesakes_are_not_listed() -> None:
    bring_in(*row_of_squares(45, first=100), year=2025)
    assert "Meer dan 40 gebieden kunnen zo heten." in str(asked("buurt").errors["where"])


def test_it_asks_in_english_too() -> None:
    with translation.override("en"):
        assert asked("3743ab").errors == {"choice": ["2 neighbourhoods are possible. Choose one."]}
