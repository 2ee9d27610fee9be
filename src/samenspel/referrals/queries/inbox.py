"""What an organisation received, and what is behind one referral that this place may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from samenspel.helprequests.models import HelpRequest, Involved, Story
from samenspel.people.models import Person, Reading
from samenspel.referrals.models import Handover, Passed, Referral, Word
from samenspel.referrals.rules import FINAL, State

WAITS_FOR_US = (State.SENT.value, State.SEEN.value, State.ANSWERED.value)
BUSY = (State.ASKED.value, State.ACCEPTED.value, State.STARTED.value, State.ENDED.value)
DONE = tuple(sorted(state.value for state in FINAL))
TABS: Mapping[str, tuple[str, ...]] = {"wacht": WAITS_FOR_US, "bezig": BUSY, "klaar": DONE}
"""The states behind each tab; what is planned is not sent yet, so it is nobody's to see at the receiver."""


@dataclass(frozen=True)
class Known:
    """Somebody whom the receiver may know after saying yes, with what they told."""

    person: Person
    is_carer: bool
    told: list[str]


def received(organisation_id: UUID) -> QuerySet[Referral]:
    """Everything that was sent to this organisation."""
    return Referral.objects.filter(receiver=organisation_id, sent_at__isnull=False).select_related(
        "network", "sender", "receiver", "area", "offer"
    )


def tab(organisation_id: UUID, name: str) -> QuerySet[Referral]:
    """One tab of the inbox: what waits longest first; what is done, the newest first."""
    found = received(organisation_id).filter(state__in=TABS[name])
    order = ("-turn_since", "-pk") if name == "klaar" else ("turn_since", "pk")
    return found.prefetch_related("words").order_by(*order)


def counts(organisation_id: UUID) -> dict[str, int]:
    """How many referrals each tab has."""
    sent = Referral.objects.filter(receiver=organisation_id, sent_at__isnull=False)
    states = sent.order_by().values_list("state").annotate(Count("pk"))
    found = dict(states)
    return {name: sum(found.get(state, 0) for state in inside) for name, inside in TABS.items()}


def of_organisation(organisation_id: UUID, pk: UUID) -> Referral | None:
    """One referral that this organisation sent or received."""
    mine = Q(receiver=organisation_id, sent_at__isnull=False) | Q(sender=organisation_id)
    return _whole().filter(mine, pk=pk).first()


def of_front_door(network_id: UUID, pk: UUID) -> Referral | None:
    """One referral that the front door of this network sent."""
    return _whole().filter(sender=None, network=network_id, pk=pk).first()


def _whole() -> QuerySet[Referral]:
    return Referral.objects.select_related("network", "sender", "receiver", "area", "offer")


def path(referral: Referral) -> list[Passed]:
    """Every step so far, the first one first."""
    return list(Passed.objects.filter(referral=referral))


def words(referral: Referral) -> list[Word]:
    """What sender and receiver wrote each other, the first one first."""
    return list(Word.objects.filter(referral=referral))


def handover(referral: Referral) -> Handover | None:
    """The newest agreement on who calls whom."""
    return Handover.objects.filter(referral=referral).order_by("-agreed_at").first()


def whom(referral: Referral) -> list[Known]:
    """Who it is about and who cares for them, as far as the receiver may read them for this request at this moment.

    Not what the reader may see in another role: only what rests on a consent for this receiver, which works on it.
    """
    if not referral.knows_who:
        return []
    here = {"reader_id": referral.receiver_id, "ended_at": None}
    works_on_it = Involved.objects.filter(request=referral.request_id, **here)
    asked = HelpRequest.objects.filter(Exists(works_on_it), pk=referral.request_id).first()
    if asked is None:
        return []
    may_be_read = Exists(Reading.objects.filter(person=OuterRef("pk"), **here))
    people = list(Person.objects.filter(may_be_read, pk__in=[asked.person_id, asked.carer_id]))
    stories = list(Story.objects.filter(request=asked, teller__in=people))
    told = {one.pk: [story.words for story in stories if story.teller_id == one.pk] for one in people}
    people.sort(key=lambda one: one.pk != asked.person_id)
    return [Known(one, one.pk == asked.carer_id, told[one.pk]) for one in people]


def to_decide(organisations: frozenset[UUID]) -> QuerySet[Referral]:
    """What waits for a yes or no of these organisations, longest first."""
    return _for_today(Q(receiver__in=organisations, state__in=WAITS_FOR_US))


def to_follow(organisations: frozenset[UUID]) -> QuerySet[Referral]:
    """What these organisations said yes to and did not report back on yet, longest first."""
    taken = [State.ACCEPTED.value, State.STARTED.value, State.ENDED.value]
    return _for_today(Q(receiver__in=organisations, state__in=taken))


def to_answer(*, organisations: frozenset[UUID], networks: frozenset[UUID]) -> QuerySet[Referral]:
    """Questions of receivers that wait for these senders: organisations, or the front doors of networks."""
    return _for_today(
        Q(sender__in=organisations, state=State.ASKED.value)
        | Q(sender=None, network__in=networks, state=State.ASKED.value)
    )


def _for_today(which: Q) -> QuerySet[Referral]:
    return Referral.objects.filter(which).select_related("network", "sender", "receiver", "area").order_by("turn_since")
