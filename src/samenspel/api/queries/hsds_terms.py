"""Which offers and organisations a term or a taxonomy of ours means, as conditions for the database."""

from django.db.models import Q

from samenspel.api.hsds.asked import Asked
from samenspel.api.hsds.terms import Property, RoomTerm, Term, Topic, terms_by_id, topics_by_id
from samenspel.directory.rules import Capacity
from samenspel.engine import taxonomy

EVERYTHING, NOTHING = Q(pk__isnull=False), Q(pk__in=[])
LISTS = {Topic.TARGET_GROUPS: "target_groups", Topic.DAY_PARTS: "day_parts", Topic.KINDS: "kinds"}
FIELDS = {Topic.FORMS: "form", Topic.PROVIDERS: "provider", Topic.ORGANISATION_KINDS: "organisation__kind"}
ROOM = {
    RoomTerm.ROOM: Q(capacity=Capacity.ROOM.value, free_places__isnull=False),
    RoomTerm.ROOM_SOME: Q(capacity=Capacity.ROOM.value, free_places=None),
    RoomTerm.WAITING: Q(capacity=Capacity.WAITING.value),
    RoomTerm.FULL: Q(capacity=Capacity.FULL.value),
}
OF_OFFERS = {
    Property.SLUG: EVERYTHING,
    Property.WISHES: ~Q(wishes=""),
    Property.WAITING_WEEKS: Q(waiting_weeks__isnull=False),
}
OF_ORGANISATIONS = {
    Property.SLUG: EVERYTHING,
    Property.WHAT_WE_OFFER: ~Q(what_we_offer=""),
    Property.WHAT_WE_NEED: ~Q(what_we_need=""),
    Property.AREA: Q(area__isnull=False),
}


def offers_with(asked: Asked) -> Q:
    """Offers that have the term, or any term of the taxonomy; what nobody knows is found nowhere."""
    found = EVERYTHING
    if asked.taxonomy_term_id:
        term = terms_by_id().get(str(asked.taxonomy_term_id))
        found &= _offers_with_term(term) if term else NOTHING
    if asked.taxonomy_id:
        topic = topics_by_id().get(str(asked.taxonomy_id))
        found &= _offers_of_topic(topic) if topic else NOTHING
    return found


def _offers_with_term(term: Term) -> Q:
    if term.is_group:
        return Q(kinds__overlap=[kind.code for kind in taxonomy.standard().kinds if kind.group == term.code])
    if term.topic in LISTS:
        return Q(**{f"{LISTS[term.topic]}__contains": [term.code]})
    if term.topic in FIELDS:
        return Q(**{FIELDS[term.topic]: term.code})
    return ROOM[RoomTerm(term.code)] if term.topic == Topic.ROOM else OF_OFFERS.get(Property(term.code), NOTHING)


def _offers_of_topic(topic: Topic) -> Q:
    if topic == Topic.ROOM:
        return ~Q(capacity=Capacity.UNKNOWN.value)
    return ~Q(**{LISTS[topic]: []}) if topic in LISTS else EVERYTHING


def organisations_with(asked: Asked) -> Q:
    """Organisations that themselves have the term, or a term of the taxonomy."""
    found = EVERYTHING
    if asked.taxonomy_term_id:
        term = terms_by_id().get(str(asked.taxonomy_term_id))
        found &= _organisations_with_term(term) if term else NOTHING
    if asked.taxonomy_id:
        topic = topics_by_id().get(str(asked.taxonomy_id))
        found &= EVERYTHING if topic in {Topic.ORGANISATION_KINDS, Topic.PROPERTIES} else NOTHING
    return found


def _organisations_with_term(term: Term) -> Q:
    if term.topic == Topic.ORGANISATION_KINDS:
        return Q(kind=term.code)
    return OF_ORGANISATIONS.get(Property(term.code), NOTHING) if term.topic == Topic.PROPERTIES else NOTHING
