"""An offer of an organisation: what help there is, for whom, where, when, whether there is room, and if it is true."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.directory.responding import Response
from samenspel.directory.rules import (
    MOST_KINDS,
    MOST_PLACES,
    MOST_WEEKS,
    Capacity,
    ClosedBecause,
    Day,
    DayPart,
    Freshness,
    OfferForm,
    OfferProvider,
    OfferState,
    freshness,
)
from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.networks.models import Organisation

FORM_TEXTS = [
    (OfferForm.ONE_TO_ONE.value, _("Eén op één")),
    (OfferForm.GROUP.value, _("In een groep")),
    (OfferForm.REMOTE.value, _("Via de telefoon of online")),
]
PROVIDER_TEXTS = [
    (OfferProvider.VOLUNTEER.value, _("Vrijwilligers")),
    (OfferProvider.PROFESSIONAL.value, _("Beroepskrachten")),
    (OfferProvider.BOTH.value, _("Vrijwilligers en beroepskrachten")),
]
STATE_TEXTS = [
    (OfferState.DRAFT.value, _("Concept")),
    (OfferState.OPEN.value, _("Open")),
    (OfferState.CLOSED.value, _("Gesloten")),
]


def codes(size: int) -> "ArrayField[list[str], list[str]]":
    """A column with short codes; the type in quotes, because the class itself takes no brackets."""
    return ArrayField(models.CharField(max_length=40), size=size, default=list, blank=True)


class Offer(models.Model):
    """One offer. Kinds are codes of the taxonomy with the main one first, areas official codes of `places`.

    `longitude` and `latitude` (WGS84) say where it happens, when it happens at one place. `conditions` are hard: who
    does not meet them cannot come. `wishes` are soft. `unsaved` holds what the owner typed and did not publish yet,
    `published_mark` the mark of the form that was published last: what is still under way from that form comes too
    late. `own_mark` is the code under which the organisation knows it in its own books.
    """

    response: Response | None = None  # no column: filled where a list is read together with the response record

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    slug = models.SlugField(unique=True, max_length=80)
    state = models.CharField(max_length=6, choices=STATE_TEXTS, default=OfferState.DRAFT.value)
    name = models.CharField(max_length=100, blank=True)
    description = models.TextField(max_length=2000, blank=True)
    kinds = codes(MOST_KINDS)
    target_groups = codes(30)
    form = models.CharField(max_length=10, choices=FORM_TEXTS, default=OfferForm.ONE_TO_ONE.value)
    provider = models.CharField(max_length=12, choices=PROVIDER_TEXTS, default=OfferProvider.VOLUNTEER.value)
    area_codes = codes(200)
    address = models.CharField(max_length=200, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    days = codes(len(Day))
    day_parts = codes(len(DayPart))
    times = models.CharField(max_length=120, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    languages = codes(20)
    conditions = models.TextField(max_length=500, blank=True)
    wishes = models.TextField(max_length=500, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    contact_email = models.EmailField(blank=True)
    how_to_apply = models.TextField(max_length=500, blank=True)
    picture = models.ImageField(upload_to="organisations/", blank=True)
    picture_alt = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=7, default=Capacity.UNKNOWN.value)
    free_places = models.PositiveSmallIntegerField(null=True, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    capacity_changed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=10, blank=True)
    unsaved = models.JSONField(null=True, blank=True)
    unsaved_at = models.DateTimeField(null=True, blank=True)
    published_mark = models.UUIDField(null=True, blank=True)
    own_mark = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["organisation", "state"], name="offer_of_organisation"),
            models.Index(fields=["confirmed_at"], condition=Q(state="open"), name="offer_to_confirm"),
            GinIndex(fields=["area_codes"], condition=Q(state="open"), name="offer_by_area"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=[one.value for one in OfferState]), name="offer_state_known"),
            models.CheckConstraint(condition=Q(form__in=[one.value for one in OfferForm]), name="offer_form_known"),
            models.CheckConstraint(
                condition=Q(provider__in=[one.value for one in OfferProvider]), name="offer_provider_known"
            ),
            models.CheckConstraint(
                condition=Q(state=OfferState.DRAFT.value)
                | (~Q(name="") & ~Q(description="") & Q(kinds__len__gt=0, confirmed_at__isnull=False)),
                name="offer_published_is_complete",
            ),
            models.CheckConstraint(condition=Q(kinds__len__lte=MOST_KINDS), name="offer_has_few_kinds"),
            models.CheckConstraint(
                condition=Q(days__contained_by=[one.value for one in Day])
                & Q(day_parts__contained_by=[one.value for one in DayPart]),
                name="offer_times_known",
            ),
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None)
                | Q(longitude__isnull=False, longitude__range=(-180, 180))
                & Q(latitude__isnull=False, latitude__range=(-90, 90)),
                name="offer_point_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.UNKNOWN.value, free_places=None, waiting_weeks=None)
                | (
                    Q(capacity=Capacity.ROOM.value, waiting_weeks=None)
                    & (Q(free_places=None) | Q(free_places__gte=1, free_places__lte=MOST_PLACES))
                )
                | (
                    Q(capacity=Capacity.WAITING.value, free_places=None)
                    & (Q(waiting_weeks=None) | Q(waiting_weeks__gte=1, waiting_weeks__lte=MOST_WEEKS))
                )
                | Q(capacity=Capacity.FULL.value, free_places=None, waiting_weeks=None),
                name="offer_numbers_go_with_capacity",
            ),
            models.CheckConstraint(
                condition=Q(capacity=Capacity.UNKNOWN.value) | Q(capacity_changed_at__isnull=False),
                name="offer_capacity_has_moment",
            ),
            models.CheckConstraint(condition=Q(picture="") | ~Q(picture_alt=""), name="offer_picture_has_words"),
            models.CheckConstraint(
                condition=Q(
                    state=OfferState.CLOSED.value,
                    closed_at__isnull=False,
                    closed_because__in=[one.value for one in ClosedBecause],
                )
                | (~Q(state=OfferState.CLOSED.value) & Q(closed_at=None, closed_because="")),
                name="offer_closed_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(asked_at=None) | Q(confirmed_at__isnull=False, asked_at__gte=F("confirmed_at")),
                name="offer_asked_after_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(unsaved=None, unsaved_at=None) | Q(unsaved__isnull=False, unsaved_at__isnull=False),
                name="offer_unsaved_has_moment",
            ),
            models.UniqueConstraint(
                fields=["organisation", "own_mark"], condition=~Q(own_mark=""), name="offer_own_mark_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def freshness(self, *, today: date) -> Freshness:
        """How far the confirming is on this day; what was never published has nothing to confirm."""
        if self.confirmed_at is None:
            return Freshness.FRESH
        return freshness(
            confirmed_on=clock.day_of(self.confirmed_at),
            asked_on=clock.day_of(self.asked_at) if self.asked_at else None,
            today=today,
            term=timedelta(days=settings.OFFER_CONFIRM_DAYS),
        )


class SheetImport(models.Model):
    """A sheet with offers that somebody sent in: waits for a yes, and can be taken back after it.

    `rows` holds the cells of the columns we know, as text, `ignored` the headings we do not. After the yes `written`
    says per offer what it was before (nothing when it was added) and by what one sees that nobody touched it since.
    """

    row_lock = RowLock("organisation_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(default=clock.now, editable=False)
    rows = models.JSONField(default=list)
    ignored = models.JSONField(default=list)
    accepted_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    written = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["organisation", "uploaded_at"], name="sheet_of_organisation")]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(accepted_at__isnull=False), name="sheet_undone_after_yes"
            )
        ]


class ResponseRecord(models.Model):
    """How an organisation, or one of its offers, answered the referrals of the last twelve months.

    Counted every night by the context that knows referrals; numbers only, nobody can be recognised in them.
    """

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", db_index=False)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, null=True, blank=True, related_name="+", db_index=False)
    median_days = models.FloatField(null=True, blank=True)
    accepted_share = models.FloatField()
    number = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "offer"], nulls_distinct=False, name="one_response_record_each"
            ),
            models.CheckConstraint(condition=Q(accepted_share__range=(0, 1)), name="response_share_is_a_share"),
            models.CheckConstraint(
                condition=Q(median_days=None) | Q(median_days__gte=0), name="response_takes_no_less_than_nothing"
            ),
        ]

    @property
    def response(self) -> Response:
        """The same as plain values."""
        return Response(self.number, self.median_days, self.accepted_share)
