"""Files for who keeps a network."""

from typing import Any

from django.http import StreamingHttpResponse
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.api import exporting
from samenspel.audit import actions as audit
from samenspel.networks.access import for_network
from samenspel.networks.models import Network


@for_network(Permission.VET_PARTNERS)
@require_safe
def network_file(request: PersonRequest, network: Network) -> Any:
    """Everything that the partners offer, as one HSDS file to take to another system."""
    audit.exported(request, event="api.network.exported", form="json")
    return StreamingHttpResponse(
        exporting.one_file(exporting.lists(network)),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{network.slug}-hsds.json"'},
    )
