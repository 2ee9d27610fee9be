"""Agreeing, withdrawing, and letting somebody read because of it. Withdrawing is as easy as agreeing (L5)."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation
from samenspel.people import words
from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, Purpose, givers_for


class WrongGiver(Exception):
    """For somebody of this age, or with a legal representative, others have to agree (L9)."""


class NoConsent(Exception):
    """The person did not agree that this receiver may read about them, or took it back."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """How somebody agreed: who said yes, how, and who asked (a member, or a carer on whose word it rests)."""

    by: Giver = Giver.SELF
    channel: ConsentChannel
    asked_by: UUID | None = None
    asked_by_carer: Person | None = None


@transaction.atomic
def give(*, person: Person, purpose: Purpose, to: Network | Organisation, given: Given) -> Consent:
    """Note that somebody agreed to one thing for one receiver; agreeing twice is one consent.

    Raises:
        WrongGiver: see there.
    """
    if given.by not in givers_for(AgeBand(person.age_band or AgeBand.ADULT), is_represented=person.is_represented):
        raise WrongGiver
    receiver = {"network": to} if isinstance(to, Network) else {"organisation": to}
    consent, is_new = Consent.objects.get_or_create(
        person=person,
        purpose=purpose.value,
        withdrawn_at=None,
        **receiver,
        defaults={
            "text_version": words.VERSION,
            "given_by": given.by.value,
            "channel": given.channel.value,
            "asked_by": given.asked_by,
            "asked_by_carer": given.asked_by_carer,
        },
    )
    if is_new:
        _record("people.consent.given", Action.CREATE, consent, by=given.asked_by)
    return consent


@transaction.atomic
def withdraw(*, consent: Consent, by: UUID | None) -> None:
    """Take a consent back; the database ends every reading that rests on it in the same transaction (L5)."""
    now = clock.now()
    if Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=now):
        consent.withdrawn_at = now
        _record("people.consent.withdrawn", Action.UPDATE, consent, by=by)


@transaction.atomic
def let_read(*, consent: Consent, by: UUID | None) -> Reading:
    """From now on the receiver of this consent may read the person; begun twice it is one reading.

    Raises:
        NoConsent: it was withdrawn.
    """
    current = Consent.objects.select_for_update().filter(pk=consent.pk, withdrawn_at=None).first()
    if current is None:
        raise NoConsent
    reading, is_new = Reading.objects.get_or_create(
        person_id=current.person_id, reader_id=current.receiver_id, ended_at=None, defaults={"consent": current}
    )
    if is_new:
        _record("people.reading.began", Action.CREATE, current, by=by)
    return reading


@transaction.atomic
def stop_reading(*, person: Person, reader_id: UUID, by: UUID | None) -> None:
    """The receiver has no reason to read any more: the help ended, or the referral was taken back."""
    open_one = (
        Reading.objects.filter(person=person, reader_id=reader_id, ended_at=None).select_related("consent").first()
    )
    if open_one is not None:
        open_one.ended_at = clock.now()
        open_one.save(update_fields=["ended_at"])
        _record("people.reading.ended", Action.UPDATE, open_one.consent, by=by)


def _record(event: str, action: Action, consent: Consent, *, by: UUID | None) -> None:
    audit.record(
        event,
        action=action,
        by=by,
        about=consent,
        network_id=consent.network_id,
        organisation_id=consent.organisation_id,
        subject_id=consent.person_id,
        consent_id=consent.pk,
        purpose=consent.purpose,
    )
