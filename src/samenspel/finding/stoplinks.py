"""The signed link in a mail about saved searches: stops these mails, and does nothing else."""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samenspel.finding.alerts import KEPT_DAYS

SALT = "samenspel.finding.stop"
LASTS = KEPT_DAYS * 24 * 60 * 60


class BadLink(Exception):
    """We did not make this link, or it is too old."""


def address(user_id: UUID) -> str:
    """The full address that goes in a mail."""
    token = signing.dumps(user_id.hex, salt=SALT)
    return settings.SITE_ADDRESS.rstrip("/") + reverse("finding:saved_stop", args=[token])


def opened(token: str) -> UUID:
    """Whose mails it stops.

    Raises:
        BadLink: see there.
    """
    try:
        return UUID(signing.loads(token, salt=SALT, max_age=LASTS))
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as wrong:
        raise BadLink from wrong
