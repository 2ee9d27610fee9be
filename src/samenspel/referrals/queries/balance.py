"""Who refers to whom in a network and how that is answered: organisations and numbers, nothing about a person."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap
from uuid import UUID

from samenspel.directory.responding import Response
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.networks.rules import Side
from samenspel.referrals import pace
from samenspel.referrals.models import Referral
from samenspel.referrals.pace import LOOKED_BACK, Sent
from samenspel.referrals.rules import State

NOTHING = Response(0, None, 0.0)


@dataclass(frozen=True)
class Pair:
    """Two organisations and what each sent to the other; `there` is from the first to the second."""

    first: Organisation
    second: Organisation
    there: Response
    back: Response

    @property
    def number(self) -> int:
        """How many in all."""
        return self.there.number + self.back.number


@dataclass(frozen=True)
class Balance:
    """The last twelve months: per pair, from the front door, and between formal and informal, both ways."""

    pairs: list[Pair]
    from_door: list[tuple[Organisation, Response]]
    to_informal: Response
    to_formal: Response


def balance(network: Network, *, now: datetime) -> Balance:
    """Everything that the page of cooperation shows, in two questions however many there are."""
    sent = _sent(network.pk, now=now)
    known = Organisation.objects.in_bulk({one for key in sent for one in key if one})
    answered = {key: pace.response(found, now=now) for key, found in sent.items()}
    door = [(known[to], found) for (sender, to), found in answered.items() if sender is None]
    return Balance(
        pairs=_pairs(answered, known),
        from_door=sorted(door, key=lambda one: (-one[1].number, one[0].name)),
        to_informal=_across(sent, known, sender=Side.FORMAL, now=now),
        to_formal=_across(sent, known, sender=Side.INFORMAL, now=now),
    )


def _sent(network_id: UUID, *, now: datetime) -> dict[tuple[UUID | None, UUID], list[Sent]]:
    found: dict[tuple[UUID | None, UUID], list[Sent]] = defaultdict(list)
    with acting_for(network_id):
        rows = Referral.objects.filter(network=network_id, sent_at__gte=now - LOOKED_BACK).order_by()
        for sender, receiver, at, answered, state in rows.values_list(
            "sender_id", "receiver_id", "sent_at", "answered_at", "state"
        ):
            if at:
                found[sender, receiver].append(Sent(at, answered, State(state)))
    return found


def _pairs(answered: dict[tuple[UUID | None, UUID], Response], known: dict[UUID, Organisation]) -> list[Pair]:
    """Each two organisations once, who refer to each other most first; the names decide who stands in front."""
    ways = ((sender, receiver) for sender, receiver in answered if sender)
    both = {tuple(sorted(way, key=lambda one: (known[one].name, one))) for way in ways}
    pairs = starmap(
        lambda first, second: Pair(
            known[first],
            known[second],
            answered.get((first, second), NOTHING),
            answered.get((second, first), NOTHING),
        ),
        both,
    )
    return sorted((one for one in pairs if one.number), key=lambda one: (-one.number, one.first.name, one.second.name))


def _across(
    sent: dict[tuple[UUID | None, UUID], list[Sent]], known: dict[UUID, Organisation], *, sender: Side, now: datetime
) -> Response:
    """Everything that one side sent to the other."""
    crossed = [
        one
        for (origin, receiver), found in sent.items()
        if origin and known[origin].side == sender and known[receiver].side != sender
        for one in found
    ]
    return pace.response(crossed, now=now)
