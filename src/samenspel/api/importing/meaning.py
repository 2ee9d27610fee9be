"""What a foreign service means in our words: kinds of help, days, places, room."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from samenspel.api.importing.fields import Fields, Place
from samenspel.api.importing.notes import Notes
from samenspel.api.importing.terms import Terms
from samenspel.directory.rules import MOST_KINDS, MOST_PLACES, Capacity, Day, DayPart, OfferForm
from samenspel.directory.words import LANGUAGE_TEXTS
from samenspel.engine import kinds as guessing
from samenspel.engine import targets
from samenspel.engine.taxonomy import standard
from samenspel.places.geometry import in_netherlands

SURE_ENOUGH = 0.25
"""A guess with a smaller share than this is no ground to show an offer under that kind."""
DAY_OF = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Day, strict=True))
PARTS = ((DayPart.MORNING, 0, 12), (DayPart.AFTERNOON, 12, 18), (DayPart.EVENING, 18, 24))
TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?")
LANGUAGES = frozenset(code for code, _text in LANGUAGE_TEXTS)
LONG_CODES = {"nld": "nl", "dut": "nl", "eng": "en", "ara": "ar", "tur": "tr", "pol": "pl", "ukr": "uk", "tir": "ti",
              "fas": "fa", "per": "fa", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "som": "so",
              "bul": "bg", "ron": "ro", "rum": "ro"}  # fmt: skip


def kinds(service: Place, notes: Notes, *, terms: Terms, text: str) -> list[str]:
    """At most three kinds: those of its terms, else the best guess from its own words."""
    found = list(dict.fromkeys(_of_terms(service, notes, terms)))
    if len(found) > MOST_KINDS:
        notes.add("/attributes", "kinds_left_out", ", ".join(found[MOST_KINDS:]))
    return found[:MOST_KINDS] or _guessed(notes, text)


def _of_terms(service: Place, notes: Notes, terms: Terms) -> Iterable[str]:
    for attribute in service.parts("attributes"):
        term = attribute.part("taxonomy_term").told or _pointed_at(attribute, notes, terms)
        term_id = term.get("id") or ""
        if term_id in terms.circles:
            notes.add(f"{attribute.at}/taxonomy_term", "term_refused", terms.circles[term_id])
        elif kind := terms.kind_of(term):
            yield kind


def _pointed_at(attribute: Place, notes: Notes, terms: Terms) -> Mapping[str, Any]:
    term_id = attribute.said("taxonomy_term_id")
    if not term_id or terms.knows(term_id):
        return terms.told(term_id) if term_id else {}
    notes.add(f"{attribute.at}/taxonomy_term_id", "term_unknown", term_id)
    return {}


def _guessed(notes: Notes, text: str) -> list[str]:
    best = guessing.standard().guess(text, most=1)
    if not best or best[0].score < SURE_ENOUGH:
        return []
    known = standard()
    label = known.kinds[known.place(best[0].code)].label_nl
    notes.add("/attributes", "kind_guessed", label)
    return [best[0].code]


def target_groups(service: Place) -> list[str]:
    """Groups whose code stands among the terms."""
    codes = targets.codes()
    said = {attribute.part("taxonomy_term").said("code") for attribute in service.parts("attributes")}
    return [code for code in codes if code in said]


def languages(service: Place, notes: Notes) -> list[str]:
    """Languages we know, by code."""
    found: dict[str, None] = {}
    for one in service.parts("languages"):
        said = one.said("code").lower()
        code = LONG_CODES.get(said, said.split("-")[0])
        if code in LANGUAGES:
            found[code] = None
        elif said or one.said("name"):
            notes.add(one.at, "language_unknown", said or one.said("name"))
    return list(found)


def schedules(service: Place) -> list[Place]:
    """When it is: its own schedules, or those of the place where it is given."""
    return service.parts("schedules") or [
        one for place in service.parts("service_at_locations") for one in place.parts("schedules")
    ]


def days(service: Place, notes: Notes) -> list[str]:
    """Days of the week, in their order."""
    found: set[str] = set()
    for one in schedules(service):
        for piece in one.said("byday").upper().split(","):
            code = piece.strip().lstrip("+-0123456789")
            if code in DAY_OF:
                found.add(DAY_OF[code].value)
            elif code:
                notes.add(f"{one.at}/byday", "times_unread", piece.strip())
    return [day.value for day in Day if day.value in found]


def day_parts(service: Place, notes: Notes) -> list[str]:
    """Parts of the day in which it is open for at least a moment."""
    found: set[DayPart] = set()
    for one in schedules(service):
        opens, closes = (_hour(one, name, notes) for name in ("opens_at", "closes_at"))
        if opens is not None:
            until = closes if closes is not None and closes > opens else opens + 0.01
            found |= {part for part, start, end in PARTS if opens < end and until > start}
    return [part.value for part in DayPart if part in found]


def _hour(schedule: Place, name: str, notes: Notes) -> float | None:
    said = schedule.said(name)
    read = TIME.fullmatch(said)
    if said and not read:
        notes.add(f"{schedule.at}/{name}", "times_unread", said)
    return int(read[1]) + int(read[2]) / 60 if read else None


def times(service: Place, *, most: int) -> str:
    """Opening times as people write them, when every schedule has them; else nothing."""
    said = [
        f"{opens[1]}:{opens[2]} - {closes[1]}:{closes[2]}"
        for one in schedules(service)
        if (opens := TIME.fullmatch(one.said("opens_at"))) and (closes := TIME.fullmatch(one.said("closes_at")))
    ]
    told = ", ".join(dict.fromkeys(said))
    return told if len(told) <= most else ""


def form(service: Place) -> OfferForm:
    """By phone or online when all its places are; else one to one, the form that promises least."""
    types = {place.part("location").said("location_type") for place in service.parts("service_at_locations")}
    return OfferForm.REMOTE if types == {"virtual"} else OfferForm.ONE_TO_ONE


def where(service: Place, fields: Fields) -> dict[str, Any]:
    """The first physical place: its address and its point on earth."""
    places = [one.part("location") for one in service.parts("service_at_locations")]
    physical = [one for one in places if one.told and one.said("location_type") != "virtual"]
    if len(physical) > 1:
        fields.notes.add("/service_at_locations", "places_left_out")
    if not physical:
        return {"address": "", "longitude": None, "latitude": None}
    longitude, latitude = point(physical[0], fields.notes)
    return {"address": _address(physical[0], fields), "longitude": longitude, "latitude": latitude}


def point(location: Place, notes: Notes) -> tuple[float | None, float | None]:
    """Longitude and latitude (WGS84), or nothing when they are not on earth or only one is told."""
    longitude, latitude = location.told.get("longitude"), location.told.get("latitude")
    if longitude is None and latitude is None:
        return None, None
    if not (_within(longitude, -180, 180) and _within(latitude, -90, 90)):
        notes.add(f"{location.at}/latitude", "no_point", f"{latitude}, {longitude}")
        return None, None
    assert longitude is not None and latitude is not None  # noqa: S101, PT018 -- seen just now
    if not in_netherlands(longitude, latitude):
        notes.add(f"{location.at}/latitude", "abroad")
    return float(longitude), float(latitude)


def _within(value: Any, least: float, most: float) -> bool:
    return isinstance(value, int | float) and least <= value <= most


def _address(location: Place, fields: Fields) -> str:
    for one in location.parts("addresses"):
        street = " ".join(filter(None, (one.said("address_1"), one.said("address_2"))))
        town = " ".join(filter(None, (one.said("postal_code"), one.said("city"))))
        return fields.tidied(", ".join(filter(None, (street, town))), one.at, most=200)
    return ""


def room(service: Place, notes: Notes, fields: Fields) -> dict[str, Any]:
    """Whether there is room, from the first capacity that says how many are available and when that was."""
    for one in service.parts("capacities"):
        available, updated = one.told.get("available"), fields.moment(one, "updated")
        if not isinstance(available, int | float) or updated is None or not 0 <= available < 10**9:
            notes.add(one.at, "capacity_wrong")
            continue
        places = min(int(available), MOST_PLACES)
        said = {"capacity": Capacity.ROOM.value, "free_places": places} if places else {"capacity": Capacity.FULL.value}
        return {"free_places": None, "waiting_weeks": None, "capacity_changed_at": updated} | said
    unknown: dict[str, Any] = {"capacity": Capacity.UNKNOWN.value, "free_places": None, "waiting_weeks": None}
    return unknown | {"capacity_changed_at": None}
