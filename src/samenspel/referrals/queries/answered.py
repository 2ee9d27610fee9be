"""What went out in the last twelve months and how it was answered, without anything about a person."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from samenspel.lib.scope import acting_for
from samenspel.referrals.models import Referral
from samenspel.referrals.pace import LOOKED_BACK, Sent
from samenspel.referrals.rules import State

Key = tuple[UUID, UUID | None]


def of_receivers(network_id: UUID, *, now: datetime) -> dict[Key, list[Sent]]:
    """Per organisation (with None) and per offer of it what was sent to it in this network."""
    found: dict[Key, list[Sent]] = defaultdict(list)
    with acting_for(network_id):
        sent = Referral.objects.filter(network=network_id, sent_at__gte=now - LOOKED_BACK).order_by()
        for receiver, offer, at, answered, state in sent.values_list(
            "receiver_id", "offer_id", "sent_at", "answered_at", "state"
        ):
            if at is None:
                continue
            one = Sent(at, answered, State(state))
            found[receiver, None].append(one)
            if offer:
                found[receiver, offer].append(one)
    return found
