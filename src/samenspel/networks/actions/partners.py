"""Who takes part in a network: ending a partnership, taking that back, and who leads. History stays."""

from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.models import Network, Partner


class LeadCannotEnd(Exception):
    """The lead partner cannot stop before another partner leads."""


class NotPresent(Exception):
    """The partnership ended in the meantime, or is there already."""


@transaction.atomic
def end(*, partner: Partner, by: UUID) -> None:
    """The organisation stops taking part from today; its history in the network stays.

    Raises:
        LeadCannotEnd, NotPresent: see there.
    """
    _lock(partner)
    present = Partner.objects.filter(pk=partner.pk, ended_on=None)
    if present.filter(is_lead=True).exists():
        raise LeadCannotEnd
    if not present.update(ended_on=clock.today()):
        raise NotPresent
    _record("networks.partner.ended", partner, by=by)


@transaction.atomic
def resume(*, partner: Partner, by: UUID) -> None:
    """Take the ending back: the organisation takes part as if it never stopped.

    Raises:
        NotPresent: it did not stop, or came back in another way.
    """
    try:
        with transaction.atomic():
            resumed = Partner.objects.filter(pk=partner.pk, ended_on__isnull=False).update(ended_on=None, is_lead=False)
    except IntegrityError as twice:
        raise NotPresent from twice
    if not resumed:
        raise NotPresent
    _record("networks.partner.resumed", partner, by=by)


@transaction.atomic
def let_lead(*, partner: Partner, by: UUID) -> None:
    """Make this present partner the lead partner; the one before stays a partner, with the day it stopped leading.

    Raises:
        NotPresent: see there.
    """
    _lock(partner)
    before = Partner.objects.filter(network=partner.network_id, ended_on=None, is_lead=True).exclude(pk=partner.pk)
    before.update(is_lead=False, lead_until_on=clock.today())
    if not Partner.objects.filter(pk=partner.pk, ended_on=None).update(is_lead=True, lead_until_on=None):
        raise NotPresent
    _record("networks.partner.leads", partner, by=by)


def _lock(partner: Partner) -> None:
    """One change of partners of a network at a time."""
    Network.objects.select_for_update(of=("self",), no_key=True).get(pk=partner.network_id)


def _record(event: str, partner: Partner, *, by: UUID) -> None:
    audit.record(
        event,
        action=Action.UPDATE,
        by=by,
        about=partner,
        organisation_id=partner.organisation_id,
        network_id=partner.network_id,
    )
