"""Telling a person each step by the way they chose: mail is gathered, phone and letter wait on the desk."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock, sms
from samenspel.lib.scope import acting_for
from samenspel.networks.emails.gathering import once_in
from samenspel.people import emails
from samenspel.people.actions import ownpage
from samenspel.people.models import Consent, Person, Telling
from samenspel.people.rules import News, Purpose, ToldBy, mail_after, told_how

TASK = "samenspel.people.tell_by_mail"
GATHERED = frozenset({ToldBy.EMAIL, ToldBy.SMS})
"""Ways that send a sentence with the link by themselves; the others are done by people."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """What happened with which question, and with which organisation."""

    news: News
    network_id: UUID
    request_id: UUID
    organisation_id: UUID | None = None


@transaction.atomic
def tell(*, persons: Collection[UUID], step: Step) -> None:
    """Let these persons hear of a step; only who agreed that the network handles their question hears anything."""
    with acting_for(step.network_id, *persons):
        told = [_told(person, step) for person in _who_agreed(persons, step)]
        Telling.objects.bulk_create(told)
    for one in told:
        if ToldBy(one.way) in GATHERED:
            _tell_soon(one)


@transaction.atomic
def tell_by_mail(*, person_id: UUID) -> None:
    """Mail (or text) once about everything that waits for this person; without news nothing goes out."""
    with acting_for(person_id):
        waiting = Telling.objects.filter(person=person_id, told_at=None, way__in=[way.value for way in GATHERED])
        person = Person.objects.select_related("network").filter(pk=person_id).first()
        if person is None or not waiting.exists():
            return
        page = ownpage.page_of(person)
        ways = {one.way for one in waiting}
        if ToldBy.SMS.value in ways and settings.SMS_SENDER:
            sms.send_later(to=person.phone, text=emails.short_news(person, page=page))
        if ToldBy.EMAIL.value in ways and person.email:
            first = any(one.news == News.RECEIVED.value for one in waiting)
            emails.news(person, page=page, is_receipt=first)
        now = clock.now()
        waiting.update(told_at=now)
        page.mailed_at = now
        page.save(update_fields=["mailed_at"])


@transaction.atomic
def tick_off(*, person: Person, network_id: UUID, by: UUID) -> list[UUID]:
    """Somebody told this person by phone or letter what was waiting; gives what was ticked off, to take it back."""
    waiting = Telling.objects.select_for_update().filter(person=person, network=network_id, told_at=None)
    ticked = list(waiting.exclude(way__in=[way.value for way in GATHERED]).values_list("pk", flat=True))
    if ticked:
        Telling.objects.filter(pk__in=ticked).update(told_at=clock.now(), told_by_user=by)
        _record("told", person, network_id=network_id, by=by)
    return ticked


@transaction.atomic
def untick(*, person: Person, network_id: UUID, by: UUID) -> None:
    """Take the last ticking off by this member back: it was the wrong person, or nobody answered the phone."""
    mine = Telling.objects.filter(person=person, network=network_id, told_by_user=by).exclude(told_at=None)
    last = mine.order_by("-told_at").values_list("told_at", flat=True).first()
    if last is not None:
        mine.filter(told_at=last).update(told_at=None, told_by_user=None)
        _record("not_told", person, network_id=network_id, by=by)


def way_of(person: Person) -> ToldBy:
    """The way by which this person can really be told."""
    return told_how(
        ToldBy(person.told_by),
        has_email=bool(person.email),
        has_address=bool(person.address),
        sends_sms=bool(settings.SMS_SENDER and person.phone),
    )


def _who_agreed(persons: Collection[UUID], step: Step) -> QuerySet[Person]:
    standing = Consent.objects.filter(person=OuterRef("pk"), withdrawn_at=None)
    handled = standing.filter(purpose=Purpose.HANDLE.value, network=step.network_id)
    shared = standing.filter(purpose=Purpose.SHARE.value, organisation=step.organisation_id)
    agreed = Person.objects.filter(Exists(handled), pk__in=persons, merged_into=None)
    return agreed.annotate(may_name=Exists(shared)).select_related("own_page")


def _told(person: Person, step: Step) -> Telling:
    """A receipt goes by mail to everybody with an address, because it brings the link; the rest as they chose."""
    way = ToldBy.EMAIL if step.news == News.RECEIVED and person.email else way_of(person)
    return Telling(
        person=person,
        network_id=step.network_id,
        organisation_id=step.organisation_id if person.may_name else None,  # type: ignore[attr-defined]
        request_id=step.request_id,
        news=step.news.value,
        way=way.value,
    )


def _tell_soon(told: Telling) -> None:
    page = getattr(told.person, "own_page", None)
    waits = mail_after(last=page.mailed_at if page else None, now=clock.now())
    minutes = 0 if told.news == News.RECEIVED.value else int(waits.total_seconds() // 60)
    once_in(minutes, task=TASK, lock=f"tell:{told.person_id}", person_id=str(told.person_id))


def _record(verb: str, person: Person, *, network_id: UUID, by: UUID) -> None:
    audit.record(
        f"people.news.{verb}", action=Action.UPDATE, by=by, about=person, network_id=network_id, subject_id=person.pk
    )
