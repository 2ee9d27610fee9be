"""The person (or the carer) stops sharing from their own page: at once, for one organisation or for everybody (L5)."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from samenspel.helprequests.actions import working
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Outcome
from samenspel.lib.scope import acting_for
from samenspel.people import queries as people
from samenspel.people.actions import consent as consents
from samenspel.people.models import Consent, Person
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import knowing, sending
from samenspel.referrals.actions.stepping import Actor, step
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import OPEN, Side, State, Step


@transaction.atomic
def with_receiver(*, person: Person, receiver_id: UUID) -> bool:
    """Stop with one organisation or front door: it reads nothing any more, and what is open there is taken back.

    False when there was nothing to stop.
    """
    with acting_for(person.pk):
        receiver = Q(network=receiver_id) | Q(organisation=receiver_id)
        standing = list(Consent.objects.filter(receiver, person=person, withdrawn_at=None))
        _withdraw(standing, by=person.pk)
        if any(consent.purpose == Purpose.HANDLE.value for consent in standing):
            _close_questions(person)
        _take_back(person, Referral.objects.filter(receiver=receiver_id))
    return bool(standing)


@transaction.atomic
def everything(*, person: Person) -> bool:
    """Stop with everybody at once; a question that nobody may read any more is closed. False when nothing stood."""
    with acting_for(person.pk):
        standing = list(Consent.objects.filter(person=person, withdrawn_at=None))
        _withdraw(standing, by=person.pk)
        _close_questions(person)
    return bool(standing)


def _withdraw(standing: Iterable[Consent], *, by: UUID) -> None:
    for consent in standing:
        consents.withdraw(consent=consent, by=by)


def _take_back(person: Person, referrals: Iterable[Referral]) -> None:
    """What only stands ready first, so that taking back the one before it does not send it on."""
    mine = [one for one in referrals if one.person_id == person.pk and State(one.state) in OPEN]
    by = Actor(Side.SENDER, person.pk, by_link=True)
    for referral in sorted(mine, key=lambda one: one.state != State.PLANNED.value):
        with acting_for(referral.network_id, person.pk):  # each step is a line in the journal of the network
            _take_one_back(referral, by=by)


def _take_one_back(referral: Referral, *, by: Actor) -> None:
    match State(referral.state):
        case State.PLANNED:
            step(referral, Step.WITHDRAW, by=by)
        case State.ENDED:  # the help is over already; that it did end can still be told, without reading
            knowing.end(referral, by=by.user_id)
        case _:
            sending.withdraw(referral=referral, by=by)


def _close_questions(person: Person) -> None:
    """Every question about this person, and those asked as a carer that nobody else agreed to."""
    mine = HelpRequest.objects.filter(Q(person=person) | Q(carer=person), closed_at=None)
    for request in list(mine):
        with acting_for(request.network_id, request.person_id, person.pk):
            other = people.standing_consent(request.person_id, purpose=Purpose.HANDLE, receiver_id=request.network_id)
            if request.person_id != person.pk and other is not None:
                continue
            _take_back(person, Referral.objects.filter(request=request))
            request.refresh_from_db()
            working.close(request=request, outcome=Outcome.WITHDRAWN, by=person.pk)
