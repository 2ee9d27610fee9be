"""Mapping inward: a service of HSDS 3.x becomes the values of an offer, an organisation those of ours. Pure.

What cannot be an offer is refused with a reason and the place of it; what had to be changed or guessed is noted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenspel.api.importing import meaning, ours, shapes
from samenspel.api.importing.areas import Areas
from samenspel.api.importing.fields import Fields, Place
from samenspel.api.importing.notes import Note, Notes, Weight
from samenspel.api.importing.terms import Terms
from samenspel.directory.rules import ClosedBecause, OfferProvider, OfferState
from samenspel.engine.taxonomy import standard
from samenspel.lib import numbers
from samenspel.networks.rules import OrganisationKind

STATES = {
    "active": OfferState.OPEN,
    "inactive": OfferState.CLOSED,
    "defunct": OfferState.CLOSED,
    "temporarily closed": OfferState.CLOSED,
}
NAME, ORGANISATION_NAME, DESCRIPTION, SHORT, LINE = 100, 120, 2000, 500, 120
OLDEST, LONGEST_ID = 150, 200
FREE = {"", "0", "0.0"}


@dataclass(frozen=True, kw_only=True)
class Read:
    """One thing as it was read: the values of our columns, and what is to be said about it."""

    values: dict[str, Any]
    notes: list[Note]
    slug: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether it cannot come in."""
        return any(note.weight == Weight.REFUSES for note in self.notes)


@dataclass(frozen=True, kw_only=True)
class Context:
    """What the reading of one service needs to know of the feed and of us."""

    terms: Terms
    areas: Areas


def merged(listed: Any, detail: Any, *, shared: bool) -> Any:
    """A service as its list and its own page tell it together; the page knows best.

    `shared`: several services have this id, so the page is about only one of them and just fills what is missing.
    """
    if not isinstance(listed, dict) or not isinstance(detail, dict) or detail.get("id") != listed.get("id"):
        return listed
    return {**detail, **listed} if shared else {**listed, **detail}


def service(told: Any, context: Context) -> Read:
    """The values of an offer."""
    notes = _checked(told, shapes.SERVICE)
    place = Place(told if isinstance(told, dict) else {})
    if notes.all:
        return Read(values={"name": place.said("name")}, notes=notes.all)
    status = place.said("status") or "active"
    if status not in STATES:
        notes.add("/status", "status_unknown", status)
    is_ours = ours.is_ours(place)
    fields = Fields(notes, is_ours)
    values = ours.service(place, fields, context.areas) if is_ours else _foreign(place, fields, context)
    values |= _state(values, STATES.get(status, OfferState.OPEN), notes)
    return Read(values=values, notes=notes.all, slug=ours.slug(place) if is_ours else "")


def _foreign(place: Place, fields: Fields, context: Context) -> dict[str, Any]:
    """The values of an offer from what any directory may tell."""
    notes = fields.notes
    values = _described(place, fields) | _reached(place, fields) | _when(place, notes)
    values |= meaning.where(place, fields) | meaning.room(place, notes, fields)
    text = f"{values['name']}. {values['description']}".strip()
    kinds = meaning.kinds(place, notes, terms=context.terms, text=text)
    return values | {
        "kinds": kinds,
        "target_groups": meaning.target_groups(place),
        "languages": meaning.languages(place, notes),
        "form": meaning.form(place).value,
        "provider": _provider(kinds),
        "area_codes": context.areas.codes(place, notes),
    }


def organisation_of(told: Any) -> str:
    """The foreign id of the organisation of a service; empty when the service does not say."""
    place = Place(told if isinstance(told, dict) else {})
    return place.said("organization_id") or place.part("organization").said("id")


def organisation(told: Any) -> Read:
    """The values of an organisation; of which kind it is only our own feeds tell."""
    notes = _checked(told, shapes.ORGANIZATION)
    place = Place(told if isinstance(told, dict) else {})
    if notes.all:
        return Read(values={"name": place.said("name")}, notes=notes.all)
    is_ours = ours.is_ours(place)
    fields = Fields(notes, is_ours)
    values = ours.organisation(place, fields) if is_ours else _foreign_organisation(place, fields)
    values["kvk"] = _kvk(place, notes)
    return Read(values=values, notes=notes.all, slug=ours.slug(place) if is_ours else "")


def _foreign_organisation(place: Place, fields: Fields) -> dict[str, Any]:
    contacts = place.parts("contacts")
    phones = place.parts("phones") + [one for contact in contacts for one in contact.parts("phones")]
    return {
        "name": fields.text(place, "name", most=ORGANISATION_NAME),
        "what_we_do": fields.text(place, "description", most=DESCRIPTION, lines=True),
        "kind": OrganisationKind.WELFARE.value,
        "contact_name": fields.text(contacts[0], "name", most=LINE) if contacts else "",
        "contact_email": fields.email(place),
        "contact_phone": fields.phone(phones[0]) if phones else "",
        "website": fields.url(place, "website"),
    }


def _checked(told: Any, known: Mapping[str, shapes.Shape]) -> Notes:
    """Refuses wrong types, and what has no id or no name."""
    notes = Notes()
    for at, said in shapes.faults(told, known):
        notes.add(at, "type", said)
    foreign = told.get("id", "") if isinstance(told, dict) else None
    if isinstance(foreign, str) and not 0 < len(foreign.strip()) <= LONGEST_ID:
        notes.add("/id", "id_missing")
    if isinstance(told, dict) and isinstance(told.get("name", ""), str) and not Place(told).said("name"):
        notes.add("/name", "name_missing")
    return notes


def _described(place: Place, fields: Fields) -> dict[str, Any]:
    address = fields.url(place, "url")
    apply = fields.text(place, "application_process", most=SHORT, lines=True)
    return {
        "name": fields.text(place, "name", most=NAME),
        "description": fields.text(place, "description", most=DESCRIPTION, lines=True),
        "conditions": _conditions(place, fields),
        "wishes": "",
        "cost": _cost(place, fields),
        "how_to_apply": apply or address,
    }


def _conditions(place: Place, fields: Fields) -> str:
    ages = _ages(place.told.get("minimum_age"), place.told.get("maximum_age"))
    text = fields.text(place, "eligibility_description", most=SHORT - 40, lines=True)
    return "\n".join(filter(None, (ages, text)))


def _ages(least: Any, most: Any) -> str:
    """A hard limit in the language of the offers, which is Dutch."""
    low = int(least) if isinstance(least, int | float) and 0 < least < OLDEST else None
    high = int(most) if isinstance(most, int | float) and 0 < most < OLDEST else None
    if low is not None and high is not None:
        return f"Van {low} tot en met {high} jaar."
    if low is not None:
        return f"Vanaf {low} jaar."
    return f"Tot en met {high} jaar." if high is not None else ""


def _cost(place: Place, fields: Fields) -> str:
    for name in ("fees_description", "fees"):
        if place.said(name):
            return fields.text(place, name, most=LINE)
    for one in place.parts("cost_options"):
        amount = one.told.get("amount")
        number = "" if amount is None else f"{amount:.12g}"
        said = " ".join(
            filter(None, (number, one.said("currency"), one.said("amount_description"), one.said("option")))
        )
        if said and number not in FREE | {""}:
            return fields.tidied(said, one.at, most=LINE)
    return ""


def _reached(place: Place, fields: Fields) -> dict[str, Any]:
    """Whom to call or mail: what an offer shows and no more."""
    contacts = place.parts("contacts")
    phones = place.parts("phones") + [one for contact in contacts for one in contact.parts("phones")]
    return {
        "contact_name": fields.text(contacts[0], "name", most=LINE) if contacts else "",
        "contact_email": fields.email(place) or next(filter(None, map(fields.email, contacts)), ""),
        "contact_phone": next(filter(None, map(fields.phone, phones)), ""),
    }


def _when(place: Place, notes: Notes) -> dict[str, Any]:
    return {
        "days": meaning.days(place, notes),
        "day_parts": meaning.day_parts(place, notes),
        "times": meaning.times(place, most=LINE),
    }


def _provider(kinds: list[str]) -> str:
    """A feed does not say who gives the help: both, unless the kind is for professionals only."""
    known = standard()
    only = any(known.kinds[known.place(code)].professional_only for code in kinds)
    return (OfferProvider.PROFESSIONAL if only else OfferProvider.BOTH).value


def _state(values: Mapping[str, Any], state: OfferState, notes: Notes) -> dict[str, Any]:
    """Open or closed as the source says; a draft when something misses that everybody must be able to read."""
    refused = notes.has(Weight.REFUSES)
    if not values["description"] and not refused:
        notes.add("/description", "description_missing")
    if not values["kinds"] and not refused:
        notes.add("/attributes", "no_kind")
    if notes.has(Weight.DRAFT):
        return {"state": OfferState.DRAFT.value, "closed_because": ""}
    closed = state == OfferState.CLOSED
    return {"state": state.value, "closed_because": ClosedBecause.OWNER.value if closed else ""}


def _kvk(place: Place, notes: Notes) -> str:
    for one in place.parts("organization_identifiers"):
        scheme = f"{one.said('identifier_scheme')} {one.said('identifier_type')}".lower()
        if "kvk" in scheme:
            said = numbers.tidy(one.said("identifier"))
            if numbers.is_kvk_number(said):
                return said
            notes.add(f"{one.at}/identifier", "kvk_wrong")
    return ""
