"""What codes, postcodes and names mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.places import rules
from samenspel.places.rules import AreaKind, Postcode, PostcodeProblem


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1234ab", Postcode("1234", "AB")),
        (" 1234  AB ", Postcode("1234", "AB")),
        ("1234", Postcode("1234")),
        ("3743 AB 12", Postcode("3743", "AB", 12)),
        ("3743ab 12 hs", Postcode("3743", "AB", 12)),
        ("3743 AB, 12a", Postcode("3743", "AB", 12)),
        ("12O4 AB", PostcodeProblem.LETTER_O),
        ("0123 AB", PostcodeProblem.NEVER_ISSUED),
        ("1234 SS", PostcodeProblem.NEVER_ISSUED),
        ("12345", PostcodeProblem.SHAPE),
        ("1234 A", PostcodeProblem.SHAPE),
        ("1234 ABC", PostcodeProblem.SHAPE),
        ("", PostcodeProblem.SHAPE),
        ("١٢٣٤", PostcodeProblem.SHAPE),
    ],
)
def test_a_postcode_is_read_as_people_type_it(typed: str, expected: Postcode | PostcodeProblem) -> None:
    assert rules.read_postcode(typed) == expected


def test_a_letter_o_is_explained_and_not_silently_repaired() -> None:
    assert rules.repaired_postcode("12o4ab") == "1204 AB"
    assert rules.repaired_postcode("1204 AB") == ""
    assert rules.repaired_postcode("hallo") == ""


@given(st.integers(1000, 9999), st.sampled_from(["AB", "ZZ", "PO", ""]), st.sampled_from(["", " ", "  "]))
def test_every_written_form_reads_back_the_same(digits: int, letters: str, gap: str) -> None:
    postcode = rules.read_postcode(f"{digits}{gap}{letters.lower()}")
    assert isinstance(postcode, Postcode)
    assert rules.read_postcode(str(postcode)) == postcode
    assert postcode.code == f"{digits}{letters}"


@given(st.text(max_size=40))
def test_nothing_typed_breaks_the_rules(text: str) -> None:
    rules.read_postcode(text)
    rules.repaired_postcode(text)
    rules.looks_like_postcode(text)
    rules.number(text)
    assert rules.name_key(rules.name_key(text)) == rules.name_key(text)


@pytest.mark.parametrize(
    ("typed", "expected"), [("3743", True), ("12o4ab", True), ("2e Exloërmond", False), ("Oost", False)]
)
def test_a_name_that_begins_with_a_number_is_no_postcode(typed: str, expected: bool) -> None:  # noqa: FBT001
    assert rules.looks_like_postcode(typed) is expected


@pytest.mark.parametrize(
    ("code", "kind", "parent"),
    [
        ("GM0308", AreaKind.MUNICIPALITY, None),
        ("WK030800", AreaKind.DISTRICT, "GM0308"),
        ("BU0363AA01", AreaKind.NEIGHBOURHOOD, "WK0363AA"),
    ],
)
def test_kind_and_parent_follow_from_the_code(code: str, kind: AreaKind, parent: str | None) -> None:
    assert rules.kind_of_code(rules.clean_code(f"{code.lower()}   ")) == kind
    assert rules.parent_of(code) == parent
    assert rules.municipality_of(code) == f"GM{code[2:6]}"


@pytest.mark.parametrize("code", ["", "NL01", "GM308", "WK03080", "BU030800", "BU0308000!", "PV20", "BU٠٣٠٨٠٠٠٠"])
def test_other_codes_are_no_areas(code: str) -> None:
    assert rules.kind_of_code(code) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("'s-Gravenhage", "S Gravenhage"),
        ("’s-Gravenhage", "Den Haag"),
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("'t Zand", "Zand"),
        ("2e Exloërmond", "2E EXLOERMOND"),
        ("Nuenen, Gerwen en Nederwetten", "nuenen gerwen  en nederwetten"),
        ("Tromsø", "tromso"),
    ],
)
def test_names_are_compared_without_accents_and_signs(one: str, other: str) -> None:
    assert rules.name_key(one) == rules.name_key(other)


@pytest.mark.parametrize(
    "raw", [-99995, -99997, -99995.0, -99999999, None, "", "<NA>", True, float("nan"), float("inf"), []]
)
def test_unknown_is_none_and_never_zero(raw: object) -> None:
    assert rules.number(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"), [(0, 0), ("0", 0), ("12,5", 12.5), (1825.0, 1825), (-3.2, -3.2), (" 7 ", 7)]
)
def test_a_figure_is_a_number(raw: object, expected: float) -> None:
    assert rules.number(raw) == expected


@pytest.mark.parametrize(
    ("metres", "expected"),
    [(0, (50, "m")), (340, (350, "m")), (980, (1, "km")), (1700, (1.5, "km")), (12_400, (12, "km"))],
)
def test_a_distance_is_rounded_as_people_say_it(metres: float, expected: tuple[float, str]) -> None:
    assert rules.rounded_distance(metres) == expected
