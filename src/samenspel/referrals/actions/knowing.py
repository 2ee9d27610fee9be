"""From acceptance on the receiver knows who it is about; before it and after the end it does not (L7)."""

from uuid import UUID

from samenspel.helprequests.models import HelpRequest, Involved
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people import queries as people
from samenspel.people.actions import consent as consents
from samenspel.people.models import Person
from samenspel.people.rules import Purpose
from samenspel.referrals.models import Referral


class NotAllowedAnyMore(Exception):
    """The person took consent back before the receiver said yes."""


def begin(referral: Referral, *, by: UUID | None) -> None:
    """Let the receiver read the person, the carer when that one agreed too, and what was told.

    Raises:
        NotAllowedAnyMore: see there.
    """
    with acting_for(referral.receiver_id, referral.network_id):
        carer_id = HelpRequest.objects.values_list("carer_id", flat=True).get(pk=referral.request_id)
        agreed = [
            people.standing_consent(person_id, purpose=Purpose.SHARE, receiver_id=referral.receiver_id)
            for person_id in (referral.person_id, carer_id)
            if person_id
        ]
        if agreed[0] is None:
            raise NotAllowedAnyMore
        for consent in filter(None, agreed):
            consents.let_read(consent=consent, by=by)
        Involved.objects.get_or_create(
            request_id=referral.request_id,
            reader_id=referral.receiver_id,
            ended_at=None,
            defaults={"network_id": referral.network_id, "person_id": referral.person_id},
        )


def end(referral: Referral, *, by: UUID | None) -> None:
    """The receiver works on this request no more, and reads the person only for another one that it still has."""
    with acting_for(referral.receiver_id, referral.network_id, referral.person_id):
        open_here = Involved.objects.filter(request=referral.request_id, reader_id=referral.receiver_id, ended_at=None)
        open_here.update(ended_at=clock.now())
        carer_id = HelpRequest.objects.values_list("carer_id", flat=True).get(pk=referral.request_id)
        for person_id in filter(None, (referral.person_id, carer_id)):
            still = Involved.objects.filter(person_id=person_id, reader_id=referral.receiver_id, ended_at=None)
            if not still.exists():
                consents.stop_reading(person=Person(id=person_id), reader_id=referral.receiver_id, by=by)
