"""Writing down who somebody is, putting it right, tying carers, and choosing that two records are one person."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock, lookup
from samenspel.networks.models import Network
from samenspel.people.models import Bond, Person
from samenspel.people.rules import AgeBand, Relation, ToldBy, age_band


class NotTwoPersons(Exception):
    """A record cannot be merged with itself, or with one that was merged away already."""


@dataclass(frozen=True, kw_only=True)
class Details:
    """What is known of somebody; everything may be empty, for a question can come before a name."""

    name: str = ""
    born_on: date | None = None
    band: AgeBand | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    area_code: str | None = None
    language: str = "nl"
    told_by: ToldBy = ToldBy.PHONE
    is_represented: bool = field(default=False)


@transaction.atomic
def add(*, details: Details, network: Network, by: UUID | None, person_id: UUID | None = None) -> Person:
    """Write somebody down. The scope must hold the new person's own id: nobody may read them yet.

    Raises:
        BornWrong: a date of birth that cannot be.
    """
    person = Person(network=network, **({"id": person_id} if person_id else {}))
    _fill(person, details)
    person.save(force_insert=True)
    _record("added", Action.CREATE, person, by=by)
    return person


@transaction.atomic
def correct(*, person: Person, details: Details, by: UUID | None) -> None:
    """Put right what was written down (AVG 16).

    Raises:
        BornWrong: a date of birth that cannot be.
    """
    _fill(person, details)
    person.save()
    _record("corrected", Action.UPDATE, person, by=by)


@transaction.atomic
def ask_to_delete(*, person: Person, by: UUID | None) -> None:
    """Note that somebody wants to be forgotten; a request, for people must look what may and must go (AVG 17)."""
    person.delete_asked_at = person.delete_asked_at or clock.now()
    person.save(update_fields=["delete_asked_at"])
    _record("delete_asked", Action.UPDATE, person, by=by)


@transaction.atomic
def tie(*, carer: Person, cared_for: Person, relation: Relation, represents: bool = False, by: UUID | None) -> Bond:
    """Write down that somebody cares for somebody; said twice it is one bond."""
    bond, is_new = Bond.objects.get_or_create(
        carer=carer,
        cared_for=cared_for,
        ended_at=None,
        defaults={"relation": relation.value, "represents": represents},
    )
    if is_new:
        audit.record(
            "people.bond.tied",
            action=Action.CREATE,
            by=by,
            about=bond,
            network_id=cared_for.network_id,
            subject_id=cared_for.pk,
        )
    return bond


@transaction.atomic
def merge(*, gone: Person, kept: Person, by: UUID) -> None:
    """Go on with one of two records that somebody says are one person. Nothing moves, so it can be taken back.

    Raises:
        NotTwoPersons: see there.
    """
    if gone.pk == kept.pk or kept.merged_into_id or gone.merged_into_id:
        raise NotTwoPersons
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    _record("merged", Action.UPDATE, gone, by=by)


@transaction.atomic
def part(*, person: Person, by: UUID) -> None:
    """Take a merge back: both records stand apart again."""
    person.merged_into = None
    person.save(update_fields=["merged_into"])
    _record("parted", Action.UPDATE, person, by=by)


def _fill(person: Person, details: Details) -> None:
    person.name, person.phone, person.email = details.name, details.phone, details.email
    person.address, person.area_id = details.address, details.area_code
    person.language, person.told_by = details.language, details.told_by.value
    person.is_represented = details.is_represented
    person.born_on = details.born_on.isoformat() if details.born_on else ""
    band = age_band(born_on=details.born_on, today=clock.today()) if details.born_on else details.band
    person.age_band = band.value if band else ""
    person.name_key = lookup.key_of("name", lookup.plain_name(details.name))
    person.born_key = lookup.key_of("born", person.born_on)
    person.phone_key = lookup.key_of("phone", lookup.plain_phone(details.phone))
    person.email_key = lookup.key_of("email", lookup.plain_email(details.email))


def _record(verb: str, action: Action, person: Person, *, by: UUID | None) -> None:
    audit.record(
        f"people.person.{verb}",
        action=action,
        by=by,
        about=person,
        network_id=person.network_id,
        subject_id=person.pk,
    )
