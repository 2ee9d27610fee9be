"""What somebody typed at the front door and did not send yet."""

import json
from typing import Any
from uuid import UUID

from samenspel.helprequests.models import Draft
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network


def typed_so_far(*, draft_id: UUID | None, network: Network) -> dict[str, Any]:
    """The kept values; empty when there is no draft for this network."""
    if draft_id is None:
        return {}
    with acting_for(draft_id):
        found = Draft.objects.filter(pk=draft_id, network=network).first()
        return dict(json.loads(found.typed)) if found else {}
