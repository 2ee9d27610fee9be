"""A request for help, what was told about it, notes, and who is involved in it now.

What can be said without knowing who it is (kinds, area, age band, urgency, wishes) stands in `HelpRequest`. What was
told in one's own words stands in `Story`, apart per person who told it: a carer's words are not shown to the person
cared for, nor the other way round (L8).
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.helprequests.rules import (
    MOST_KINDS,
    Channel,
    Complexity,
    Door,
    HelperWish,
    Light,
    Outcome,
    RequestState,
    Urgency,
)
from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models import Network, Organisation
from samenspel.people.models import AGE_TEXTS, Consent, Person, read_by_scope
from samenspel.places.models import Area

URGENCY_TEXTS = [
    (Urgency.TODAY.value, _("Vandaag of morgen")),
    (Urgency.WEEK.value, _("Deze week")),
    (Urgency.CAN_WAIT.value, _("Het kan even wachten")),
]
STATE_TEXTS = [
    (RequestState.NEW.value, _("Nieuw")),
    (RequestState.TAKEN.value, _("Opgepakt")),
    (RequestState.PARKED.value, _("Geparkeerd")),
    (RequestState.REFERRED.value, _("Doorgegeven")),
    (RequestState.HELPED.value, _("Er is hulp")),
    (RequestState.CLOSED.value, _("Afgesloten")),
]
OUTCOME_TEXTS = [
    (Outcome.HELPED.value, _("Geholpen")),
    (Outcome.PARTLY.value, _("Voor een deel geholpen")),
    (Outcome.NOBODY.value, _("Niemand kan dit doen")),
    (Outcome.ELSEWHERE.value, _("Hulp buiten het netwerk")),
    (Outcome.WITHDRAWN.value, _("Vraag ingetrokken")),
    (Outcome.NOT_REACHED.value, _("Niet bereikt")),
    (Outcome.DOUBLE.value, _("Stond er al")),
]
WISH_TEXTS = [
    (HelperWish.ANY.value, _("Maakt niet uit")),
    (HelperWish.MAN.value, _("Liever een man")),
    (HelperWish.WOMAN.value, _("Liever een vrouw")),
]
FORM_TEXTS = [
    ("", _("Maakt niet uit")),
    ("one_to_one", _("Eén op één")),
    ("group", _("In een groep")),
    ("remote", _("Via de telefoon of online")),
]


def codes(size: int) -> "ArrayField[list[str], list[str]]":
    """A column with short codes."""
    return ArrayField(models.CharField(max_length=40), size=size, default=list, blank=True)


def involved_in_scope(request: str) -> str:
    """The SQL condition that somebody in scope is involved in the request in this column now; for row locks."""
    readers = "i.reader_id = ANY ((SELECT samenspel_scope())::uuid[])"
    return f"EXISTS (SELECT 1 FROM helprequests_involved i WHERE i.request_id = {request} AND i.ended_at IS NULL AND {readers})"  # noqa: E501, S608 -- our own column


def may_hear(person: str, request: str) -> str:
    """The SQL condition that somebody in scope works on the request now and may read the person; for row locks."""
    return f"({read_by_scope(person)} AND {involved_in_scope(request)})"


class HelpRequest(models.Model):
    """A request, without anything that says who it is about.

    `person` is for whom help is asked, `carer` who asks for them or is helped along. `asked_by` is the organisation of
    a professional who asked. `limits` keeps the answers to the stop questions with their outcome and version (L27).
    """

    row_lock: ClassVar[RowLock] = RowLock(
        "network_id", "person_id", "carer_id", also=involved_in_scope("helprequests_helprequest.id")
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    carer = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door = models.CharField(max_length=12)
    channel = models.CharField(max_length=8, default=Channel.ONLINE.value)
    kinds = codes(MOST_KINDS)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    age_band = models.CharField(max_length=6, choices=AGE_TEXTS, blank=True)
    urgency = models.CharField(max_length=8, choices=URGENCY_TEXTS, default=Urgency.CAN_WAIT.value)
    complexity = codes(len(Complexity))
    wish_days = codes(7)
    wish_languages = codes(5)
    wish_form = models.CharField(max_length=10, choices=FORM_TEXTS, blank=True)
    wish_helper = models.CharField(max_length=5, choices=WISH_TEXTS, blank=True)
    light = models.CharField(max_length=6, blank=True)
    limits = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=8, choices=STATE_TEXTS, default=RequestState.NEW.value)
    state_since = models.DateTimeField(default=clock.now)
    taken_by = models.UUIDField(null=True, blank=True)
    parked_until = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=11, choices=OUTCOME_TEXTS, blank=True)
    asked_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        indexes = [
            models.Index(fields=["network", "state", "asked_at"], name="request_of_network"),
            models.Index(fields=["network", "asked_at"], condition=~Q(state="closed"), name="request_waiting"),
            models.Index(fields=["asked_by", "asked_at"], name="request_asked_by"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(door__in=[one.value for one in Door]), name="request_door_is_known"),
            models.CheckConstraint(
                condition=Q(channel__in=[one.value for one in Channel]), name="request_channel_is_known"
            ),
            models.CheckConstraint(
                condition=Q(urgency__in=[one.value for one in Urgency]), name="request_urgency_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in RequestState]), name="request_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(light="") | Q(light__in=[one.value for one in Light]), name="request_light_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False, outcome__in=[one.value for one in Outcome])
                | (~Q(state="closed") & Q(closed_at=None, outcome="")),
                name="request_closed_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state="parked", parked_until__isnull=False) | (~Q(state="parked") & Q(parked_until=None)),
                name="request_parked_has_date",
            ),
        ]


class Involved(models.Model):
    """A network or organisation that works on a request now: the front door, and who accepted a referral."""

    row_lock: ClassVar[RowLock] = RowLock("reader_id", "network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="involved", db_index=False)
    network_id = models.UUIDField()
    person_id = models.UUIDField()
    reader_id = models.UUIDField()
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["request", "reader_id"], name="involved_in_request")]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "reader_id"], condition=Q(ended_at=None), name="involved_once_at_a_time"
            )
        ]


class Story(models.Model):
    """What one person told, in their own words; read by themselves and by who is involved and may read them."""

    row_lock: ClassVar[RowLock] = RowLock(
        "teller_id",
        also=may_hear("helprequests_story.teller_id", "helprequests_story.request_id"),
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="stories")
    teller = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    words = EncryptedTextField()
    told_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["told_at", "id"]


class Note(models.Model):
    """What a coordinator wrote down while clarifying; about one person, who can read it back (AVG 15)."""

    row_lock: ClassVar[RowLock] = RowLock(
        "about_id",
        also=may_hear("helprequests_note.about_id", "helprequests_note.request_id"),
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="notes")
    about = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = EncryptedTextField()
    by = models.UUIDField()
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["written_at", "id"]


class Draft(models.Model):
    """What somebody typed at the front door and did not send yet; only their own browser has the key to it."""

    row_lock: ClassVar[RowLock] = RowLock("id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")
    typed = EncryptedTextField()
    kept_at = models.DateTimeField(default=clock.now)


class Unverified(models.Model):
    """A question of a professional without an account: nobody reads it until the link in their mail is pressed."""

    row_lock: ClassVar[RowLock] = RowLock("id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="+")
    typed = EncryptedTextField()
    kept_at = models.DateTimeField(default=clock.now)


class Referrer(models.Model):
    """A professional of an organisation we do not know, who asked for somebody; only the front door knows the address.

    `consent` is what the person agreed to: that the network tells this professional what came of it. Withdrawn or gone,
    nothing is told any more.
    """

    row_lock: ClassVar[RowLock] = RowLock("network_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    request = models.OneToOneField(HelpRequest, on_delete=models.CASCADE, related_name="referrer")
    network_id = models.UUIDField()
    organisation_name = models.CharField(max_length=120)
    email = EncryptedTextField()
    language = models.CharField(max_length=3, default="nl")
    consent = models.ForeignKey(Consent, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
