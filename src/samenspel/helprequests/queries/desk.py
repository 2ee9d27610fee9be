"""What waits at the front door of a network, and who keeps it."""

from uuid import UUID

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES, Permission
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import RequestState
from samenspel.networks.models import Network, RoleGrant


def network_with(network_id: UUID) -> Network | None:
    """The network, or nothing when it is gone."""
    return Network.objects.filter(pk=network_id).first()


def new_requests(network: Network) -> int:
    """How many requests nobody has taken up."""
    return HelpRequest.objects.filter(network=network, state=RequestState.NEW.value).count()


def who_keeps(network: Network) -> list[User]:
    """Everybody who handles requests at this front door and can sign in."""
    roles = [code for code, role in ROLES.items() if Permission.HANDLE_REQUESTS in role.permissions]
    held = RoleGrant.objects.filter(role__in=roles, network=network)
    return list(User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("pk"))


def names_of(ids: set[UUID]) -> dict[UUID, str]:
    """How these colleagues are called."""
    return {pk: name or email for pk, name, email in User.objects.filter(pk__in=ids).values_list("pk", "name", "email")}
