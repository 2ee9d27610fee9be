"""Days and parts of the day as people write them in a cell: 'di en do', 'ma t/m vr', '9.00 - 12 uur', 'elke avond'."""

import re

from django.utils.translation import gettext as _

from samenspel.directory.rules import Day, DayPart
from samenspel.directory.sheets.choices import Unread

DAYS = [day.value for day in Day]
STEMS = (
    ("ma", "maa", "maandag", "mon", "monday"),
    ("di", "din", "dinsdag", "tue", "tuesday"),
    ("wo", "woe", "woensdag", "wed", "wednesday"),
    ("do", "don", "donderdag", "thu", "thursday"),
    ("vr", "vrij", "vrijdag", "fri", "friday"),
    ("za", "zat", "zaterdag", "sat", "saturday"),
    ("zo", "zon", "zondag", "sun", "sunday"),
)
DAY_OF = {word + ending: place for place, stems in enumerate(STEMS) for word in stems for ending in ("", "s", "en")}
PHRASES = (
    (re.compile(r"\b(elke|iedere|alle|7) dag(en)?\b|\bdagelijks\b|\b(de )?hele week\b"), "ma t/m zo"),
    (re.compile(r"\b(alle )?werkdagen\b|\bdoordeweeks\b|\bdoor de week\b"), "ma t/m vr"),
    (re.compile(r"\b(in )?(het )?week(end|einde)\b"), "za zo"),
)
UNTIL = re.compile(r"t\s*/\s*m|\btot en met\b|\btm\b|\btot\b|[-–—]")
MEANINGLESS = {"en", "op", "de", "elke", "iedere", "om", "van", "uur", "s", "of", "ook", "u", "in"}
HOUR = r"(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:uur|u\.?|h)?"
RANGE = re.compile(rf"\b{HOUR}\s*(?:-|–|—|tot|t/m)\s*{HOUR}(?![\d])")
MOMENT = re.compile(r"\b(\d{1,2})(?:\s*[.:]\s*(\d{2})(?:\s*(?:uur|u\b|h\b))?|()\s*(?:uur|u\b))")
NOON, EVENING, MIDNIGHT = 12 * 60, 18 * 60, 24 * 60
LEAST = 60
"""So many minutes of a part of the day make it count."""
PART_WORDS = {
    DayPart.MORNING.value: ("ochtend", "ochtends", "ochtenden", "morgen", "voormiddag", "morning"),
    DayPart.AFTERNOON.value: ("middag", "middags", "middagen", "namiddag", "afternoon"),
    DayPart.EVENING.value: ("avond", "avonds", "avonden", "evening"),
}
PART_OF = {word: part for part, several in PART_WORDS.items() for word in several}
WHOLE_DAY = re.compile(r"\b(de )?(hele|gehele) dag\b|\boverdag\b")


def days_in(text: str) -> tuple[list[str], str]:
    """The days in a cell in the order of the week, and the times that stand beside them.

    Raises:
        Unread: a word in it is no day.
    """
    plain = text.lower().replace("'s ", " ").replace("’s ", " ")
    times = " ".join(match.group().strip() for match in RANGE.finditer(plain))
    plain = RANGE.sub(" ", plain)
    if not times:
        times = " ".join(match.group().strip() for match in MOMENT.finditer(plain))
        plain = MOMENT.sub(" ", plain)
    for phrase, meaning in PHRASES:
        plain = phrase.sub(f" {meaning} ", plain)
    return _days(UNTIL.sub(" - ", plain)), times


def _days(plain: str) -> list[str]:
    found: set[int] = set()
    last, is_range = None, False
    for word in re.findall(r"[^\W\d_]+|-|\d+", plain):
        if word == "-":
            is_range = last is not None
        elif word in DAY_OF:
            place = DAY_OF[word]
            found |= _between(last, place) if is_range and last is not None else {place}
            last, is_range = place, False
        elif word not in MEANINGLESS:
            sentence = _("“%(word)s” is geen dag. Schrijf de dagen zo: ma, di en do, of ma t/m vr.")
            raise Unread(sentence % {"word": word[:30]})
    return [DAYS[place] for place in sorted(found)]


def _between(first: int, last: int) -> set[int]:
    """From one day to another, also over the weekend: vr t/m ma."""
    return {(first + step) % len(DAYS) for step in range((last - first) % len(DAYS) + 1)}


def parts_in(text: str) -> list[str]:
    """The parts of the day in a cell, by name or by the hours in it.

    Raises:
        Unread: neither names nor hours.
    """
    plain = text.lower()
    found = set(parts_of_hours(plain))
    plain = MOMENT.sub(" ", RANGE.sub(" ", plain))
    if WHOLE_DAY.search(plain):
        found |= {DayPart.MORNING.value, DayPart.AFTERNOON.value}
        plain = WHOLE_DAY.sub(" ", plain)
    for word in re.findall(r"[^\W\d_]+|\d+", plain):
        if word in PART_OF:
            found.add(PART_OF[word])
        elif word not in MEANINGLESS:
            sentence = _("“%(word)s” is geen deel van de dag. Schrijf: ochtend, middag of avond.")
            raise Unread(sentence % {"word": word[:30]})
    return [part.value for part in DayPart if part.value in found]


def parts_of_hours(text: str) -> list[str]:
    """The parts of the day in which the hours of a text lie; none when there are no hours in it."""
    found: set[str] = set()
    for hour, minute, end_hour, end_minute in RANGE.findall(text.lower()):
        found |= _parts(_minutes(hour, minute), _minutes(end_hour, end_minute))
    for hour, minute, _no_minute in MOMENT.findall(RANGE.sub(" ", text.lower())):
        found |= _parts(_minutes(hour, minute), _minutes(hour, minute) + 1)
    return [part.value for part in DayPart if part.value in found]


def _minutes(hour: str, minute: str) -> int:
    return min(int(hour) * 60 + int(minute or 0), MIDNIGHT)


def _parts(begin: int, end: int) -> set[str]:
    borders = ((0, NOON), (NOON, EVENING), (EVENING, MIDNIGHT + 1))
    found = set()
    for part, (first, last) in zip(DayPart, borders, strict=True):
        inside = min(end, last) - max(begin, first)
        if inside >= LEAST or first <= begin < last:
            found.add(part.value)
    return found
