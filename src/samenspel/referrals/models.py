"""A referral: what one organisation asks of another for somebody, and every step of it.

A referral carries what the receiver may know before saying yes (L7): kinds, area, age band, urgency, wishes. Who it is
about stands in `people`, behind its own lock, which opens on acceptance and closes when consent ends.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.directory.models import Offer
from samenspel.helprequests.models import FORM_TEXTS, URGENCY_TEXTS, WISH_TEXTS, HelpRequest, codes
from samenspel.helprequests.rules import MOST_KINDS
from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models import Network, Organisation
from samenspel.people.models import AGE_TEXTS
from samenspel.places.models import Area
from samenspel.referrals.rules import OPEN, TAKEN, Because, Calls, Ending, State, Step

STATE_TEXTS = [
    (State.PLANNED.value, _("Staat klaar")),
    (State.SENT.value, _("Verstuurd")),
    (State.SEEN.value, _("Gezien")),
    (State.ASKED.value, _("Er is een vraag")),
    (State.ANSWERED.value, _("Vraag beantwoord")),
    (State.ACCEPTED.value, _("Aangenomen")),
    (State.STARTED.value, _("Hulp is begonnen")),
    (State.ENDED.value, _("Hulp is gestopt")),
    (State.REPORTED.value, _("Klaar en teruggemeld")),
    (State.DECLINED.value, _("Niet aangenomen")),
    (State.PASSED_ON.value, _("Doorgegeven aan een ander")),
    (State.WITHDRAWN.value, _("Ingetrokken")),
    (State.EXPIRED.value, _("Verlopen")),
]
BECAUSE_TEXTS = [
    (Because.NO_ROOM.value, _("Wij hebben nu geen plek")),
    (Because.NOT_OUR_AREA.value, _("Wij werken niet in deze buurt")),
    (Because.NOT_OUR_KIND.value, _("Deze hulp geven wij niet")),
    (Because.BEYOND_LIMITS.value, _("Dit is te zwaar voor vrijwilligers")),
    (Because.NO_VOLUNTEER.value, _("Wij vonden geen vrijwilliger die past")),
    (Because.CONDITIONS.value, _("De persoon past niet bij onze voorwaarden")),
    (Because.OTHER_PROVIDER.value, _("Een andere reden bij ons")),
    (Because.PERSON_REFUSES.value, _("De persoon wil dit niet")),
    (Because.NOT_REACHED.value, _("Wij kregen de persoon niet te pakken")),
    (Because.ALREADY_HELPED.value, _("De persoon heeft al hulp")),
    (Because.MOVED_OR_DIED.value, _("Verhuisd, opgenomen of overleden")),
    (Because.OTHER_PERSON.value, _("Een andere reden bij de persoon")),
]
ENDING_TEXTS = [
    (Ending.HELPED.value, _("De hulp heeft geholpen")),
    (Ending.PARTLY.value, _("De hulp heeft voor een deel geholpen")),
    (Ending.NOT_BEGUN.value, _("Het is niet begonnen")),
    (Ending.STOPPED.value, _("De persoon wilde stoppen")),
    (Ending.ONWARD.value, _("Er is nu andere hulp")),
]

CALLS_TEXTS = [
    (Calls.RECEIVER.value, _("Wie helpt, belt de persoon")),
    (Calls.SENDER.value, _("Wie verwees, belt de persoon en vertelt wie er komt")),
    (Calls.EACH_OTHER.value, _("Wij bellen eerst met elkaar")),
    (Calls.TOGETHER.value, _("Wij praten samen met de persoon")),
]


def values(words: type[State] | type[Because] | type[Ending] | type[Step] | type[Calls]) -> list[str]:
    """The codes of an enumeration, for a constraint."""
    return [one.value for one in words]


class Referral(models.Model):
    """One referral. `sender` is empty when the network's front door sent it; `parent` is what it was passed on from.

    `rank` orders planned ones: the next goes out when the one before is declined. `turn_since` is since when it waits
    for whose turn it is; `reminded_at` belongs to that turn.
    """

    row_lock: ClassVar[RowLock] = RowLock("sender_id", "receiver_id", "network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="+", db_index=False)
    person_id = models.UUIDField()
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+", db_index=False)
    sender = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    offer = models.ForeignKey(Offer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="passed_on")
    rank = models.PositiveSmallIntegerField(default=0)
    kinds = codes(MOST_KINDS)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    age_band = models.CharField(max_length=6, choices=AGE_TEXTS, blank=True)
    urgency = models.CharField(max_length=8, choices=URGENCY_TEXTS)
    wish_days = codes(7)
    wish_languages = codes(5)
    wish_form = models.CharField(max_length=10, choices=FORM_TEXTS, blank=True)
    wish_helper = models.CharField(max_length=5, choices=WISH_TEXTS, blank=True)
    is_escalation = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=STATE_TEXTS, default=State.SENT.value)
    turn_since = models.DateTimeField(default=clock.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=14, choices=BECAUSE_TEXTS, blank=True)
    ending = models.CharField(max_length=9, choices=ENDING_TEXTS, blank=True)

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [
            models.Index(fields=["request", "made_at"], name="referrals_of_request"),
            models.Index(fields=["receiver", "state", "turn_since"], name="referral_inbox"),
            models.Index(fields=["sender", "state", "turn_since"], name="referral_outbox"),
            models.Index(fields=["network", "state", "turn_since"], name="referral_of_network"),
            models.Index(
                fields=["sent_at"],
                condition=Q(state__in=["sent", "seen", "asked", "answered"]),
                name="referral_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=values(State)), name="referral_state_is_known"),
            models.CheckConstraint(
                condition=Q(because="") | Q(because__in=values(Because)), name="referral_reason_is_known"
            ),
            models.CheckConstraint(
                condition=Q(ending="") | Q(ending__in=values(Ending)), name="referral_ending_is_known"
            ),
            models.CheckConstraint(
                condition=Q(sender=None) | ~Q(sender=F("receiver")), name="referral_goes_to_another"
            ),
            models.CheckConstraint(
                condition=(Q(state="declined") & ~Q(because="")) | (~Q(state="declined") & Q(because="")),
                name="referral_declined_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["ended", "reported"], ended_at__isnull=False) & ~Q(ending="")
                | (~Q(state__in=["ended", "reported"]) & Q(ending="", ended_at=None)),
                name="referral_ended_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", sent_at=None)
                | Q(state="withdrawn")
                | (~Q(state="planned") & Q(sent_at__isnull=False)),
                name="referral_sent_has_moment",
            ),
            models.UniqueConstraint(
                fields=["request", "receiver"],
                condition=Q(state__in=sorted(one.value for one in OPEN)),
                name="one_open_referral_per_receiver",
            ),
        ]

    @property
    def knows_who(self) -> bool:
        """Whether the receiver said yes, and so may know who it is about."""
        return State(self.state) in TAKEN


class Passed(models.Model):
    """One step of one referral: the path that both sides, the network and the person can read back."""

    append_only: ClassVar[bool] = True
    row_lock: ClassVar[RowLock] = RowLock("sender_id", "receiver_id", "network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="steps")
    sender_id = models.UUIDField(null=True)
    receiver_id = models.UUIDField()
    network_id = models.UUIDField()
    person_id = models.UUIDField()
    step = models.CharField(max_length=8)
    state = models.CharField(max_length=9, choices=STATE_TEXTS)
    by = models.UUIDField(null=True)
    by_link = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=values(Step)), name="passed_step_is_known"),
            models.CheckConstraint(condition=Q(state__in=values(State)), name="passed_state_is_known"),
        ]


class Word(models.Model):
    """A question, an answer, or a word with a decision, between sender and receiver; nothing that names the person."""

    row_lock: ClassVar[RowLock] = RowLock("sender_id", "receiver_id", "network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="words")
    sender_id = models.UUIDField(null=True)
    receiver_id = models.UUIDField()
    network_id = models.UUIDField()
    person_id = models.UUIDField()
    step = models.CharField(max_length=8)
    text = EncryptedTextField()
    by = models.UUIDField(null=True)
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["written_at", "id"]


class Handover(models.Model):
    """A warm hand-over after yes: who calls whom, on which day, and whether that was done; both sides see it."""

    row_lock: ClassVar[RowLock] = RowLock("sender_id", "receiver_id", "network_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="handovers")
    sender_id = models.UUIDField(null=True)
    receiver_id = models.UUIDField()
    network_id = models.UUIDField()
    person_id = models.UUIDField()
    who = models.CharField(max_length=10, choices=CALLS_TEXTS)
    planned_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    by = models.UUIDField(null=True)
    agreed_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["agreed_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(who__in=values(Calls)), name="handover_caller_is_known"),
            models.UniqueConstraint(fields=["referral"], condition=Q(done_at=None), name="one_handover_at_a_time"),
        ]


class AnswerDoor(models.Model):
    """A door for who answers without an account: a code to the known address, and behind it a short while.

    The code itself is kept nowhere; `code_mark` is a keyed hash of it that is good for this door only.
    """

    row_lock: ClassVar[RowLock] = RowLock("receiver_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+")
    receiver_id = models.UUIDField()
    code_mark = models.CharField(max_length=64)
    asked_at = models.DateTimeField(default=clock.now)
    tries = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
