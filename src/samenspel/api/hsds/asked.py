"""What a program asks of the read side: the parameters of HSDS, read and refused in words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

PER_PAGE, MOST_PER_PAGE = 50, 500
MINIMAL_PER_PAGE = 100_000
"""HSDS wants all of them on one page; this is where even that ends."""
LONGEST_SEARCH = 200
MOST_PAGES = 10**9
NOT_HERE = {"postcode", "proximity"}
"""Parameters of HSDS that narrow down and that we do not know: leaving them out would give too much."""
CONTROL_SIGNS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
Read = TypeVar("Read")


class BadParameter(ValueError):
    """A parameter cannot be understood; `parameter` is its name, the text says what it should be."""

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which things, how much of each, and which page. A parameter that was not given is empty."""

    page: int = 1
    per_page: int = PER_PAGE
    search: str = ""
    modified_after: datetime | None = None
    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    parent_id: UUID | None = None
    full: bool = False
    full_service: bool = False
    minimal: bool = False
    top_only: bool = False


def read(given: Mapping[str, str]) -> Asked:
    """The parameters of an address; those that HSDS does not have are passed over.

    Raises:
        BadParameter: one cannot be understood.
    """
    for name in sorted(NOT_HERE & set(given)):
        raise BadParameter(name, "This parameter is not supported here.")
    if given.get("format", "json") != "json":
        raise BadParameter("format", "The only format is 'json'.")
    minimal = _one(given, "minimal", _switch, default=False)
    usual = MINIMAL_PER_PAGE if minimal else PER_PAGE
    return Asked(
        page=_one(given, "page", lambda text: _number(text, most=MOST_PAGES), default=1),
        per_page=_one(given, "per_page", lambda text: _number(text, most=MOST_PER_PAGE), default=usual),
        search=_one(given, "search", _words, default=""),
        modified_after=_one(given, "modified_after", _moment, default=None),
        taxonomy_term_id=_one(given, "taxonomy_term_id", uuid, default=None),
        taxonomy_id=_one(given, "taxonomy_id", uuid, default=None),
        organization_id=_one(given, "organization_id", uuid, default=None),
        parent_id=_one(given, "parent_id", uuid, default=None),
        full=_one(given, "full", _switch, default=False),
        full_service=_one(given, "full_service", _switch, default=False),
        top_only=_one(given, "top_only", _switch, default=False),
        minimal=minimal,
    )


def _one(given: Mapping[str, str], name: str, reader: Callable[[str], Read], *, default: Read) -> Read:
    if name not in given:
        return default
    try:
        return reader(given[name])
    except ValueError as wrong:
        raise BadParameter(name, str(wrong)) from None


def uuid(text: str) -> UUID:
    """An id as HSDS writes it: 32 hexadecimal digits in five groups."""
    try:
        read = UUID(text)
    except ValueError:
        read = None
    if read is None or str(read) != text.lower():
        raise ValueError("This is not a UUID.")
    return read


def _number(text: str, *, most: int) -> int:
    said = f"This must be a whole number from 1 to {most}."
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and 1 <= int(text) <= most):
        raise ValueError(said)
    return int(text)


def _switch(text: str) -> bool:
    if text.lower() not in {"true", "false"}:
        raise ValueError("This must be 'true' or 'false'.")
    return text.lower() == "true"


def _words(text: str) -> str:
    if len(text) > LONGEST_SEARCH:
        raise ValueError(f"This must be at most {LONGEST_SEARCH} characters.")
    if CONTROL_SIGNS.search(text):
        raise ValueError("This must be text on one line, without control characters.")
    return text.strip()


def _moment(text: str) -> datetime:
    """A moment or a day; without a time zone it is UTC. An unescaped `+` arrives here as a space."""
    try:
        read = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("This must be a date and time as in 2026-11-22T05:45:12Z.") from None
