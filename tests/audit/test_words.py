"""Every event that the product writes can be read by people."""

import re
from pathlib import Path
from uuid import UUID

from samenspel.audit import words

SOURCES = Path(__file__).resolve().parents[2] / "src" / "samenspel"
EVENT = re.compile(r'(?:record|look|searched|exported)\((?:\s*request,\s*event=)?\s*"([a-z]+\.[a-z_-]+\.[a-z_-]+)"')


def events() -> set[str]:
    return {event for path in SOURCES.rglob("*.py") for event in EVENT.findall(path.read_text())}


def test_every_event_in_the_code_has_words() -> None:
    assert len(events()) > 10
    assert events() - set(words.EVENT_TEXTS) == set()


def test_what_has_no_words_or_name_shows_as_it_is() -> None:
    assert words.event_text("a.b.c") == "a.b.c"
    assert words.role_text("koning") == "koning"
    assert words.names_of("koning", [UUID(int=1)]) == {}
    assert words.names_of("user", []) == {}
