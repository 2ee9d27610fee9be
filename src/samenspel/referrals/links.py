"""The signed link in a mail: lets one organisation do one thing with one referral, after a code, without an account.

The link says which referral, which organisation and what for: to decide, or to tell how it goes. It holds nothing about
a person, and by itself opens nothing: behind it waits the question for a code that goes to the known address.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samenspel.referrals.models import Referral

SALT = "samenspel.referrals.answer"


class Purpose(StrEnum):
    """What a link is for; it is good for nothing else."""

    DECIDE = "decide"
    FOLLOW = "follow"


class BadLink(Exception):
    """We did not make this link, or it is too old."""


@dataclass(frozen=True)
class Opened:
    """What a link says."""

    referral_id: UUID
    receiver_id: UUID
    purpose: Purpose


def address(referral: Referral, purpose: Purpose) -> str:
    """The full address that goes in a mail to the receiver."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("referrals:answer", args=[token(referral, purpose)])


def token(referral: Referral, purpose: Purpose) -> str:
    """What stands in the link."""
    return signing.dumps([referral.pk.hex, referral.receiver_id.hex, purpose.value], salt=SALT)


def opened(token: str) -> Opened:
    """What a link of ours says.

    Raises:
        BadLink: see there.
    """
    try:
        said = signing.loads(token, salt=SALT, max_age=timedelta(days=settings.REFERRAL_LINK_DAYS))
    except signing.BadSignature as wrong:
        raise BadLink from wrong
    return Opened(UUID(said[0]), UUID(said[1]), Purpose(said[2]))
