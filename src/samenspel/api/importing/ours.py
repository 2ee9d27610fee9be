"""Reading what another installation of Samenspel tells: nothing is guessed, so that nothing is lost on the way.

The other side of `api/hsds/parts.py` and `objects.py`; docs/hsds.md has the table. Our terms have the same ids
everywhere, and by them we know our own.
"""

from datetime import date, datetime, time
from typing import Any

from samenspel.api.hsds.terms import Property, RoomTerm, Topic, terms_by_id
from samenspel.api.importing import meaning
from samenspel.api.importing.areas import Areas
from samenspel.api.importing.fields import Fields, Place
from samenspel.directory.rules import MOST_KINDS, MOST_PLACES, MOST_WEEKS, Capacity, OfferForm, OfferProvider
from samenspel.lib import clock, texts
from samenspel.networks.rules import OrganisationKind

NAME, ORGANISATION_NAME, LONG, SHORT, LINE = 100, 120, 2000, 500, 120
NOON = time(12, tzinfo=clock.AMSTERDAM)
CAPACITY_OF = {
    RoomTerm.ROOM: Capacity.ROOM,
    RoomTerm.ROOM_SOME: Capacity.ROOM,
    RoomTerm.WAITING: Capacity.WAITING,
    RoomTerm.FULL: Capacity.FULL,
}


def is_ours(place: Place) -> bool:
    """Whether an installation of Samenspel wrote this service or organisation."""
    return bool(codes(place, Topic.FORMS) or codes(place, Topic.ORGANISATION_KINDS))


def codes(place: Place, topic: Topic) -> list[str]:
    """The codes of one of our taxonomies, in their order."""
    return [code for code, _value in _terms(place, topic)]


def value(place: Place, name: Property) -> str:
    """What a property says; empty when it is not told."""
    return next((said for code, said in _terms(place, Topic.PROPERTIES) if code == name), "")


def _terms(place: Place, topic: Topic) -> list[tuple[str, str]]:
    found = []
    for one in place.parts("attributes"):
        term = terms_by_id().get(one.told.get("taxonomy_term_id") or one.part("taxonomy_term").told.get("id", ""))
        if term is not None and term.topic == topic and not term.is_group:
            told = one.told.get("value")
            found.append((str(term.code), told if isinstance(told, str) else ""))
    return found


def service(place: Place, fields: Fields, areas: Areas) -> dict[str, Any]:
    """The values of an offer, except its state."""
    contacts, phones = place.parts("contacts"), place.parts("phones")
    times = place.parts("schedules")
    return {
        "name": fields.text(place, "name", most=NAME),
        "description": fields.text(place, "description", most=LONG),
        "conditions": fields.text(place, "eligibility_description", most=SHORT),
        "wishes": fields.tidied(value(place, Property.WISHES), "/attributes", most=SHORT),
        "cost": fields.text(place, "fees_description", most=LINE),
        "how_to_apply": fields.text(place, "application_process", most=SHORT),
        "contact_name": fields.text(contacts[0], "name", most=LINE) if contacts else "",
        "contact_email": fields.email(place),
        "contact_phone": fields.phone(phones[0]) if phones else "",
        "days": meaning.days(place, fields.notes),
        "day_parts": codes(place, Topic.DAY_PARTS),
        "times": fields.text(times[0], "description", most=LINE) if times else "",
        "kinds": codes(place, Topic.KINDS)[:MOST_KINDS],
        "target_groups": codes(place, Topic.TARGET_GROUPS),
        "languages": meaning.languages(place, fields.notes),
        "form": _one(codes(place, Topic.FORMS), OfferForm.ONE_TO_ONE.value),
        "provider": _one(codes(place, Topic.PROVIDERS), OfferProvider.BOTH.value),
        "area_codes": areas.codes(place, fields.notes),
        **_confirmed(place, fields),
        **meaning.where(place, fields),
        **_room(place, fields),
    }


def organisation(place: Place, fields: Fields) -> dict[str, Any]:
    """The values of an organisation, except its number in the trade register."""
    contacts, phones = place.parts("contacts"), place.parts("phones")
    return {
        "name": fields.text(place, "name", most=ORGANISATION_NAME),
        "what_we_do": fields.text(place, "description", most=LONG),
        "what_we_offer": fields.tidied(value(place, Property.WHAT_WE_OFFER), "/attributes", most=LONG),
        "what_we_need": fields.tidied(value(place, Property.WHAT_WE_NEED), "/attributes", most=LONG),
        "kind": _one(codes(place, Topic.ORGANISATION_KINDS), OrganisationKind.WELFARE.value),
        "contact_name": fields.text(contacts[0], "name", most=LINE) if contacts else "",
        "contact_email": fields.email(place),
        "contact_phone": fields.phone(phones[0]) if phones else "",
        "website": fields.url(place, "website"),
        "area_id": texts.clean_line(value(place, Property.AREA)) or None,
    }


def slug(place: Place) -> str:
    """The name that it has in the address of its page."""
    return texts.clean_line(value(place, Property.SLUG))


def _one(told: list[str], otherwise: str) -> str:
    return told[0] if told else otherwise


def _confirmed(place: Place, fields: Fields) -> dict[str, datetime]:
    """The moment of the last change when that is on the day of confirming, else noon of that day."""
    changed = fields.moment(place, "last_modified")
    try:
        assured = date.fromisoformat(place.said("assured_date"))
    except ValueError:
        return {"confirmed_at": changed} if changed else {}
    same_day = changed is not None and clock.day_of(changed) == assured
    return {"confirmed_at": changed if changed and same_day else datetime.combine(assured, NOON)}


def _room(place: Place, fields: Fields) -> dict[str, Any]:
    for one in place.parts("capacities"):
        said, updated = codes(one, Topic.ROOM), fields.moment(one, "updated")
        if said and updated:
            return _said_room(one, RoomTerm(said[0])) | {"capacity_changed_at": updated}
    return meaning.room(place, fields.notes, fields)


def _said_room(one: Place, said: RoomTerm) -> dict[str, Any]:
    available, weeks = one.told.get("available"), value(one, Property.WAITING_WEEKS)
    counted = isinstance(available, int | float) and 1 <= available <= MOST_PLACES and said == RoomTerm.ROOM
    waits = weeks.isascii() and weeks.isdigit() and 1 <= int(weeks[:4]) <= MOST_WEEKS and said == RoomTerm.WAITING
    return {
        "capacity": CAPACITY_OF[said].value,
        "free_places": int(available) if counted and available else None,
        "waiting_weeks": int(weeks[:4]) if waits else None,
    }
