"""What the doors for professionals ask: for whom somebody may refer, what waits for its mail, who referred."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from samenspel.accounts.models import User
from samenspel.accounts.roles import Permission
from samenspel.accounts.rules import Scope
from samenspel.helprequests.doorlinks import locked_id
from samenspel.helprequests.models import HelpRequest, Referrer, Unverified
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.people import queries as people
from samenspel.people.models import Person
from samenspel.people.queries import Alike
from samenspel.people.rules import Purpose


@dataclass(frozen=True)
class Locked:
    """A question behind a link: what was typed (empty when it is gone), and whether it came in already."""

    typed: dict[str, Any]
    is_in: bool


@dataclass(frozen=True)
class Addressee:
    """Where a mail goes, and in which language."""

    email: str
    language: str


def refers_for(network: Network, *, scope: Scope) -> list[Organisation]:
    """The partners of this network for which this person may refer, by name; nobody asks without a role."""
    organisations, _networks = scope.places_where(Permission.REFER)
    if not organisations:
        return []
    partners = Organisation.objects.filter(
        pk__in=organisations, partnerships__network=network, partnerships__ended_on=None
    )
    return list(partners.order_by("name", "pk"))


def locked(*, once: UUID, network: Network) -> Locked:
    """What waits behind the link of this form."""
    with acting_for(locked_id(once), network.pk):
        found = Unverified.objects.filter(pk=locked_id(once), network=network).first()
        is_in = found is None and HelpRequest.objects.filter(pk=uuid5(once, "request"), network=network).exists()
        return Locked(typed=json.loads(found.typed) if found else {}, is_in=is_in)


def referrer_of(request: HelpRequest) -> Referrer | None:
    """The professional without an account who asked; only the front door of the network gets an answer."""
    return Referrer.objects.select_related("consent").filter(request=request).first()


def who_hears_back(request: HelpRequest) -> Addressee | None:
    """Where news for the professional goes; nowhere when the person took that consent back."""
    if request.asked_by_id:
        consent = people.standing_consent(
            request.person_id, purpose=Purpose.REPORT_BACK, receiver_id=request.asked_by_id
        )
        asked_by = consent.asked_by if consent else None
        asker = User.objects.filter(pk=asked_by, is_active=True).first() if asked_by else None
        return Addressee(asker.email, asker.language) if asker else None
    referrer = referrer_of(request)
    if referrer is None or referrer.consent is None or referrer.consent.withdrawn_at:
        return None
    return Addressee(referrer.email, referrer.language)


def known_alike(request: HelpRequest) -> list[Alike]:
    """Whether somebody alike was known at this front door when this request came in."""
    with acting_for(request.network_id):
        person = Person.objects.filter(pk=request.person_id).first()
        return people.alike(person) if person else []
