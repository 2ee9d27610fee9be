"""The networks and organisations of who is looking, asked once for the page and for the frame around it."""

from dataclasses import dataclass

from django.db.models import Subquery
from django.http import HttpRequest

from samenspel.accounts.rules import Scope
from samenspel.networks import queries as networks
from samenspel.networks.models import Network, Organisation


@dataclass(frozen=True)
class Mine:
    """Where somebody works."""

    networks: list[Network]
    organisations: list[Organisation]


def mine(request: HttpRequest, scope: Scope, **added: Subquery) -> Mine:
    """Where this person works, with what a page asks added; remembered for as long as this request lasts."""
    known = request.__dict__.get("mine")
    if not isinstance(known, Mine):
        known = Mine(networks.my_networks(scope, **added), networks.my_organisations(scope))
        request.__dict__["mine"] = known
    return known
