"""What people looked for and did not find: counted per network, area, kind and month, and nothing more."""

from django.db import models
from django.db.models import Q

from samenspel.lib import ids
from samenspel.networks.models import Network
from samenspel.places.models import Area


class Gap(models.Model):
    """How often a kind of help was looked for in an area during a month and was not there (ADR 0014).

    `kind` is the code of a kind that was confirmed, or of the group that the words surely meant, or empty when neither
    is known. `area` is where the asker lives: a neighbourhood, or what it lies in, or empty. `month` is its first day.
    `nothing` counts searches without any result, `wider` those where only looser limits gave one. There are no words
    here, no person, no address, and no moment: two searches of one month cannot be told apart.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    month = models.DateField()
    nothing = models.PositiveIntegerField(default=0)
    wider = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "area", "kind", "month"], name="finding_gap_counts_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="finding_gap_knows_no_day"),
            models.CheckConstraint(condition=Q(nothing__gt=0) | Q(wider__gt=0), name="finding_gap_counts_something"),
        ]
