"""A search that a professional keeps, to hear of new offers. Its words may be about somebody, so they are sealed."""

from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import User
from samenspel.finding.alerts import Rhythm
from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models import Network

RHYTHM_TEXTS = [
    (Rhythm.DAILY.value, _("Elke dag")),
    (Rhythm.WEEKLY.value, _("Elke week")),
]


class SavedSearch(models.Model):
    """One search of one person, whom alone it shows to.

    `query` is what stands behind the question mark of its address. `told` holds the offers that were there before,
    `fresh` those that the last mail counted. While `paused_at` is filled no mail comes; `removed_at` waits for an undo.
    """

    row_lock: ClassVar[RowLock] = RowLock("owner_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    network = models.ForeignKey(Network, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    title = EncryptedTextField(_("Naam"))
    query = EncryptedTextField(_("Zoekvraag"))
    rhythm = models.CharField(max_length=6, choices=RHYTHM_TEXTS, default=Rhythm.WEEKLY.value)
    told: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list, blank=True)
    fresh: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list, blank=True)
    fresh_at = models.DateTimeField(null=True, blank=True)
    saved_at = models.DateTimeField(default=clock.now)
    renewed_at = models.DateTimeField(default=clock.now)
    checked_at = models.DateTimeField(default=clock.now)
    paused_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["saved_at", "id"]
        indexes = [models.Index(fields=["owner", "saved_at"], name="saved_search_of_owner")]
        constraints = [
            models.CheckConstraint(
                condition=Q(rhythm__in=[one.value for one in Rhythm]), name="saved_search_rhythm_known"
            ),
            models.CheckConstraint(
                condition=Q(fresh=[]) | Q(fresh_at__isnull=False), name="saved_search_fresh_has_moment"
            ),
        ]
