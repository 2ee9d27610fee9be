"""What was sent: by an organisation, or by the front door of a network."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.http import Http404

from samenspel.networks.models import Network, Organisation
from samenspel.referrals.models import Referral, Word
from samenspel.referrals.rules import State


class Tab(StrEnum):
    """What a list of sent referrals shows; the values stand in the address."""

    OURS = "aan-ons"
    WAITING = "wacht"
    RUNNING = "loopt"
    DONE = "klaar"
    BACK = "terug"


STATES: Mapping[Tab, frozenset[State]] = {
    Tab.OURS: frozenset({State.ASKED}),
    Tab.WAITING: frozenset({State.PLANNED, State.SENT, State.SEEN, State.ANSWERED}),
    Tab.RUNNING: frozenset({State.ACCEPTED, State.STARTED, State.ENDED}),
    Tab.DONE: frozenset({State.REPORTED}),
    Tab.BACK: frozenset({State.DECLINED, State.PASSED_ON, State.WITHDRAWN, State.EXPIRED}),
}
NOW = [Tab.OURS, Tab.WAITING, Tab.RUNNING]
"""What is shown when nothing is chosen: everything that goes on."""


@dataclass(frozen=True)
class Place:
    """Who sent: an organisation, or else the front door of a network."""

    network: Network | None = None
    organisation: Organisation | None = None


def sent_by(place: Place) -> QuerySet[Referral]:
    """Everything this place sent."""
    mine = Referral.objects.select_related("receiver", "sender", "network", "area")
    if place.organisation:
        return mine.filter(sender=place.organisation)
    return mine.filter(network=place.network, sender=None)


def listed(place: Place, tab: str) -> QuerySet[Referral]:
    """What one tab shows: our turn first, then what waits longest for an answer; what is over newest first."""
    chosen = [Tab(tab)] if tab in set(Tab) else NOW
    found = sent_by(place).filter(state__in=[state.value for one in chosen for state in STATES[one]])
    if tab in {Tab.DONE.value, Tab.BACK.value}:
        return found.order_by("-turn_since", "pk")
    waiting = [state.value for state in STATES[Tab.WAITING]]
    ours_first = Case(
        When(state=State.ASKED.value, then=Value(0)),
        When(state__in=waiting, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.order_by(ours_first, "turn_since", "pk")


def counts(place: Place) -> dict[Tab, int]:
    """How many there are behind each tab, in one question."""
    by_state = dict(sent_by(place).order_by().values_list("state").annotate(number=Count("pk")))
    return {tab: sum(by_state.get(state.value, 0) for state in states) for tab, states in STATES.items()}


def one_of(place: Place, *, referral_id: UUID) -> Referral:
    """One referral that this place sent.

    Raises:
        Http404: no such referral here.
    """
    found = sent_by(place).filter(pk=referral_id).first()
    if found is None:
        raise Http404
    return found


def words_of(referral: Referral) -> list[Word]:
    """What sender and receiver wrote to each other, oldest first."""
    return list(Word.objects.filter(referral=referral))
