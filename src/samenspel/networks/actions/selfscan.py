"""Keeping a filled-in self-scan; earlier ones stay, so that the change shows."""

from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.networks import scanning
from samenspel.networks.models import Network, SelfScan


@transaction.atomic
def fill_in(*, network: Network, scores: scanning.Scores, by: UUID) -> SelfScan:
    """Keep the answers of today.

    Raises:
        scanning.WrongScores: not one answer to each statement.
    """
    scanning.check_scores(scores)
    scan = SelfScan.objects.create(network=network, scores=dict(scores), filled_in_by=by)
    audit.record("networks.selfscan.filled_in", action=Action.CREATE, by=by, about=scan, network_id=network.pk)
    return scan
