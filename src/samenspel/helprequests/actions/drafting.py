"""Keeping what somebody typed at the front door until it is sent; only their own browser holds the key to it."""

import json
from typing import Any
from uuid import UUID

from django.db import transaction

from samenspel.helprequests.models import Draft
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network


@transaction.atomic
def keep(*, draft_id: UUID, network: Network, typed: dict[str, Any]) -> None:
    """Keep this, instead of what was kept before. No line in the log: nobody but the writer can read it."""
    with acting_for(draft_id):
        kept = {"typed": json.dumps(typed), "kept_at": clock.now()}
        Draft.objects.update_or_create(id=draft_id, network=network, defaults=kept)


@transaction.atomic
def throw_away(*, draft_id: UUID) -> None:
    """Forget it."""
    with acting_for(draft_id):
        Draft.objects.filter(pk=draft_id).delete()
