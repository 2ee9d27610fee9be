"""One request as its front door may see it: who, when they may be read, what was told, and what happened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from samenspel.engine import kinds
from samenspel.helprequests.models import HelpRequest, Note, Story
from samenspel.journal.models import Event
from samenspel.networks.models import Network, Organisation
from samenspel.people import queries as people
from samenspel.people.models import Bond, Consent, Person
from samenspel.people.rules import Likeness, Relation

GUESSES = 5
MOST_KNOWN = 10
"""So many other requests of who may be the same person are shown, the latest."""


@dataclass(frozen=True)
class Known:
    """Another request that is, or may be, of the same person; `how_sure` is empty after merging."""

    request: HelpRequest
    person: Person
    how_sure: Likeness | None


@dataclass
class Who:
    """Somebody in a request; `person` is None as long as the front door may not read them."""

    person_id: UUID
    person: Person | None
    is_carer: bool
    relation: Relation | None = None
    stories: list[Story] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)

    @property
    def standing(self) -> list[Consent]:
        """What this person agrees to now."""
        return [one for one in self.consents if one.withdrawn_at is None]


@dataclass(frozen=True)
class Whole:
    """Everything on the page of one request."""

    request: HelpRequest
    people: list[Who]
    events: list[Event]
    names: dict[UUID, str]
    known: list[Known]

    @property
    def words(self) -> str:
        """All that was told and may be read, to look for danger and for kinds of help."""
        return "\n".join(story.words for who in self.people for story in who.stories)

    @property
    def guesses(self) -> list[str]:
        """The kinds of help that the words point at, most likely first."""
        return [guess.code for guess in kinds.standard().guess(self.words, most=GUESSES)] if self.words else []

    @property
    def was_told(self) -> bool:
        """Whether the person heard why it was closed."""
        since = self.request.state_since
        return any(event.what == "request.told" and event.at >= since for event in self.events)


def request_of(network: Network, *, pk: UUID) -> HelpRequest | None:
    """A request at this front door."""
    found = HelpRequest.objects.filter(network=network, pk=pk)
    return found.select_related("network", "area__municipality", "asked_by").first()


def whole(request: HelpRequest) -> Whole:
    """Put together what the scope may read of it."""
    ids = [one for one in (request.person_id, request.carer_id) if one]
    found = Person.objects.filter(Q(pk__in=ids) | Q(merged_into=request.person_id))
    records = {person.pk: person for person in found}
    events = list(Event.objects.filter(thread_id=request.pk, network_id=request.network_id))
    return Whole(request, _people(request, ids, records), events, _names(events), _known(request, records))


def _people(request: HelpRequest, ids: Sequence[UUID], records: dict[UUID, Person]) -> list[Who]:
    bond = (
        Bond.objects.filter(carer=request.carer_id, cared_for=request.person_id).first() if request.carer_id else None
    )
    stories: dict[UUID, list[Story]] = defaultdict(list)
    notes: dict[UUID, list[Note]] = defaultdict(list)
    agreed: dict[UUID, list[Consent]] = defaultdict(list)
    for story in Story.objects.filter(request=request):
        stories[story.teller_id].append(story)
    for note in Note.objects.filter(request=request):
        notes[note.about_id].append(note)
    for consent in Consent.objects.filter(person__in=ids).select_related("network", "organisation"):
        agreed[consent.person_id].append(consent)
    return [
        Who(
            one,
            records.get(one),
            is_carer=one == request.carer_id,
            relation=Relation(bond.relation) if bond and one == request.carer_id else None,
            stories=stories[one],
            notes=notes[one],
            consents=agreed[one],
        )
        for one in ids
    ]


def _names(events: Sequence[Event]) -> dict[UUID, str]:
    """The organisations that the steps tell about."""
    ids = {one for event in events for one in (event.organisation_id, event.other_id) if one}
    return dict(Organisation.objects.filter(pk__in=ids).values_list("pk", "name"))


def _known(request: HelpRequest, records: dict[UUID, Person]) -> list[Known]:
    """Requests of this front door by who is, or may be, the same person; nothing as long as they may not be read."""
    person = records.get(request.person_id)
    if person is None:
        return []
    sure = {one.person.pk: one for one in people.alike(person)}
    same = {pk for pk, one in records.items() if one.merged_into_id == person.pk}
    same |= {person.pk, person.merged_into_id or person.pk}
    others = HelpRequest.objects.filter(network=request.network_id, person__in=[*sure, *same]).exclude(pk=request.pk)
    return [
        Known(one, one.person, sure[one.person_id].how_sure if one.person_id in sure else None)
        for one in others.select_related("person", "area").order_by("-asked_at")[:MOST_KNOWN]
    ]


def consent_in(request: HelpRequest, *, pk: UUID) -> Consent | None:
    """A consent of one of the people in this request, when it still stands."""
    return consents_in(request).get(pk)


def consents_in(request: HelpRequest, *, person_id: UUID | None = None) -> dict[UUID, Consent]:
    """What stands of one of the people in this request, or of both."""
    both = [one for one in (request.person_id, request.carer_id) if one and person_id in {None, one}]
    return Consent.objects.filter(person__in=both, withdrawn_at=None).in_bulk()


def person_in(request: HelpRequest) -> Person | None:
    """For whom help is asked, when they may be read."""
    return Person.objects.filter(pk=request.person_id).first()


def person_like(person: Person, *, pk: UUID) -> Person | None:
    """The other record, when it may be about the same person and may be read."""
    return next((one.person for one in people.alike(person) if one.person.pk == pk), None)
