"""Who is this, were they here before, and who may read about them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import Likeness, Purpose, likeness


@dataclass(frozen=True)
class Alike:
    """Another record that may be about the same person."""

    person: Person
    how_sure: Likeness


def alike(person: Person) -> list[Alike]:
    """Records in scope that may be about the same person, the surest first; only for who may read both."""
    keys = person.keys
    meets = Q(pk__in=())
    for column, value in (("phone_key", keys.phone), ("email_key", keys.email)):
        if value:
            meets |= Q((column, value))
    if keys.born and keys.name:
        meets |= Q(born_key=keys.born, name_key=keys.name)
    found = Person.objects.filter(meets, merged_into=None).exclude(
        pk__in=[person.pk, person.merged_into_id or person.pk]
    )
    pairs = [Alike(one, likeness(keys, one.keys)) for one in found.order_by("pk")]
    order = list(Likeness)
    return sorted((one for one in pairs if one.how_sure != Likeness.NONE), key=lambda one: order.index(one.how_sure))


def standing_consent(person_id: UUID, *, purpose: Purpose, receiver_id: UUID) -> Consent | None:
    """The consent of a person to one receiver that was not withdrawn."""
    receiver = Q(network=receiver_id) | Q(organisation=receiver_id)
    return Consent.objects.filter(receiver, person=person_id, purpose=purpose.value, withdrawn_at=None).first()


def person_with(person_id: UUID) -> Person:
    """One person with network and neighbourhood, for who acts for them or may read them.

    Raises:
        Person.DoesNotExist: there is none in scope.
    """
    return Person.objects.select_related("network", "area").get(pk=person_id)


def readings_of(person: Person) -> QuerySet[Reading]:
    """Who may read this person or could before, the present first; within the person's own scope it is all of them."""
    return (
        Reading.objects.filter(person=person)
        .select_related("consent__network", "consent__organisation")
        .order_by("ended_at", "since")
    )
