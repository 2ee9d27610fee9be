"""The door that a browser says it came through."""

from uuid import UUID

from samenspel.referrals.models import AnswerDoor, Referral


def door(door_id: UUID | None, *, referral: Referral) -> AnswerDoor | None:
    """The door with this id, when it is one to this referral; within the scope of the receiver."""
    if door_id is None:
        return None
    return AnswerDoor.objects.filter(pk=door_id, referral=referral, receiver_id=referral.receiver_id).first()
