"""A path as its template draws it: each referral with its status and steps, and what came out of it below."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspel.design.parts import Accent, Moment, Status
from samenspel.referrals import receivedwords, sentwords
from samenspel.referrals.queries.path import Node
from samenspel.referrals.rules import Side


@dataclass(frozen=True)
class Part:
    """One referral of a path; `is_here` when it is the one that is looked at."""

    sender: str
    receiver: str
    accent: Accent
    status: Status
    moments: Sequence[Moment]
    is_escalation: bool
    is_here: bool
    parts: list["Part"] = field(default_factory=list)


def drawn(nodes: Sequence[Node], *, here: object = None) -> list[Part]:
    """The whole path, ready for `referrals/parts/path.html`; `here` is the id of the referral that is looked at."""
    return [_part(node, here=here) for node in nodes]


def _part(node: Node, *, here: object) -> Part:
    is_here = node.referral.pk == here
    return Part(
        sender=receivedwords.sender_name(node.referral),
        receiver=node.referral.receiver.name,
        accent=sentwords.accent_of(node.referral.receiver),
        status=sentwords.status(node.referral, reader=Side.CLOCK),
        moments=[] if is_here else sentwords.moments(node),  # the page itself tells the steps of its own referral
        is_escalation=node.referral.is_escalation,
        is_here=is_here,
        parts=drawn(node.onward, here=here),
    )
