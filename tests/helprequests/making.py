"""Requests for tests, each asked at the front door."""

from typing import Any
from uuid import uuid4

from samenspel.helprequests.actions.asking import Asked, Side, ask
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Door
from samenspel.networks.models import Network
from samenspel.people.actions.consent import Given
from samenspel.people.actions.persons import Details
from samenspel.people.rules import AgeBand, ConsentChannel

ONLINE = Given(channel=ConsentChannel.ONLINE)


def a_side(name: str = "Truus de Wit", *, words: str = "", agreed: bool = True, **details: Any) -> Side:
    """Somebody at the front door."""
    known = Details(**({"name": name, "band": AgeBand.OLDER, "phone": "0612345678"} | details))
    return Side(details=known, agreed=ONLINE if agreed else None, words=words)


def asked(*, network: Network, **rest: Any) -> Asked:
    """What a resident asks for herself, unless told otherwise."""
    usual: dict[str, Any] = {
        "once": uuid4(),
        "door": Door.RESIDENT,
        "person": a_side(words="Ik ben veel alleen."),
        "kinds": ("buddy",),
    }
    return Asked(network=network, **(usual | rest))


def make_request(*, network: Network, **rest: Any) -> HelpRequest:
    """A request that came in."""
    request = ask(asked(network=network, **rest))
    assert request
    return request
