"""The parts of a service or an organisation: phones, times, areas, places, room, attributes."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from samenspel.api.hsds import naming
from samenspel.api.hsds.terms import Json, Property, RoomTerm, Term, Topic, language_names, term
from samenspel.directory.models import Offer
from samenspel.directory.rules import Capacity, Day, DayPart

BYDAY = dict(zip(Day, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
FREE_OF_CHARGE = re.compile(r"(?:gratis|kosteloos|geen(?: kosten)?|niets|free)\.?", re.IGNORECASE)
TOWN = re.compile(r"(?P<street>.+?), (?P<postcode>[1-9]\d{3} ?[A-Z]{2}) (?P<city>[^,]+)")


def told(**fields: Any) -> Json:
    """The fields that are filled; 0 and false are."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def attribute(owner: UUID, entity: str, term: Term, *, value: str = "", link: str = "") -> Json:
    """The tie between something and a term; `link` is the id of the thing when that is not `owner` itself."""
    return told(
        id=naming.part_id(owner, entity, "attribute", term.topic, term.code),
        link_id=link or str(owner),
        link_type=str(term.topic),
        link_entity=entity,
        value=value,
        taxonomy_term_id=term.id,
        taxonomy_term=term.told(),
    )


def classified(owner: UUID, entity: str, topic: Topic, codes: Iterable[str]) -> list[Json]:
    """One attribute per code; codes that the taxonomy does not know (any more) are left out."""
    terms = (term(topic, code) for code in dict.fromkeys(codes))
    return [attribute(owner, entity, one) for one in terms if one]


def valued(owner: UUID, entity: str, values: Mapping[Property, str]) -> list[Json]:
    """One attribute per property that has a value."""
    terms = ((term(Topic.PROPERTIES, name), value) for name, value in values.items() if value)
    return [attribute(owner, entity, one, value=value) for one, value in terms if one]


def phones(owner: UUID, entity: str, number: str) -> list[Json]:
    """The phone of something, when it has one."""
    if not number:
        return []
    return [{"id": naming.part_id(owner, "phone"), f"{entity}_id": str(owner), "number": number, "type": "voice"}]


def contacts(owner: UUID, entity: str, name: str) -> list[Json]:
    """Whom to ask for, when that is told."""
    return [{"id": naming.part_id(owner, "contact"), f"{entity}_id": str(owner), "name": name}] if name else []


def schedules(offer: Offer) -> list[Json]:
    """The days of the week, and the times as the organisation wrote them."""
    byday = ",".join(BYDAY[day] for day in Day if day.value in offer.days)
    if not byday and not offer.times:
        return []
    weekly = {"freq": "WEEKLY", "wkst": "MO", "byday": byday} if byday else {}
    ids = {"id": naming.part_id(offer.pk, "schedule"), "service_id": str(offer.pk)}
    return [ids | weekly | told(description=offer.times)]


def languages(offer: Offer) -> list[Json]:
    """The languages in which the help is given, in the order of their codes."""
    return [
        told(
            id=naming.part_id(offer.pk, "language", code),
            service_id=str(offer.pk),
            code=code,
            name=language_names().get(code),
        )
        for code in sorted(set(offer.languages))
    ]


def service_areas(offer: Offer, names: Mapping[str, str]) -> list[Json]:
    """The official codes of the areas that are served, with their names where we know them."""
    return [
        told(
            id=naming.part_id(offer.pk, "area", code),
            service_id=str(offer.pk),
            name=names.get(code),
            extent=code,
            extent_type="text",
        )
        for code in sorted(set(offer.area_codes))
    ]


def cost_options(offer: Offer) -> list[Json]:
    """What it costs, in the words of the organisation; the amount only when they say that it is free."""
    if not offer.cost:
        return []
    free = {"amount": 0, "currency": "EUR"} if FREE_OF_CHARGE.fullmatch(offer.cost) else {}
    ids = {"id": naming.part_id(offer.pk, "cost"), "service_id": str(offer.pk)}
    return [ids | free | {"amount_description": offer.cost}]


def is_placed(offer: Offer) -> bool:
    """Whether it happens at one place."""
    return bool(offer.address) or offer.longitude is not None


def flat_location(offer: Offer) -> Json:
    """The place where it happens, as a list tells it."""
    return told(
        id=naming.part_id(offer.pk, "location"),
        location_type="physical",
        latitude=offer.latitude,
        longitude=offer.longitude,
    )


def location(offer: Offer) -> Json:
    """The place where it happens, with its address."""
    return flat_location(offer) | told(addresses=_addresses(offer))


def _addresses(offer: Offer) -> list[Json]:
    if not offer.address:
        return []
    read = TOWN.fullmatch(offer.address)
    return [
        {
            "id": naming.part_id(offer.pk, "address"),
            "location_id": naming.part_id(offer.pk, "location"),
            "address_1": read["street"] if read else offer.address,
            "city": read["city"] if read else "",
            "state_province": "",
            "postal_code": read["postcode"] if read else "",
            "country": "NL",
            "address_type": "physical",
        }
    ]


def capacities(offer: Offer) -> list[Json]:
    """Whether there is room, counted in places; nothing when the organisation did not say."""
    code = _room_term(offer)
    room = term(Topic.ROOM, code) if code else None
    if room is None or offer.capacity_changed_at is None:
        return []
    own_id = naming.part_id(offer.pk, "capacity")
    weeks = term(Topic.PROPERTIES, Property.WAITING_WEEKS) if offer.waiting_weeks else None
    return [
        {
            "id": own_id,
            "service_id": str(offer.pk),
            "unit": {"id": naming.shared_id("unit", "place"), "name": "plek"},
            "available": (offer.free_places or 1) if offer.capacity == Capacity.ROOM.value else 0,
            "description": room.name,
            "updated": naming.moment(offer.capacity_changed_at),
            "attributes": [
                attribute(offer.pk, "service_capacity", one, value=value, link=own_id)
                for one, value in ((room, ""), (weeks, str(offer.waiting_weeks)))
                if one
            ],
        }
    ]


def _room_term(offer: Offer) -> RoomTerm | None:
    if offer.capacity == Capacity.ROOM.value:
        return RoomTerm.ROOM if offer.free_places else RoomTerm.ROOM_SOME
    return {Capacity.WAITING.value: RoomTerm.WAITING, Capacity.FULL.value: RoomTerm.FULL}.get(offer.capacity)


def attributes(offer: Offer) -> list[Json]:
    """Everything about an offer for which HSDS has terms and no field."""
    one, entity = offer.pk, "service"
    return [
        *classified(one, entity, Topic.KINDS, offer.kinds),
        *classified(one, entity, Topic.TARGET_GROUPS, sorted(offer.target_groups)),
        *classified(one, entity, Topic.FORMS, [offer.form]),
        *classified(one, entity, Topic.PROVIDERS, [offer.provider]),
        *classified(one, entity, Topic.DAY_PARTS, [part for part in DayPart if part in offer.day_parts]),
        *valued(one, entity, {Property.SLUG: offer.slug, Property.WISHES: offer.wishes}),
    ]
