"""What the nightly job removed: how many rows by which rule, never what was in them."""

from typing import ClassVar

from django.db import models

from samenspel.lib import clock, ids


class RetentionRun(models.Model):
    """One rule that had something to do in one night; `rule` 'night' with the total closes each night."""

    append_only: ClassVar[bool] = True
    NIGHT: ClassVar[str] = "night"

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    table = models.CharField(max_length=80, blank=True)
    rule = models.CharField(max_length=120)
    count = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at", "-id"], name="retention_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rule="night", table="") | (~models.Q(rule="night") & ~models.Q(table="")),
                name="retention_names_its_table",
            )
        ]
