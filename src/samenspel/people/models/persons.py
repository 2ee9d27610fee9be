"""Persons, the bonds between them, what they agreed to, and who may read about them at this moment.

Who may read a person is a row (`Reading`), made from a consent and ended with it. The second lock of every table about
a person looks at those rows, so a withdrawn consent stops all reading within the same transaction.
"""

from datetime import date
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models import Network, Organisation
from samenspel.people.rules import AgeBand, ConsentChannel, Giver, Keys, Purpose, Relation, ToldBy
from samenspel.places.models import Area

AGE_TEXTS = [
    (AgeBand.CHILD.value, _("Jonger dan 12 jaar")),
    (AgeBand.YOUTH.value, _("12 tot en met 15 jaar")),
    (AgeBand.YOUNG.value, _("16 tot en met 24 jaar")),
    (AgeBand.ADULT.value, _("25 tot en met 64 jaar")),
    (AgeBand.OLDER.value, _("65 tot en met 79 jaar")),
    (AgeBand.OLDEST.value, _("80 jaar of ouder")),
]
RELATION_TEXTS = [
    (Relation.PARTNER.value, _("Partner")),
    (Relation.CHILD.value, _("Zoon of dochter")),
    (Relation.PARENT.value, _("Vader of moeder")),
    (Relation.FAMILY.value, _("Andere familie")),
    (Relation.FRIEND.value, _("Vriend of vriendin")),
    (Relation.NEIGHBOUR.value, _("Buurman of buurvrouw")),
]
TOLD_TEXTS = [
    (ToldBy.EMAIL.value, _("Per e-mail")),
    (ToldBy.PHONE.value, _("Telefonisch")),
    (ToldBy.SMS.value, _("Met een sms")),
    (ToldBy.LETTER.value, _("Met een brief")),
]
GIVER_TEXTS = [
    (Giver.SELF.value, _("De persoon zelf")),
    (Giver.PARENT.value, _("Een ouder of voogd")),
    (Giver.SELF_AND_PARENT.value, _("De persoon zelf en een ouder of voogd")),
    (Giver.REPRESENTATIVE.value, _("De wettelijk vertegenwoordiger")),
]
CHANNEL_TEXTS = [
    (ConsentChannel.ONLINE.value, _("Online")),
    (ConsentChannel.ORAL.value, _("Mondeling")),
    (ConsentChannel.WRITTEN.value, _("Op papier")),
]


def read_by_scope(person: str) -> str:
    """The SQL condition that somebody in scope may read the person in this column now; for row locks."""
    readers = "r.reader_id = ANY ((SELECT samenspel_scope())::uuid[])"
    return f"EXISTS (SELECT 1 FROM people_reading r WHERE r.person_id = {person} AND r.ended_at IS NULL AND {readers})"  # noqa: S608 -- our own column


class Person(models.Model):
    """Somebody who asks for help, for whom help is asked, or who cares for somebody.

    `network` is the network whose front door wrote this down first. The keys are hashes by which the same person is
    found again. `closed_at` is the moment since which nothing is asked or done for this person; retention counts from
    it. `merged_into` points at the record that somebody chose to go on with; empty it and both stand apart again.
    """

    row_lock: ClassVar[RowLock] = RowLock("id", also=read_by_scope("people_person.id"))

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(blank=True)
    born_on = EncryptedTextField(blank=True)
    phone = EncryptedTextField(blank=True)
    email = EncryptedTextField(blank=True)
    address = EncryptedTextField(blank=True)
    name_key = models.CharField(max_length=32, blank=True)
    born_key = models.CharField(max_length=32, blank=True)
    phone_key = models.CharField(max_length=32, blank=True)
    email_key = models.CharField(max_length=32, blank=True)
    age_band = models.CharField(max_length=6, choices=AGE_TEXTS, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=3, default="nl")
    told_by = models.CharField(max_length=6, choices=TOLD_TEXTS, default=ToldBy.PHONE.value)
    is_represented = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    delete_asked_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["phone_key"], condition=~Q(phone_key=""), name="person_by_phone"),
            models.Index(fields=["email_key"], condition=~Q(email_key=""), name="person_by_email"),
            models.Index(fields=["born_key", "name_key"], condition=~Q(born_key=""), name="person_by_birth"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__in=[one.value for one in AgeBand]), name="person_age_is_known"
            ),
            models.CheckConstraint(
                condition=Q(told_by__in=[one.value for one in ToldBy]), name="person_told_by_is_known"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")), name="person_not_merged_into_itself"
            ),
        ]

    @property
    def born_on_date(self) -> date | None:
        """The date of birth as a date; it is sealed as text."""
        return date.fromisoformat(self.born_on) if self.born_on else None

    @property
    def keys(self) -> Keys:
        """What this record is compared by."""
        return Keys(name=self.name_key, born=self.born_key, phone=self.phone_key, email=self.email_key)


class Bond(models.Model):
    """A carer and the person cared for: two persons, each with their own record and consent (L8).

    `represents` says that the carer decides for the other by law (curator, mentor).
    """

    row_lock: ClassVar[RowLock] = RowLock(
        "carer_id",
        "cared_for_id",
        also=f"{read_by_scope('people_bond.carer_id')} OR {read_by_scope('people_bond.cared_for_id')}",
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    carer = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="cares_for")
    cared_for = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="carers")
    relation = models.CharField(max_length=10, choices=RELATION_TEXTS)
    represents = models.BooleanField(default=False)
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=[one.value for one in Relation]), name="bond_relation_is_known"
            ),
            models.CheckConstraint(condition=~Q(carer=F("cared_for")), name="bond_is_between_two"),
            models.UniqueConstraint(
                fields=["carer", "cared_for"], condition=Q(ended_at=None), name="one_bond_between_two"
            ),
        ]


class Consent(models.Model):
    """One thing that one person agreed to, for one receiver (L5): a network's front door or an organisation.

    `text_version` names the words that were agreed to (`people.words`). `asked_by` is the member who asked, empty when
    the person did it alone; `asked_by_carer` is the carer on whose word it rests that the other agreed.
    """

    row_lock: ClassVar[RowLock] = RowLock(
        "person_id", "network_id", "organisation_id", also=read_by_scope("people_consent.person_id")
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    network = models.ForeignKey(Network, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    purpose = models.CharField(max_length=12)
    text_version = models.CharField(max_length=12)
    given_by = models.CharField(max_length=16, choices=GIVER_TEXTS, default=Giver.SELF.value)
    channel = models.CharField(max_length=8, choices=CHANNEL_TEXTS)
    asked_by = models.UUIDField(null=True, blank=True)
    asked_by_carer = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(network=None, organisation__isnull=False) | Q(network__isnull=False, organisation=None),
                name="consent_has_one_receiver",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=[one.value for one in Purpose]), name="consent_purpose_is_known"
            ),
            models.CheckConstraint(
                condition=Q(given_by__in=[one.value for one in Giver]), name="consent_giver_is_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[one.value for one in ConsentChannel]), name="consent_channel_is_known"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_withdrawn_after_given",
            ),
            models.UniqueConstraint(
                fields=["person", "purpose", "network"],
                condition=Q(withdrawn_at=None, network__isnull=False),
                name="one_consent_per_network",
            ),
            models.UniqueConstraint(
                fields=["person", "purpose", "organisation"],
                condition=Q(withdrawn_at=None, organisation__isnull=False),
                name="one_consent_per_organisation",
            ),
        ]

    @property
    def receiver_id(self) -> UUID:
        """The network or organisation it is for."""
        place = self.network_id or self.organisation_id
        assert place  # noqa: S101 -- the constraint gives one
        return place


class Reading(models.Model):
    """A network or organisation that may read this person now, because of a consent; ended, never opened again.

    The database refuses one without a consent of the same person to the same receiver that still stands, and ends it
    when that consent is withdrawn (migration 0002).
    """

    row_lock: ClassVar[RowLock] = RowLock("reader_id", "person_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="readings", db_index=False)
    reader_id = models.UUIDField()
    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="readings")
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        indexes = [models.Index(fields=["person", "since"], name="reading_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "reader_id"], condition=Q(ended_at=None), name="one_open_reading_per_reader"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("since")), name="reading_ends_after_it_began"
            ),
        ]
