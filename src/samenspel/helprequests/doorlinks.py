"""The signed link in the mail to a professional without an account: lets their question in, and does nothing else."""

from uuid import UUID, uuid5

from django.conf import settings
from django.core import signing
from django.urls import reverse

SALT = "samenspel.helprequests.front_door"
LASTS = 24 * 60 * 60


class BadLink(Exception):
    """We did not make this link, or it is older than a day."""


def locked_id(once: UUID) -> UUID:
    """Where the question of this form waits; the same form has one place."""
    return uuid5(once, "unverified")


def address(*, once: UUID, slug: str) -> str:
    """The full address that goes in the mail."""
    token = signing.dumps(once.hex, salt=SALT)
    return settings.SITE_ADDRESS.rstrip("/") + reverse("helprequests:front_door_confirm", args=[slug, token])


def opened(token: str) -> UUID:
    """The mark of the form that this link lets in.

    Raises:
        BadLink: see there.
    """
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=LASTS))
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as wrong:
        raise BadLink from wrong
