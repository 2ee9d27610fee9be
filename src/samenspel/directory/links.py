"""The signed link 'klopt nog?': opens one offer for one confirmation, without signing in.

The link holds the offer and the confirmation it asks to renew. After somebody confirmed, that moment is another, so
the link is spent: a second use finds nothing to do.
"""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samenspel.directory.models import Offer
from samenspel.directory.rules import LINK_LASTS

SALT = "samenspel.directory.confirm"


class BadLink(Exception):
    """We did not make this link, or it is too old."""


def address(offer: Offer) -> str:
    """The full address that goes in a mail."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("directory:confirm", args=[token(offer)])


def token(offer: Offer) -> str:
    """What the link says."""
    return signing.dumps([offer.pk.hex, _mark(offer.confirmed_at)], salt=SALT)


def opened(token: str) -> tuple[UUID, int]:
    """The id of the offer, and the mark of the confirmation that the link renews.

    Raises:
        BadLink: see there.
    """
    try:
        pk, mark = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.BadSignature as wrong:
        raise BadLink from wrong
    return UUID(pk), int(mark)


def is_spent(offer: Offer, mark: int) -> bool:
    """Whether somebody confirmed it since the link was made."""
    return _mark(offer.confirmed_at) != mark


def _mark(moment: datetime | None) -> int:
    """A moment in microseconds, which is how exactly the database keeps it."""
    assert moment  # noqa: S101 -- only published offers are asked after, and the database gives those a moment
    return round(moment.timestamp() * 1_000_000)
