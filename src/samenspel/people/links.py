"""The link to somebody's own page: one page, one purpose, void as soon as a newer link was made.

It names the page and the number of the link and nothing of the person. Alone it opens nothing: a code goes with it.
"""

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samenspel.lib.scope import acting_for
from samenspel.people.models import OwnPage

SALT = "people.own-page"
PAGE = "referrals:mine"


class BadLink(Exception):
    """Not made by us, or made void since."""


def token_of(page: OwnPage) -> str:
    """What stands in the address."""
    return signing.dumps([page.pk.hex, page.link_number], salt=SALT)


def address_of(page: OwnPage) -> str:
    """The full address, for in a mail or letter."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse(PAGE, args=[token_of(page)])


def page_behind(token: str) -> OwnPage:
    """The page that a link leads to.

    Raises:
        BadLink: see there.
    """
    try:
        key, number = signing.loads(token, salt=SALT)
        page_id = UUID(key)
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as wrong:
        raise BadLink from wrong
    with acting_for(page_id):
        page = OwnPage.objects.select_related("network").filter(pk=page_id, link_number=number).first()
    if page is None:
        raise BadLink
    return page
