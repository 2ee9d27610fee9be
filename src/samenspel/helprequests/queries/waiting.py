"""The requests in hand at a front door, each as one light row without names."""

from collections.abc import Collection
from datetime import date, timedelta
from operator import attrgetter
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from samenspel.helprequests.filtering import Row
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Outcome, RequestState, needs_answer
from samenspel.journal.models import Event
from samenspel.networks.models import Network

MOST_CLOSED = 1000
"""So many closed ones can be looked through, the latest; more is for the figures."""
TELL_WITHIN = timedelta(days=90)
"""So long somebody is reminded to tell the person why a request was closed."""
COLUMNS = (
    "pk", "network_id", "network__slug", "kinds", "area_id", "area__name", "age_band", "urgency", "complexity",
    "state", "state_since", "asked_at", "parked_until", "taken_by", "outcome",
)  # fmt: skip


def in_hand(network: Network) -> list[Row]:
    """Everything of this network that is not closed, oldest first; as many as people work on, so all at once."""
    found = HelpRequest.objects.filter(network=network).exclude(state=RequestState.CLOSED.value)
    return _rows(found.order_by("asked_at", "pk"))


def closed(network: Network) -> list[Row]:
    """What was asked last of all that is closed."""
    found = HelpRequest.objects.filter(network=network, state=RequestState.CLOSED.value)
    return _rows(found.order_by("-asked_at", "-pk")[:MOST_CLOSED])


def number_closed(network: Network) -> int:
    """How many are closed, and no further than the list goes: counting a million takes a second."""
    found = HelpRequest.objects.filter(network=network, state=RequestState.CLOSED.value)
    return found.order_by()[:MOST_CLOSED].count()


def for_today(networks: Collection[UUID], *, by: UUID, today: date) -> list[Row]:
    """What asks for somebody now: new, parked until today, come back, in this one's hands, or still to tell."""
    back = Event.objects.filter(thread_id=OuterRef("pk"), what="request.came_back", at__gte=OuterRef("state_since"))
    asks = (
        Q(state=RequestState.NEW.value)
        | Q(state=RequestState.PARKED.value, parked_until__lte=today)
        | (Q(state=RequestState.TAKEN.value) & (Q(taken_by=by) | Q(has_come_back=True)))
    )
    open_ones = HelpRequest.objects.filter(network_id__in=networks).exclude(state=RequestState.CLOSED.value)
    marked = open_ones.annotate(
        has_come_back=Case(When(state=RequestState.TAKEN.value, then=Exists(back)), default=False)
    )
    asking = marked.filter(asks).values_list(*COLUMNS, "has_come_back")
    telling = _still_to_tell(networks, today=today).values_list(*COLUMNS, Value(value=False))
    rows = [Row._make(values) for values in asking.union(telling, all=True)]
    return sorted(rows, key=attrgetter("asked_at", "pk"))


def _still_to_tell(networks: Collection[UUID], *, today: date) -> "QuerySet[HelpRequest]":
    """Closed with words that the person did not hear yet: a call or a letter that somebody has to make."""
    outcomes = [one.value for one in Outcome if needs_answer(one)]
    lately = Event.objects.filter(
        network_id__in=networks, what="request.closed", detail__in=outcomes, at__date__gte=today - TELL_WITHIN
    )
    told = Event.objects.filter(thread_id=OuterRef("pk"), what="request.told", at__gte=OuterRef("state_since"))
    return HelpRequest.objects.filter(
        ~Exists(told), pk__in=lately.values("thread_id"), state=RequestState.CLOSED.value, outcome__in=outcomes
    )


def _rows(found: "QuerySet[HelpRequest]") -> list[Row]:
    return [Row(*values) for values in found.values_list(*COLUMNS)]
