"""What import-linter cannot see: relations between models, sizes, pages without an access rule."""

import ast
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from samenspel.config.checks import every_page_has_an_access_rule, pages

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
LONGEST_FILE = 300
LONGEST_TEMPLATE = 150


def order_of_contexts() -> dict[str, int]:
    """Context to its place, 0 is the top; siblings share a place."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = contracts[0]["layers"]
    return {name.strip(): place for place, layer in enumerate(layers) for name in layer.split("|")}


def our_models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("samenspel.")]


def context_of(model: type) -> str:
    return model.__module__.split(".")[1]


def test_relations_between_models_point_down() -> None:
    order = order_of_contexts()
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in our_models()
        for field in model._meta.get_fields()  # type: ignore[attr-defined]
        if isinstance(field, ForeignKey) and field.related_model.__module__.startswith("samenspel.")
        if context_of(model) != context_of(field.related_model)
        and order[context_of(model)] >= order[context_of(field.related_model)]
    ]
    assert upward == []


def test_relations_across_contexts_leave_no_trace_on_the_lower_model() -> None:
    visible = [
        f"{model.__name__}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()  # type: ignore[attr-defined]
        if isinstance(field, ForeignKey)
        and context_of(model) != context_of(field.related_model)
        and not field.remote_field.hidden
    ]
    assert visible == []


def test_every_context_has_a_place_in_the_order() -> None:
    folders = {path.parent.name for path in (ROOT / "src" / "samenspel").glob("*/__init__.py")}
    assert folders == set(order_of_contexts())


def test_no_page_is_mounted_without_an_access_rule() -> None:
    assert every_page_has_an_access_rule() == []
    assert len(list(pages())) > 4


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") <= LONGEST_FILE
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "a module opens with what it means"


def test_templates_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "src").rglob("templates/**/*.html")
        if (lines := path.read_text().count("\n")) > LONGEST_TEMPLATE
    }
    assert long == {}


def test_views_leave_looking_things_up_to_queries() -> None:
    """A page asks one query or runs one action; it does not build its own."""
    asking = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if ("views" in path.parts or path.name == "views.py") and ".objects" in path.read_text()
    ]
    assert asking == []


def test_no_junk_drawers() -> None:
    forbidden = {"utils", "helpers", "manager", "handler", "data", "info", "common"}
    assert [path for path in SOURCES if path.stem in forbidden] == []
