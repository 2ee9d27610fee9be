"""What people type comes in clean, and no form of the product lets a BSN through (evidence.md L11)."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms
from django.core.exceptions import ValidationError

import samenspel
from samenspel.lib import formfields, texts

NOT_FREE_TEXT = (
    forms.EmailField,
    forms.URLField,
    forms.UUIDField,
    forms.JSONField,
    texts.RsinField,
    texts.KvkField,
    formfields.CodeField,
)


def form_classes() -> Iterator[type[forms.BaseForm]]:
    """Every form of the product: found by loading all modules named `forms`, then walking the family tree."""
    for module in pkgutil.walk_packages(samenspel.__path__, "samenspel."):
        if ".forms" in module.name:
            importlib.import_module(module.name)
    todo: list[type[forms.BaseForm]] = [forms.BaseForm]
    while todo:
        family = todo.pop()
        todo += family.__subclasses__()
        if family.__module__.startswith("samenspel."):
            yield family


def free_text_fields(form: type[forms.BaseForm]) -> Iterator[tuple[str, forms.CharField]]:
    """Fields in which somebody can type what they like; those of a library's own form are the library's."""
    borrowed = {name for base in form.__mro__[1:] if not base.__module__.startswith("samenspel.") for name in getattr(base, "base_fields", {})}  # fmt: skip  # noqa: E501
    for name, field in getattr(form, "base_fields", {}).items():
        hidden = isinstance(field.widget, forms.PasswordInput | forms.HiddenInput)
        if isinstance(field, forms.CharField) and not isinstance(field, NOT_FREE_TEXT) and not hidden and name not in borrowed:  # fmt: skip  # noqa: E501
            yield name, field


def lets_a_bsn_through(field: forms.CharField) -> bool:
    try:
        field.clean("111222333")
    except ValidationError as refused:
        return all(error.code != "bsn" for error in refused.error_list)
    return True


def test_no_form_of_the_product_lets_a_bsn_through() -> None:
    leaks = [
        f"{form.__module__}.{form.__qualname__}.{name}"
        for form in form_classes()
        if not form.__module__.startswith("samenspel.design.")
        for name, field in free_text_fields(form)
        if lets_a_bsn_through(field)
    ]
    assert leaks == []


def test_the_walk_finds_a_leak() -> None:
    leaky = type("Leaky", (forms.Form,), {"note": forms.CharField(), "title": texts.ShortTextField()})
    assert {name: lets_a_bsn_through(field) for name, field in free_text_fields(leaky)} == {
        "note": True,
        "title": False,
    }


@pytest.mark.parametrize("field", [texts.FreeTextField(), texts.ShortTextField()])
def test_a_refused_number_is_explained_and_not_repeated(field: forms.CharField) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean("Mijn nummer is 111.222.333")
    assert "burgerservicenummer" in str(refused.value.messages[0])
    assert "111" not in str(refused.value.messages[0])


def test_invisible_signs_disappear_and_lines_stay() -> None:
    typed = "Goede\x00 dag\x1b\r\n\u202eomgekeerd\u2066\ufeff\tde 👩\u200d⚕️"
    assert texts.FreeTextField().clean(typed) == "Goede dag\nomgekeerd de 👩\u200d⚕️"


def test_a_short_text_is_one_line() -> None:
    assert texts.ShortTextField().clean("  Buurt\r\n\r\nkamer\t 1 ") == "Buurt kamer 1"


def test_a_text_of_only_invisible_signs_is_empty() -> None:
    with pytest.raises(ValidationError):
        texts.FreeTextField().clean("\u202e\u200b \x07")


def test_length_counts_after_cleaning() -> None:
    field = texts.FreeTextField(max_length=5)
    assert field.clean("ab\r\ncd") == "ab\ncd"
    with pytest.raises(ValidationError):
        field.clean("abcdef")


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [(texts.KvkField(), "1234 56 78", "12345678"), (texts.RsinField(), "1234.56.782", "123456782")],
)
def test_an_official_number_is_kept_as_digits(field: forms.CharField, typed: str, kept: str) -> None:
    assert field.clean(typed) == kept


@pytest.mark.parametrize(("field", "code"), [(texts.KvkField(), "kvk"), (texts.RsinField(), "rsin")])
def test_a_wrong_official_number_is_explained(field: forms.CharField, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        field.clean("123456789")
    assert refused.value.error_list[0].code == code
