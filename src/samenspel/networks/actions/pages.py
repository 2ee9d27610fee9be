"""Changing what a network tells about itself."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.networks.models import Network


@transaction.atomic
def edit(*, network: Network, values: Mapping[str, Any], by: UUID) -> dict[str, Any]:
    """Give the network these texts; gives the ones it had, for putting them back."""
    before = {name: getattr(network, name) for name in values}
    Network.objects.filter(pk=network.pk).update(**values)
    audit.record("networks.network.edited", action=Action.UPDATE, by=by, about=network, network_id=network.pk)
    return before
