"""Consent given or taken back by phone or at the counter, written down by who keeps the front door (L5, L32)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from samenspel.helprequests.models import HelpRequest
from samenspel.lib.scope import acting_for
from samenspel.people.actions import consent as consents
from samenspel.people.actions.consent import Given
from samenspel.people.models import Consent, Person
from samenspel.people.rules import Purpose


@transaction.atomic
def agreed(*, request: HelpRequest, person_id: UUID, given: Given, by: UUID) -> None:
    """From now on the front door may read this person of the request, because they said so.

    Until now it may not read them, so this one act works on the person's behalf.

    Raises:
        WrongGiver: for somebody of this age, or with a legal representative, others have to agree (L9).
    """
    with acting_for(request.network_id, person_id):
        person = Person.objects.get(pk=person_id)
        consent = consents.give(person=person, purpose=Purpose.HANDLE, to=request.network, given=given)
        consents.let_read(consent=consent, by=by)


@transaction.atomic
def stop_all(*, standing: Iterable[Consent], by: UUID) -> None:
    """Take back everything that somebody agreed to; that for the front door last, for it shows the others."""
    for consent in sorted(standing, key=lambda one: one.purpose == Purpose.HANDLE.value):
        consents.withdraw(consent=consent, by=by)
