"""What an import of a foreign feed keeps: how far the reading is, what was read, and where imported rows came from."""

from django.db import models
from django.db.models import Q

from samenspel.directory.models import Offer
from samenspel.lib import clock, ids
from samenspel.networks.models import Network, Organisation


class HsdsImport(models.Model):
    """One import of one source into one network; unfinished as long as not everything was read and applied.

    `step` and `next_page` say where the reading goes on. `marks` are fingerprints of the pages of this step, so that a
    feed that repeats itself is seen. `remarks` are sentences about the feed as a whole, `counts` how it ended.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=500)
    step = models.CharField(max_length=20, blank=True)
    next_page = models.PositiveIntegerField(default=1)
    claimed = models.PositiveIntegerField(null=True, blank=True)
    marks = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField(default=clock.now)
    touched_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "source"], condition=Q(finished_at=None), name="one_unfinished_import_per_source"
            )
        ]


class HsdsImportItem(models.Model):
    """One thing of a feed as it was read, waiting to be checked and applied; gone as soon as the import is finished.

    `listed` is how the list of the feed tells it, `detail` its own page when that was read. Only fields that an offer
    or an organisation shows are kept.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    run = models.ForeignKey(HsdsImport, on_delete=models.CASCADE, related_name="items")
    entity = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    foreign_id = models.CharField(max_length=200, blank=True)
    listed = models.JSONField()
    detail = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["run", "entity", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "entity", "number"], name="import_item_has_one_place"),
        ]


class HsdsOrigin(models.Model):
    """Where an imported offer or organisation came from, under which id its source knows it.

    `written` is a fingerprint of what the import wrote. A row that no longer has it was changed here, by people.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    source = models.CharField(max_length=500)
    foreign_id = models.CharField(max_length=220)
    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    written = models.CharField(max_length=64)
    seen_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["source", "foreign_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "foreign_id"], condition=Q(organisation=None), name="offer_has_one_origin"
            ),
            models.UniqueConstraint(
                fields=["source", "foreign_id"], condition=Q(offer=None), name="organisation_has_one_origin"
            ),
            models.CheckConstraint(
                condition=Q(offer=None, organisation__isnull=False) | Q(offer__isnull=False, organisation=None),
                name="origin_is_of_one_thing",
            ),
        ]
