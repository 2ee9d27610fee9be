"""Questions about networks and who acts for whom."""

from samenspel.networks.queries.networks import my_networks, my_organisations, public_networks, serving
from samenspel.networks.queries.scopes import scope_of

__all__ = ["my_networks", "my_organisations", "public_networks", "scope_of", "serving"]
