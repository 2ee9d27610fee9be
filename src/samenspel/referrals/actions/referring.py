"""Referring from the page: what the person agreed to just now and the referral are one act, or nothing happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import RequestState, Urgency
from samenspel.networks.models import Organisation
from samenspel.people.actions import consent as consents
from samenspel.people.actions.consent import Given
from samenspel.people.models import Person
from samenspel.people.rules import Purpose
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.models import Referral


class AlreadyClosed(Exception):
    """The request was closed; somebody has to take it up again first."""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What somebody said just now: that this organisation may know who they are when it says yes."""

    person: Person
    to: Organisation
    given: Given


@dataclass(frozen=True, kw_only=True)
class Message:
    """What goes along, and `once`, the mark of the form it was written in."""

    once: UUID
    words: str = ""
    urgency: Urgency | None = None
    is_escalation: bool = False


@transaction.atomic
def refer(
    *, request: HelpRequest, to: Sequence[To], agreed: Sequence[Agreed], by: From, message: Message
) -> list[Referral]:
    """Write down what was agreed to and send; the urgency is that of this referral, the request keeps its own.

    Raises:
        AlreadyClosed: see there.
        AlreadySent: it is with one of them already.
        NoConsent: the person did not agree to one of them.
        WrongGiver: for this person others have to agree (L9).
    """
    if request.state == RequestState.CLOSED.value:
        raise AlreadyClosed
    for one in agreed:
        consents.give(person=one.person, purpose=Purpose.SHARE, to=one.to, given=one.given)
    if message.urgency:
        request.urgency = message.urgency.value
    return sending.send(
        request=request,
        to=to,
        by=by,
        once=message.once,
        words=message.words,
        is_escalation=message.is_escalation,
    )
