"""Signed links for people without an account: each opens exactly one thing and shows nothing of anybody.

A link holds the id of the thing and of the place it belongs to, because the database shows a row only to who acts
for its place; the signature is the proof that we made it.
"""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from samenspel.lib.scope import acting_for
from samenspel.networks.models import Invitation, JoinRequest
from samenspel.networks.rules import APPLICATION_LINK_LASTS

APPLICATION_SALT = "samenspel.networks.application"
INVITATION_SALT = "samenspel.networks.invitation"


class BadLink(Exception):
    """The link was not made by us, was changed on the way, is too old, or what it opened is gone."""


def application_token(request: JoinRequest) -> str:
    """What opens the page on which an applicant follows their own request."""
    return signing.dumps([request.pk.hex, request.network_id.hex, 0], salt=APPLICATION_SALT)


def application(token: str) -> JoinRequest:
    """The request to join that this link opens.

    Raises:
        BadLink: see there.
    """
    request_id, network_id, _moment = _opened(token, salt=APPLICATION_SALT, lasts=APPLICATION_LINK_LASTS)
    with acting_for(network_id):
        found = JoinRequest.objects.select_related("network").filter(pk=request_id).first()
    if found is None:
        raise BadLink
    return found


def invitation_token(invitation: Invitation) -> str:
    """What opens an invitation; inviting again makes a new one, and the old one stops working."""
    return signing.dumps([invitation.pk.hex, invitation.place_id.hex, _mark(invitation)], salt=INVITATION_SALT)


def invitation(token: str) -> Invitation:
    """The invitation that this link opens, also when it can no longer be accepted: the page then says why.

    Raises:
        BadLink: see there; also when the person was invited again and has a newer link.
    """
    # How long it works stands in the row, so that the page can say that it is too old instead of nothing.
    invitation_id, place_id, moment = _opened(token, salt=INVITATION_SALT, lasts=None)
    with acting_for(place_id):
        found = Invitation.objects.select_related("organisation", "network").filter(pk=invitation_id).first()
    if found is None or _mark(found) != moment:
        raise BadLink
    return found


def address(name: str, **parts: str) -> str:
    """The full address of a page, for in a mail."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse(name, kwargs=parts)


def _mark(invitation: Invitation) -> int:
    """What tells one mail about an invitation from the next: the moment of sending, in milliseconds."""
    return int(invitation.invited_at.timestamp() * 1000)


def _opened(token: str, *, salt: str, lasts: timedelta | None) -> tuple[UUID, UUID, int]:
    try:
        thing, place, moment = signing.loads(token, salt=salt, max_age=lasts)
    except signing.BadSignature as wrong:
        raise BadLink from wrong
    return UUID(thing), UUID(place), moment
