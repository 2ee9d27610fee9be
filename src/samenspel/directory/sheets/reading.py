"""One row of a sheet, from texts to the values of an offer; what we cannot read becomes a sentence per cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samenspel.directory.rules import MOST_KINDS, MOST_PLACES, MOST_WEEKS, Capacity, Room
from samenspel.directory.sheets import choices, times
from samenspel.directory.sheets.choices import Choice, Unread
from samenspel.lib.formfields import PhoneField
from samenspel.lib.texts import FreeTextField, ShortTextField

LONGEST_MARK = 40
FIELDS: Mapping[str, forms.Field] = {
    "name": ShortTextField(max_length=100),
    "description": FreeTextField(),
    "conditions": FreeTextField(max_length=500, required=False),
    "wishes": FreeTextField(max_length=500, required=False),
    "address": ShortTextField(max_length=200, required=False),
    "times": ShortTextField(required=False),
    "cost": ShortTextField(required=False),
    "how_to_apply": FreeTextField(max_length=500, required=False),
    "contact_name": ShortTextField(required=False),
    "contact_phone": PhoneField(required=False),
    "contact_email": forms.EmailField(required=False),
}
"""The texts, held to what the form holds them to (a test compares both)."""
TEXTS = tuple(FIELDS)
NEEDED = ("name", "description", "kinds", "form", "provider")
ROOM = ("capacity", "free_places", "waiting_weeks")
WITHOUT_ZERO = re.compile(r"[1-9]\d{8}")
COUNTRY = re.compile(r"31[1-9]\d{8}")


@dataclass(frozen=True)
class Places:
    """Where an organisation can say that it works, and how a text becomes the code of a neighbourhood."""

    areas: Choice
    where: Callable[[str], str]


@dataclass
class Reading:
    """What a row says: values by field (what no column tells is not there), and per column what is wrong."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


def read(cells: Mapping[str, str], *, places: Places, is_new: bool) -> Reading:
    """A row; a new offer needs more than one that is there already. `cells` are texts by column code."""
    reading = Reading()
    for code, text in cells.items():
        if code not in ROOM:
            _take(reading, code, text, places)
    _take_room(reading, cells)
    _fill_from_times(reading, cells, is_new=is_new)
    if is_new:
        missing = {code: "" for code in NEEDED if code not in cells}
        for code in missing:
            _take(reading, code, "", places)
        if reading.values.get("open") is False:
            reading.wrong["open"] = _("Nieuw aanbod is altijd open. Schrijf ja, of haal deze regel weg.")
    return reading


def _take(reading: Reading, code: str, text: str, places: Places) -> None:
    try:
        reading.values |= _values(code, text, places)
    except Unread as unread:
        reading.wrong[code] = unread.sentence
    except ValidationError as wrong:
        reading.wrong[code] = " ".join(wrong.messages)


def _values(code: str, text: str, places: Places) -> dict[str, Any]:
    if code in TEXTS:
        return {code: FIELDS[code].clean(phone(text) if code == "contact_phone" else text)}
    if code in READERS:
        return READERS[code](text)
    if code == "area_codes":
        return {code: sorted(places.areas.several(text))}
    return {code: places.where(text) if text else ""}


def phone(text: str) -> str:
    """A phone number that a spreadsheet took for a number lost the zero in front, or the plus."""
    if WITHOUT_ZERO.fullmatch(text):
        return f"0{text}"
    return f"+{text}" if COUNTRY.fullmatch(text) else text


def _mark(text: str) -> dict[str, Any]:
    return {"mark": text}


def _kinds(text: str) -> dict[str, Any]:
    found = choices.named("kinds").several(text)
    if not found:
        raise Unread(_("Vul hier een soort hulp in. Op het tweede blad van ons voorbeeld staan ze allemaal."))
    if len(found) > MOST_KINDS:
        raise Unread(_("Kies hoogstens %(most)d soorten, de belangrijkste vooraan.") % {"most": MOST_KINDS})
    return {"kinds": found}


def _form(text: str) -> dict[str, Any]:
    return {"form": _one("form", text)}


def _provider(text: str) -> dict[str, Any]:
    return {"provider": _one("provider", text)}


def _one(name: str, text: str) -> str:
    choice = choices.named(name)
    if not text:
        raise Unread(_("Vul dit in. Kies uit: %(options)s.") % {"options": ", ".join(choice.names.values())})
    return choice.one(text)


def _targets(text: str) -> dict[str, Any]:
    return {"target_groups": _in_order("target_groups", text)}


def _languages(text: str) -> dict[str, Any]:
    return {"languages": _in_order("languages", text)}


def _in_order(name: str, text: str) -> list[str]:
    """Codes in the order of the choices, so that the same ones in another order change nothing."""
    choice = choices.named(name)
    found = set(choice.several(text))
    return [code for code in choice.names if code in found]


def _days(text: str) -> dict[str, Any]:
    days, hours = times.days_in(text)
    return {"days": days} | ({"hours_beside_days": hours} if hours else {})


def _day_parts(text: str) -> dict[str, Any]:
    return {"day_parts": times.parts_in(text)}


def _open(text: str) -> dict[str, Any]:
    return {"open": choices.named("open").one(text) == "yes"} if text else {}


READERS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "mark": _mark,
    "kinds": _kinds,
    "form": _form,
    "provider": _provider,
    "target_groups": _targets,
    "languages": _languages,
    "days": _days,
    "day_parts": _day_parts,
    "open": _open,
}


def _fill_from_times(reading: Reading, cells: Mapping[str, str], *, is_new: bool) -> None:
    """Hours beside the days are the times when there are no others; hours tell the part of the day of something new."""
    hours = reading.values.pop("hours_beside_days", "")
    if hours and not cells.get("times"):
        reading.values["times"] = hours
    if is_new and not cells.get("day_parts") and "day_parts" not in reading.wrong:
        reading.values["day_parts"] = times.parts_of_hours(str(reading.values.get("times", "")))


def _take_room(reading: Reading, cells: Mapping[str, str]) -> None:
    """Whether there is room, from one to three cells; all blank leaves it as it is."""
    texts = {code: cells.get(code, "") for code in ROOM}
    if not any(texts.values()):
        return
    try:
        said = choices.named("capacity").one(texts["capacity"]) if texts["capacity"] else ""
    except Unread as unread:
        reading.wrong["capacity"] = unread.sentence
        return
    numbers = {}
    for code, most in (("free_places", MOST_PLACES), ("waiting_weeks", MOST_WEEKS)):
        try:
            numbers[code] = _number(texts[code], most)
        except Unread as unread:
            reading.wrong[code] = unread.sentence
            return
    room = _room(said, numbers["free_places"], numbers["waiting_weeks"], reading)
    if room:
        reading.values["room"] = room


def _room(said: str, places: int | None, weeks: int | None, reading: Reading) -> Room | None:
    if not said:
        said = (Capacity.WAITING if weeks and not places else Capacity.ROOM).value
    if said == Capacity.ROOM.value and places == 0 and not weeks:
        return Room(Capacity.FULL)
    if places and said != Capacity.ROOM.value:
        reading.wrong["free_places"] = _("Een aantal vrije plekken kan alleen als er bij Plek ja staat.")
    elif weeks and said != Capacity.WAITING.value:
        reading.wrong["waiting_weeks"] = _("Een aantal weken kan alleen als er bij Plek wachtlijst staat.")
    else:
        return Room(Capacity(said), free_places=places or None, waiting_weeks=weeks or None)
    return None


def _number(text: str, most: int) -> int | None:
    if not text:
        return None
    found = re.fullmatch(r"(?:ongeveer |circa |ca\.? |± ?)?(\d{1,6})(?:,0+)?(?: \w+)?", text.lower())
    if not found or int(found.group(1)) > most:
        sentence = _("“%(found)s” is geen getal tot en met %(most)s. Schrijf een heel getal, bijvoorbeeld 3.")
        raise Unread(sentence % {"found": text[:30], "most": most})
    return int(found.group(1))
