"""Questions about networks and who acts for whom."""

from samenspel.networks.queries.networks import (
    my_networks,
    my_organisations,
    not_open_yet,
    public_networks,
    serving,
)
from samenspel.networks.queries.scopes import scope_of

__all__ = ["my_networks", "my_organisations", "not_open_yet", "public_networks", "scope_of", "serving"]
