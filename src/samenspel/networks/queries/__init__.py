"""Questions about networks and who acts for whom."""

from samenspel.networks.queries.networks import public_networks
from samenspel.networks.queries.scopes import scope_of

__all__ = ["public_networks", "scope_of"]
