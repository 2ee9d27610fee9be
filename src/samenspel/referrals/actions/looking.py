"""Somebody saw whom a referral is about: a line in the log per person, also for who came by link (L22)."""

from collections.abc import Iterable
from uuid import UUID

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral


def seen(*, referral: Referral, subjects: Iterable[UUID], by: Actor) -> None:
    """Write down who looked at whom, because of which referral."""
    for subject_id in subjects:
        audit.record(
            "referrals.person.seen",
            action=Action.READ,
            by=by.user_id,
            about=referral,
            organisation_id=referral.receiver_id,
            network_id=referral.network_id,
            subject_id=subject_id,
            detail="method=link" if by.by_link else "",
        )
