"""Keeping offers true: asking the owner, taking the answer, and closing what nobody answers for."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.directory import emails, queries
from samenspel.directory.models import Offer
from samenspel.directory.rules import ClosedBecause, Freshness, OfferState
from samenspel.lib import clock
from samenspel.networks.models import Organisation


class NothingToConfirm(Exception):
    """The offer was closed, or somebody confirmed it already."""


@transaction.atomic
def confirm(*, offer: Offer, by: UUID | None) -> None:
    """Somebody says that an open offer is still true; `by` is empty for who came by the link in the mail.

    Raises:
        NothingToConfirm: it was confirmed or closed since this row was read.
    """
    seen = Offer.objects.filter(pk=offer.pk, state=OfferState.OPEN.value, confirmed_at=offer.confirmed_at)
    if not seen.update(confirmed_at=clock.now(), asked_at=None):
        raise NothingToConfirm
    _record("confirmed", offer, by=by)


@transaction.atomic
def keep_fresh(*, organisation: Organisation, now: datetime) -> None:
    """One night of one organisation: ask after what was not confirmed for long, close what got no answer.

    One mail for everything of this night; an offer that was asked after is not asked after again.
    """
    today = clock.day_of(now)
    offers = queries.published_for_update(organisation)
    due = [offer for offer in offers if offer.freshness(today=today) == Freshness.DUE]
    overdue = [offer for offer in offers if offer.freshness(today=today) == Freshness.OVERDUE]
    _ask(due, now=now)
    _close(overdue, now=now)
    if due:
        emails.ask(organisation, due)
    if overdue:
        emails.tell_closed(organisation, overdue)


def _ask(offers: Sequence[Offer], *, now: datetime) -> None:
    for offer in offers:
        Offer.objects.filter(pk=offer.pk).update(asked_at=now)
        _record("asked_after", offer, by=None)


def _close(offers: Sequence[Offer], *, now: datetime) -> None:
    because = ClosedBecause.UNANSWERED.value
    for offer in offers:
        Offer.objects.filter(pk=offer.pk).update(state=OfferState.CLOSED.value, closed_at=now, closed_because=because)
        _record("closed_by_itself", offer, by=None)


def _record(verb: str, offer: Offer, *, by: UUID | None) -> None:
    audit.record(
        f"directory.offer.{verb}",
        action=Action.UPDATE,
        by=by,
        about=offer,
        organisation_id=offer.organisation_id,
    )
