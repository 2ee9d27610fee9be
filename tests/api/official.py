"""The official schemas of HSDS 3.1: does a thing fit, and has it fields that the standard does not know?"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "data" / "hsds" / "schema"
needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the HSDS schemas are not here: ../shared/data/hsds")
FILES = {
    ("services", "one"): "compiled/service.json",
    ("services", "list"): "compiled/service_list.json",
    ("organizations", "one"): "compiled/organization.json",
    ("organizations", "list"): "compiled/organization_list.json",
    ("service_at_locations", "one"): "compiled/service_at_location.json",
    ("service_at_locations", "list"): "compiled/service_at_location_list.json",
    ("taxonomies", "one"): "taxonomy.json",
    ("taxonomies", "list"): "taxonomy.json",
    ("taxonomy_terms", "one"): "taxonomy_term.json",
    ("taxonomy_terms", "list"): "taxonomy_term.json",
}
LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")


def faults(thing: Mapping[str, Any], *, of: str, as_: str) -> list[str]:
    """What does not fit, and which fields the standard does not know; `as_` is one or list."""
    told = dict(thing)
    detail = told.pop("taxonomy_detail", None) if of == "taxonomy_terms" else None
    found = [*_misfits(told, FILES[of, as_])]
    return found + ([*_misfits(detail, "taxonomy.json")] if detail is not None else [])


def _misfits(thing: Any, file: str) -> Iterator[str]:
    for error in _validator(file).iter_errors(thing):
        yield f"{error.json_path}: {error.message[:200]}"
    yield from _unknown(thing, _schema(file), "$")


def _unknown(thing: Any, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if isinstance(thing, list):
        for place, one in enumerate(thing):
            yield from _unknown(one, schema.get("items", {}), f"{at}[{place}]")
    elif isinstance(thing, dict):
        known = schema.get("properties", {})
        for name, value in thing.items():
            if name not in known:
                yield f"{at}.{name} is unknown"
            else:
                yield from _unknown(value, known[name], f"{at}.{name}")


@cache
def _schema(file: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SCHEMAS / file).read_text())
    if file == "taxonomy_term.json":  # the taxonomy inside is checked by itself: a loose schema points at files
        read["properties"].pop("taxonomy_detail", None)
    for name in ("metadata",):
        if file in {"taxonomy_term.json", "taxonomy.json"}:
            read["properties"].pop(name, None)
    return read


@cache
def _validator(file: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(file), format_checker=FormatChecker())
