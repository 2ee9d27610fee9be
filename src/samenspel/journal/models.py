"""One line per step: what happened, when, where, between whom, about which kind of help. No names, no words."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock


class Event(models.Model):
    """One step in the work. No foreign keys: figures stay true when what they count is tidied up.

    `what` is `thing.past-tense-verb` (`referral.accepted`); `organisation_id` did it or it happened there, and
    `other_id` is the organisation at the other end. `thread_id` ties the steps of one request together, `step_id`
    those of one referral. `detail` is a code such as a reason or an outcome.
    """

    append_only: ClassVar[bool] = True
    row_lock: ClassVar[RowLock] = RowLock("network_id", "organisation_id", "other_id", "thread_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    what = models.CharField(max_length=40)
    network_id = models.UUIDField()
    organisation_id = models.UUIDField(null=True)
    other_id = models.UUIDField(null=True)
    thread_id = models.UUIDField(null=True)
    step_id = models.UUIDField(null=True)
    area_code = models.CharField(max_length=10, blank=True)
    kinds: "ArrayField[list[str], list[str]]" = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    detail = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["network_id", "what", "at"], name="journal_of_network"),
            models.Index(fields=["thread_id", "at"], name="journal_of_thread"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(what__regex=r"^[a-z_]+\.[a-z_]+$"), name="journal_what_is_a_code"
            ),
            models.CheckConstraint(condition=models.Q(detail__regex=r"^[a-z0-9_]*$"), name="journal_detail_is_a_code"),
        ]
