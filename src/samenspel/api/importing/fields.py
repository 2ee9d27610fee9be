"""Single fields of a feed as we keep them; what had to be changed or left out is said in the notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samenspel.api.importing import plain
from samenspel.api.importing.notes import Notes
from samenspel.api.importing.shapes import HELD_BSN
from samenspel.lib import numbers, texts

LONGEST_EMAIL = 254
LONGEST_URL = 200
MOST_PHONE_SIGNS = 20
FEWEST_PHONE_DIGITS = 3
PHONE_SIGNS = set("0123456789+ ()-/.")


@dataclass(frozen=True)
class Place:
    """An object of the feed, with the JSON pointer of where it stands."""

    told: Mapping[str, Any]
    at: str = ""

    def part(self, name: str) -> "Place":
        """The object in a field; an empty one when there is none."""
        found = self.told.get(name)
        return Place(found if isinstance(found, Mapping) else {}, f"{self.at}/{name}")

    def parts(self, name: str) -> list["Place"]:
        """The objects of a list."""
        found = self.told.get(name)
        listed = found if isinstance(found, list) else []
        return [Place(one, f"{self.at}/{name}/{place}") for place, one in enumerate(listed) if isinstance(one, Mapping)]

    def said(self, name: str) -> str:
        """The string in a field as it came, without what cannot be seen; empty when there is none."""
        found = self.told.get(name)
        return texts.clean_line(found) if isinstance(found, str) else ""


@dataclass(frozen=True)
class Fields:
    """Takes fields and keeps the notes. `ours`: our own export, whose texts are plain already and stay as they are."""

    notes: Notes
    ours: bool = False

    def text(self, place: Place, name: str, *, most: int, lines: bool = False) -> str:
        """A text for people: plain, not too long, without a BSN."""
        raw = place.told.get(name)
        if not isinstance(raw, str):
            return ""
        at = f"{place.at}/{name}"
        return self.tidied(raw, at, most=most, lines=lines)

    def tidied(self, raw: str, at: str, *, most: int, lines: bool = False) -> str:
        """The same for a text that was put together."""
        if self.ours:
            read = texts.clean(raw)
        else:
            read = plain.lines(raw) if lines else plain.line(raw)
            self._tell_changes(raw, at)
        if HELD_BSN in raw or numbers.find_bsn(read):
            self.notes.add(at, "bsn")
            return ""
        if len(read) > most:
            self.notes.add(at, "cut", most)
        return plain.cut(read, most)

    def _tell_changes(self, raw: str, at: str) -> None:
        if plain.had_html(raw):
            self.notes.add(at, "html")
        even = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        if len(texts.clean(even)) < len(even):
            self.notes.add(at, "signs")

    def email(self, place: Place, name: str = "email") -> str:
        """An e-mail address."""
        said = place.said(name)
        try:
            if said:
                validate_email(said)
        except ValidationError:
            said = "x" * (LONGEST_EMAIL + 1)
        if len(said) <= LONGEST_EMAIL:
            return said
        self.notes.add(f"{place.at}/{name}", "email_wrong")
        return ""

    def phone(self, place: Place, name: str = "number") -> str:
        """A phone number as it may be dialled, without quotes around it."""
        said = place.said(name).strip("\"' ")
        if not said or (len(said) <= MOST_PHONE_SIGNS and (self.ours or _is_phone(said)) and said != HELD_BSN):
            return said
        self.notes.add(f"{place.at}/{name}", "phone_wrong")
        return ""

    def url(self, place: Place, name: str) -> str:
        """An address on the web."""
        said = place.said(name)
        if not said or (_is_url(said) and len(said) <= LONGEST_URL):
            return said
        self.notes.add(f"{place.at}/{name}", "url_wrong")
        return ""

    def moment(self, place: Place, name: str) -> datetime | None:
        """A moment with its time zone; nothing when there is none or it cannot be read."""
        try:
            read = datetime.fromisoformat(place.said(name))
        except ValueError:
            return None
        return read if read.tzinfo else None


def _is_phone(said: str) -> bool:
    return set(said) <= PHONE_SIGNS and sum(sign.isdecimal() for sign in said) >= FEWEST_PHONE_DIGITS


def _is_url(said: str) -> bool:
    try:
        parts = urlsplit(said)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in said
