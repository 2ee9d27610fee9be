"""A question of a professional without an account: locked away, and let in when the link in the mail is pressed."""

import json
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from samenspel.helprequests.doorlinks import locked_id
from samenspel.helprequests.models import HelpRequest, Unverified
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network


@transaction.atomic
def lock_away(*, once: UUID, network: Network, typed: dict[str, Any]) -> bool:
    """Keep a question where nobody reads it; false when it came in already. No line in the log: it is not ours yet."""
    place = locked_id(once)
    with acting_for(place, network.pk):
        if HelpRequest.objects.filter(pk=uuid5(once, "request")).exists():
            return False
        kept = {"typed": json.dumps(typed), "kept_at": clock.now()}
        _kept, is_new = Unverified.objects.update_or_create(id=place, network=network, defaults=kept)
    return is_new


@transaction.atomic
def unlock(*, once: UUID) -> None:
    """The question went in: the locked copy goes."""
    with acting_for(locked_id(once)):
        Unverified.objects.filter(pk=locked_id(once)).delete()
