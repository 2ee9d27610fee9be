"""Where cooperation stands, as the partners see it themselves (P1.2)."""

from django.db import models

from samenspel.lib import clock, ids
from samenspel.networks.models.network import Network


class SelfScan(models.Model):
    """One filled-in self-scan of a network: a score of 1 to 5 per statement."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="self_scans")
    scores = models.JSONField()
    filled_in_at = models.DateTimeField(default=clock.now)
    filled_in_by = models.UUIDField()

    class Meta:
        ordering = ["-filled_in_at", "id"]
