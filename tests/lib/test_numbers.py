"""Official numbers by their form; vectors of evidence.md L11."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.lib import numbers


@pytest.mark.parametrize("digits", ["111222333", "123456782", "010464554", "10464554"])
def test_the_eleven_test_passes(digits: str) -> None:
    assert numbers.passes_eleven_test(digits)


@pytest.mark.parametrize("digits", ["123456789", "612345678", "000000000", "00000000", "1112223330", "1112223", ""])
def test_the_eleven_test_fails(digits: str) -> None:
    assert not numbers.passes_eleven_test(digits)


@pytest.mark.parametrize(
    "text",
    [
        "111222333",
        "Haar nummer is 111222333.",
        "BSN:111.222.333",
        "bsn 1112 22 333 graag",
        "111-222-333",
        "111–222–333",
        "1 1 1 2 2 2 3 3 3",
        "111\u00a0222\u00a0333",
        "111\u200b222333",
        "١١١٢٢٢٣٣٣",
        "1 1 1  222333",
        "bel 06 12345678 of kijk bij 123456782",
        "kamer 12, 123456782",
        "nummer 10464554",
        "eerst 123456789 en dan\n111222333",
    ],
)
def test_a_bsn_in_a_text_is_found(text: str) -> None:
    assert numbers.find_bsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456789",
        "000000000",
        "1112223330",
        "01112223334",
        "111222\n333",
        "0300 123 456",
        "06-12345678",
        "+31 6 12 34 56 72",
        "0031 6 10464554",
        "06 10464554",
        "06 10 46 45 54",
        "op 10-46-4554",
        "van 2024 2025",
        "111,222,333",
        "111.222-333",
        "1234 AB 12",
        "NL91 ABNA 0417 1643 00",
    ],
)
def test_what_is_no_bsn_is_left_alone(text: str) -> None:
    assert numbers.find_bsn(text) is None


@given(st.integers(min_value=10_000_000, max_value=999_999_999), st.sampled_from(["", " ", ".", "-"]))
def test_a_number_is_found_however_it_is_written(number: int, separator: str) -> None:
    digits = f"{number:09}"
    written = separator.join([digits[:3], digits[3:6], digits[6:]])
    assert bool(numbers.find_bsn(f"nr. {written}!")) == numbers.passes_eleven_test(digits)


@pytest.mark.parametrize(("text", "right"), [("12345678", True), ("00000000", False), ("1234567", False), ("a2345678", False), ("١٢٣٤٥٦٧٨", False)])  # fmt: skip  # noqa: E501
def test_kvk_number(text: str, right: bool) -> None:  # noqa: FBT001
    assert numbers.is_kvk_number(text) is right


def test_an_rsin_has_all_nine_digits() -> None:
    assert numbers.is_rsin("123456782")
    assert not numbers.is_rsin("10464554")
    assert numbers.tidy(" 1234.56.782 ") == "123456782"
