"""Referrals for tests: from a front door to an organisation that the person agreed to."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from samenspel.helprequests.models import HelpRequest
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.sending import From, To
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Side
from tests.factories import make_network, make_organisation, make_user
from tests.helprequests.making import make_request


@dataclass(frozen=True)
class Loop:
    """A network with a coordinator, a request, and organisations that the person agreed to."""

    network: Network
    request: HelpRequest
    receivers: tuple[Organisation, ...]
    user_id: UUID

    @property
    def sender(self) -> Actor:
        """The coordinator at the front door."""
        return Actor(Side.SENDER, self.user_id)

    @property
    def receiver(self) -> Actor:
        """Somebody at the organisation that was asked."""
        return Actor(Side.RECEIVER, self.user_id)


def make_loop(*, receivers: int = 1, **rest: Any) -> Loop:
    """A request at the front door, with consent for so many organisations."""
    network = make_network()
    organisations = tuple(make_organisation(network=network) for _ in range(receivers))
    request = make_request(network=network, share_with=organisations, **rest)
    return Loop(network, request, organisations, make_user().pk)


def send(loop: Loop, *, to: int = 1, once: UUID | None = None, words: str = "") -> list[Referral]:
    """The coordinator sends the request to the first so many, in this order."""
    ways = [To(receiver) for receiver in loop.receivers[:to]]
    by = From(sender=None, user_id=loop.user_id)
    with acting_for(loop.network.pk):
        return sending.send(request=loop.request, to=ways, by=by, once=once or uuid4(), words=words)
