"""All referrals of one request as one path: who asked whom, what they said, and how it came back. Never names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from samenspel.lib.scope import acting_for
from samenspel.referrals.models import Passed, Referral


@dataclass(frozen=True)
class Node:
    """One referral with its steps, and those that came out of it, oldest first."""

    referral: Referral
    steps: list[Passed]
    onward: list["Node"] = field(default_factory=list)


def of_request(request_id: UUID, *, network_id: UUID) -> list[Node]:
    """Everything that was sent for a request; for who handles it at the front door, and for the person."""
    return _tree(_all(request_id, network_id=network_id), network_id=network_id)


def around(referral: Referral) -> list[Node]:
    """What led to this referral and what came out of it; others that were asked beside it stay out of sight."""
    everything = _all(referral.request_id, network_id=referral.network_id)
    parents = {one.pk: one.parent_id for one in everything}
    before = set(_line(referral.pk, parents))
    seen = [one for one in everything if one.pk in before or referral.pk in _line(one.pk, parents)]
    return _tree(seen, network_id=referral.network_id)


def _line(pk: UUID, parents: dict[UUID, UUID | None]) -> list[UUID]:
    """A referral and everything it came from, the nearest first."""
    line: list[UUID] = []
    here: UUID | None = pk
    while here and here not in line:
        line.append(here)
        here = parents.get(here)
    return line


def _all(request_id: UUID, *, network_id: UUID) -> list[Referral]:
    with acting_for(network_id):
        found = Referral.objects.filter(request=request_id, network=network_id)
        return list(found.select_related("sender", "receiver", "network").order_by("made_at", "rank", "pk"))


def _tree(referrals: Sequence[Referral], *, network_id: UUID) -> list[Node]:
    with acting_for(network_id):
        passed = list(Passed.objects.filter(referral__in=[one.pk for one in referrals]))
    steps: dict[UUID, list[Passed]] = defaultdict(list)
    for step in passed:
        steps[step.referral_id].append(step)
    nodes = {one.pk: Node(one, steps[one.pk]) for one in referrals}
    for one in referrals:
        if one.parent_id in nodes:
            nodes[one.parent_id].onward.append(nodes[one.pk])
    return [nodes[one.pk] for one in referrals if one.parent_id not in nodes]
