"""The door for who answers without an account: a code to the known address, few tries, and a short while behind it.

The link alone opens nothing, and the code alone neither. What is kept of a code is a keyed hash, good for one door.
"""

import secrets
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action, Outcome
from samenspel.lib import clock
from samenspel.referrals import emails
from samenspel.referrals.models import AnswerDoor, Referral
from samenspel.referrals.rules import code_counts, stays_open

SALT = "samenspel.referrals.code"
DIGITS = 6


class NoAddress(Exception):
    """The organisation has no known address to send a code to."""


@transaction.atomic
def ask(*, referral: Referral) -> AnswerDoor:
    """Make a new door and mail its code to the known address of the receiver, which nobody can choose here.

    Raises:
        NoAddress: see there.
    """
    to = referral.receiver.contact_email
    if not to:
        raise NoAddress
    door = AnswerDoor(referral=referral, receiver_id=referral.receiver_id)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    door.code_mark = _mark(door.pk, code)
    door.save(force_insert=True)
    emails.code(to=to, code=code)
    _record("asked", Action.CREATE, referral)
    return door


@transaction.atomic
def enter(*, door: AnswerDoor, referral: Referral, code: str) -> bool:
    """Try a code. Each try counts before it is compared, also of two at the same moment; a code opens once."""
    now = clock.now()
    mine = AnswerDoor.objects.filter(pk=door.pk, referral=referral, opened_at=None)
    if not code_counts(asked_at=door.asked_at, tries=door.tries, now=now):
        _record("tried", Action.UPDATE, referral, Outcome.REFUSED)
        return False
    if not mine.filter(tries=door.tries).update(tries=F("tries") + 1):
        return False
    if not constant_time_compare(door.code_mark, _mark(door.pk, code)):
        _record("tried", Action.UPDATE, referral, Outcome.REFUSED)
        return False
    mine.update(opened_at=now)
    _record("opened", Action.UPDATE, referral)
    return True


def is_open(door: AnswerDoor | None, *, referral: Referral) -> bool:
    """Whether somebody who came through this door may still see this referral."""
    return (
        door is not None
        and door.referral_id == referral.pk
        and door.receiver_id == referral.receiver_id
        and stays_open(opened_at=door.opened_at, now=clock.now())
    )


def _mark(door_id: UUID, code: str) -> str:
    return salted_hmac(SALT, f"{door_id}:{code}", algorithm="sha256").hexdigest()


def _record(verb: str, action: Action, referral: Referral, outcome: Outcome = Outcome.SUCCESS) -> None:
    audit.record(
        f"referrals.door.{verb}",
        action=action,
        by=None,
        about=referral,
        outcome=outcome,
        organisation_id=referral.receiver_id,
        network_id=referral.network_id,
        subject_id=referral.person_id,
        detail="method=link",
    )
