"""The fields of HSDS 3.x that we read, and of which type they are.

One description for two purposes: `trimmed` keeps only these fields when a feed comes in (so that nobody's name lies
about that no offer shows), and `faults` names the fields that are of another type than the standard says.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from samenspel.lib import numbers

LONGEST_TEXT = 20_000
MOST_PARTS = 200
HELD_BSN = "[BSN]"
"""What stands in the place of a text with a possible BSN: that may not be kept, not even until it is refused (L11)."""
# A NUL cannot be stored, half a surrogate pair cannot even be written.
NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Text:
    """A string; `is_free` when people wrote it, so that a BSN may stand in it."""

    said: str = "text"
    is_free: bool = False


@dataclass(frozen=True)
class Number:
    """A number; in JSON `true` is not one."""

    said: str = "number"


@dataclass(frozen=True)
class Part:
    """An object with fields."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    said: str = "object"


@dataclass(frozen=True)
class Several:
    """A list of objects."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    said: str = "list"


Shape = Text | Number | Part | Several


def _texts(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, Text())


def _free(*names: str) -> dict[str, Shape]:
    return dict.fromkeys(names, Text(is_free=True))


TERM = _texts("id", "code", "parent_id") | _free("name")
ATTRIBUTE: dict[str, Shape] = _texts("taxonomy_term_id") | _free("value") | {"taxonomy_term": Part(TERM)}
ATTRIBUTES: dict[str, Shape] = {"attributes": Several(ATTRIBUTE)}
PHONE = _free("number")
CONTACT: dict[str, Shape] = _free("name") | _texts("email") | {"phones": Several(PHONE)}
IDENTIFIER = _texts("identifier_scheme", "identifier_type", "identifier")
ORGANIZATION: dict[str, Shape] = {
    **_texts("id", "email", "website"),
    **_free("name", "description"),
    **ATTRIBUTES,
    "organization_identifiers": Several(IDENTIFIER),
    "phones": Several(PHONE),
    "contacts": Several(CONTACT),
    "services": Several(_texts("id")),
}
ADDRESS = _free("address_1", "address_2", "city", "postal_code")
LOCATION: dict[str, Shape] = {
    **_texts("id", "location_type"),
    "latitude": Number(),
    "longitude": Number(),
    "addresses": Several(ADDRESS),
}
SCHEDULE = _texts("byday", "opens_at", "closes_at") | _free("description")
AREA: dict[str, Shape] = _texts("extent", "uri") | _free("name")
COST: dict[str, Shape] = _texts("currency") | _free("option", "amount_description") | {"amount": Number()}
CAPACITY: dict[str, Shape] = {
    **_texts("updated"),
    **ATTRIBUTES,
    "available": Number(),
}
AT_LOCATION: dict[str, Shape] = _texts("id") | {"location": Part(LOCATION), "schedules": Several(SCHEDULE)}
SERVICE: dict[str, Shape] = {
    **_texts("id", "organization_id", "url", "email", "status", "assured_date", "last_modified"),
    **_free("name", "description", "application_process", "fees_description", "fees", "eligibility_description"),
    **ATTRIBUTES,
    "minimum_age": Number(),
    "maximum_age": Number(),
    "organization": Part(ORGANIZATION),
    "phones": Several(PHONE),
    "schedules": Several(SCHEDULE),
    "service_areas": Several(AREA),
    "service_at_locations": Several(AT_LOCATION),
    "languages": Several(_texts("name", "code")),
    "cost_options": Several(COST),
    "contacts": Several(CONTACT),
    "capacities": Several(CAPACITY),
}
BY_ENTITY: Mapping[str, Mapping[str, Shape]] = {
    "organizations": ORGANIZATION,
    "taxonomy_terms": TERM,
    "services": SERVICE,
}
NESTED = frozenset(name for name, shape in SERVICE.items() if isinstance(shape, Several))


def trimmed(value: Any, fields: Mapping[str, Shape]) -> Any:
    """The thing with only the fields we know; what is of a wrong type keeps its type and loses its contents."""
    if not isinstance(value, dict):
        return _emptied(value)
    return {name: _kept(value[name], shape) for name, shape in fields.items() if value.get(name) is not None}


def _kept(value: Any, shape: Shape) -> Any:
    if isinstance(shape, Part):
        return trimmed(value, shape.fields)
    if isinstance(shape, Several) and isinstance(value, list):
        return [trimmed(one, shape.fields) for one in value[:MOST_PARTS]]
    if isinstance(shape, Text) and shape.is_free and isinstance(value, str) and numbers.find_bsn(value):
        return HELD_BSN
    return _emptied(value)


def _emptied(value: Any) -> Any:
    if isinstance(value, str):
        return NOT_TEXT.sub("", value)[: LONGEST_TEXT + 1]
    if isinstance(value, dict | list):
        return type(value)()
    return None if isinstance(value, float) and not isfinite(value) else value


def faults(value: Any, fields: Mapping[str, Shape], at: str = "") -> Iterator[tuple[str, str]]:
    """Each field of a wrong type: where (a JSON pointer) and what the standard says it is."""
    if not isinstance(value, dict):
        yield at, "object"
        return
    for name, shape in fields.items():
        if name in value and value[name] is not None:
            yield from _wrong(value[name], shape, f"{at}/{name}")


def _wrong(value: Any, shape: Shape, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(shape, Part):
        yield from faults(value, shape.fields, at)
    elif isinstance(shape, Several):
        if not isinstance(value, list):
            yield at, shape.said
            return
        for place, one in enumerate(value):
            yield from faults(one, shape.fields, f"{at}/{place}")
    elif not _fits(value, shape):
        yield at, shape.said


def _fits(value: Any, shape: Text | Number) -> bool:
    if isinstance(shape, Text):
        return isinstance(value, str)
    return isinstance(value, int | float) and not isinstance(value, bool)
