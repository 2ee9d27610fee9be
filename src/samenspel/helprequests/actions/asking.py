"""Asking: one act, whatever the door. A second press or a lost connection gives the same request, once."""

from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.helprequests.actions.telling import tell_journal, tell_people
from samenspel.helprequests.models import Draft, HelpRequest, Involved, Referrer, Story
from samenspel.helprequests.rules import Channel, Door, HelperWish, Urgency
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.people.actions import consent as consents
from samenspel.people.actions import persons
from samenspel.people.actions.consent import Given
from samenspel.people.actions.persons import Details
from samenspel.people.models import Person
from samenspel.people.rules import News, Purpose, Relation


class NobodyAgreed(Exception):
    """Neither the person nor the carer agreed that the network may read the question; nothing is kept then (L5)."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the persons in a question: who they are, what they told, and whether they agreed."""

    details: Details
    agreed: Given | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What somebody would like; wishes rank, they never exclude."""

    days: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form: str = ""
    helper: HelperWish = HelperWish.ANY


@dataclass(frozen=True, kw_only=True)
class Outsider:
    """A professional of an organisation that we do not know, whose work mail is verified; reports go there."""

    organisation_name: str
    email: str
    language: str = "nl"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as the form has checked it; `once` marks the form it was written in.

    `carer` and `relation` go together. `by` is the member who typed it, `organisation` the one a professional works
    for, `outsider` one of an organisation we do not know; all empty when somebody asks for themselves. `share_with` are
    organisations the person chose already.
    """

    once: UUID
    network: Network
    door: Door
    person: Side
    channel: Channel = Channel.ONLINE
    kinds: tuple[str, ...] = ()
    urgency: Urgency = Urgency.CAN_WAIT
    wishes: Wishes = field(default_factory=Wishes)
    carer: Side | None = None
    relation: Relation = Relation.FAMILY
    represents: bool = False
    organisation: Organisation | None = None
    outsider: Outsider | None = None
    share_with: tuple[Organisation, ...] = ()
    by: UUID | None = None
    draft_id: UUID | None = None

    def id_of(self, part: str) -> UUID:
        """The id of a part of this question, the same for the same form."""
        return uuid5(self.once, part)


@transaction.atomic
def ask(asked: Asked) -> HelpRequest | None:
    """Put a question in the network: the persons, their bond, what they agreed to, and the request itself.

    None when the same form came in before: nothing happens then.

    Raises:
        NobodyAgreed: see there.
        WrongGiver: for this person others have to agree (L9).
        BornWrong: a date of birth that cannot be.
    """
    if not asked.person.agreed and not (asked.carer and asked.carer.agreed):
        raise NobodyAgreed
    acting = [asked.network.pk, asked.id_of("person"), asked.id_of("carer"), asked.id_of("request")]
    with acting_for(*acting, *filter(None, [asked.draft_id])):
        if HelpRequest.objects.filter(pk=asked.id_of("request")).exists():
            return None
        person = _person(asked, asked.person, "person")
        carer = _person(asked, asked.carer, "carer") if asked.carer else None
        if carer:
            persons.tie(
                carer=carer, cared_for=person, relation=asked.relation, represents=asked.represents, by=asked.by
            )
        request = _request(asked, person, carer)
        _consents(asked, person, carer)
        _stories(asked, request, person, carer)
        _outsider(asked, request, person)
        if asked.draft_id:
            Draft.objects.filter(pk=asked.draft_id).delete()
        _tell(asked, request)
    return request


def _person(asked: Asked, side: Side, part: str) -> Person:
    return persons.add(details=side.details, network=asked.network, by=asked.by, person_id=asked.id_of(part))


def _request(asked: Asked, person: Person, carer: Person | None) -> HelpRequest:
    request = HelpRequest.objects.create(
        id=asked.id_of("request"),
        network=asked.network,
        person=person,
        carer=carer,
        asked_by=asked.organisation,
        door=asked.door.value,
        channel=asked.channel.value,
        kinds=list(asked.kinds),
        area_id=person.area_id,
        age_band=person.age_band,
        urgency=asked.urgency.value,
        wish_days=list(asked.wishes.days),
        wish_languages=list(asked.wishes.languages),
        wish_form=asked.wishes.form,
        wish_helper=asked.wishes.helper.value,
    )
    Involved.objects.create(
        request=request, network_id=asked.network.pk, person_id=person.pk, reader_id=asked.network.pk
    )
    return request


def _consents(asked: Asked, person: Person, carer: Person | None) -> None:
    for who, side in ((person, asked.person), (carer, asked.carer)):
        if who and side and side.agreed:
            given = replace(side.agreed, asked_by_carer=carer) if who is person else side.agreed
            consent = consents.give(person=who, purpose=Purpose.HANDLE, to=asked.network, given=given)
            consents.let_read(consent=consent, by=asked.by)
    if asked.person.agreed:
        for organisation in asked.share_with:
            consents.give(person=person, purpose=Purpose.SHARE, to=organisation, given=asked.person.agreed)
        if asked.organisation:
            consents.give(person=person, purpose=Purpose.REPORT_BACK, to=asked.organisation, given=asked.person.agreed)


def _stories(asked: Asked, request: HelpRequest, person: Person, carer: Person | None) -> None:
    for who, side in ((person, asked.person), (carer, asked.carer)):
        if who and side and side.words:
            Story.objects.create(request=request, teller=who, words=side.words)


def _outsider(asked: Asked, request: HelpRequest, person: Person) -> None:
    """Who referred without an account hears what comes of it, for as long as the person lets the network tell."""
    if asked.outsider is None or asked.person.agreed is None:
        return
    consent = consents.give(person=person, purpose=Purpose.REPORT_BACK, to=asked.network, given=asked.person.agreed)
    Referrer.objects.create(
        request=request,
        network_id=asked.network.pk,
        organisation_name=asked.outsider.organisation_name,
        email=asked.outsider.email,
        language=asked.outsider.language,
        consent=consent,
    )


def _tell(asked: Asked, request: HelpRequest) -> None:
    audit.record(
        "helprequests.request.asked",
        action=Action.CREATE,
        by=asked.by,
        about=request,
        network_id=request.network_id,
        organisation_id=request.asked_by_id,
        subject_id=request.person_id,
    )
    tell_journal("request.asked", request, organisation_id=request.asked_by_id, detail=asked.door.value)
    tell_people(News.RECEIVED, request)
