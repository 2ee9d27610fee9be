"""One line of the log. The table can only be added to; the database chains the lines by hash."""

from typing import ClassVar

from django.db import models

from samenspel.audit.rules import Action, Outcome
from samenspel.lib import clock, ids


class Entry(models.Model):
    """One event. No foreign keys, so nothing blocks deletion elsewhere, and no content, only identifiers (L24)."""

    append_only: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    event = models.CharField(max_length=80)
    action = models.CharField(max_length=1, choices=[(action.value, action.name) for action in Action])
    outcome = models.CharField(max_length=1, choices=[(outcome.value, outcome.name) for outcome in Outcome])
    user_id = models.UUIDField(null=True)
    roles = models.CharField(max_length=200, blank=True)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    network_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["at", "id"]
