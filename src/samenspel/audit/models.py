r"""The log: lines, the chain that ties them together, and its end.

How the columns of `Entry` carry the fields of NEN 7513 (L21):

    =========================================  ==================================================================
    field of the norm                          column
    =========================================  ==================================================================
    EventID                                    id
    EventTypeCode                              event, as `context.thing.past-tense-verb`
    EventActionCode                            action (C R U D E)
    EventDateTime                              at
    EventOutcomeIndicator                      outcome (0 success, 4 refused, 8 failed)
    UserID                                     user_id
    AlternateUserID, UserName                  not stored: looked up by user_id when the log is read
    UserIsRequestor                            not stored: the user of a line is always who asked
    responsible user on whose behalf           on_behalf_of_id (a person), organisation_id (an organisation)
    RoleIDCode                                 roles, separated by commas
    PurposeOfUse                               purpose
    NetworkAccessPointTypeCode, -ID            access_point_type, access_point (keyed hash, never the address)
    ParticipantObjectTypeCode, IDTypeCode      object_type (`context.model`, or the name of a page)
    ParticipantObjectID                        object_id
    ParticipantObject of the person concerned  subject_id (whose data it is)
    ParticipantObjectDataLifeCycle             follows from action
    ParticipantObjectPermissionPolicySet       permission (autorisatieprotocol)
    ParticipantObjectName, -Sensitivity        not stored: content (L24)
    ParticipantObjectDetail                    detail: a code such as `method=passkey` or `rows=12`, never a sentence
    AuditSourceID                              not stored: one installation is one source
    AuditEnterpriseSiteID                      organisation_id, network_id
    AuditSourceTypeCode                        source
    behandelrelatieprotocol                    purpose, as soon as there are requests and referrals
    toestemmingsprofiel                        consent_id
    emergency procedure (chapter 6)            is_emergency
    =========================================  ==================================================================

The database enforces what is said here: see migration 0002 and docs/adr/0011-the-log-is-chained-at-commit.md.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from samenspel.audit.rules import AccessPoint, Action, Outcome, Source
from samenspel.lib import clock, ids

CODE = r"^[a-z0-9_.:,=-]*$"
"""What text columns of the log may hold: codes. A space is impossible, so a sentence is too (L24)."""


class Entry(models.Model):
    """One event. No foreign keys, so nothing blocks deletion elsewhere, and no content, only identifiers (L24)."""

    append_only: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    at = models.DateTimeField(default=clock.now)
    event = models.CharField(max_length=80)
    action = models.CharField(max_length=1)
    outcome = models.CharField(max_length=1)
    user_id = models.UUIDField(null=True)
    on_behalf_of_id = models.UUIDField(null=True)
    roles = models.CharField(max_length=200, blank=True)
    object_type = models.CharField(max_length=80, blank=True)
    object_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    network_id = models.UUIDField(null=True)
    purpose = models.CharField(max_length=60, blank=True)
    permission = models.CharField(max_length=60, blank=True)
    consent_id = models.UUIDField(null=True)
    is_emergency = models.BooleanField(default=False)
    detail = models.CharField(max_length=60, blank=True)
    access_point_type = models.CharField(max_length=1, blank=True)
    access_point = models.CharField(max_length=32, blank=True)
    source = models.CharField(max_length=20, default=Source.BACKGROUND.value)

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at", "id"], name="audit_by_time"),
            models.Index(fields=["user_id", "at"], name="audit_by_user"),
            models.Index(fields=["subject_id", "at"], name="audit_by_subject", condition=Q(subject_id__isnull=False)),
            models.Index(fields=["object_id", "at"], name="audit_by_object", condition=Q(object_id__isnull=False)),
            models.Index(fields=["organisation_id", "at"], name="audit_by_organisation"),
            models.Index(fields=["network_id", "at"], name="audit_by_network"),
            models.Index(fields=["action", "at"], name="audit_by_action"),
            models.Index(fields=["outcome", "at"], name="audit_not_succeeded", condition=~Q(outcome="0")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(action__in=[one.value for one in Action]), name="audit_action_is_known"),
            models.CheckConstraint(
                condition=Q(outcome__in=[one.value for one in Outcome]), name="audit_outcome_is_known"
            ),
            models.CheckConstraint(condition=Q(source__in=[one.value for one in Source]), name="audit_source_is_known"),
            models.CheckConstraint(
                condition=Q(access_point_type=AccessPoint.NONE.value, access_point="")
                | Q(access_point_type=AccessPoint.ADDRESS.value, access_point__regex="^[0-9a-f]{32}$"),
                name="audit_access_point_is_hashed",
            ),
            models.CheckConstraint(
                condition=Q(event__regex=r"^[a-z]+(\.[a-z_-]+){2}$"), name="audit_event_has_three_words"
            ),
            *(
                models.CheckConstraint(condition=Q(**{f"{column}__regex": CODE}), name=f"audit_{column}_is_a_code")
                for column in ("roles", "object_type", "purpose", "permission", "detail")
            ),
        ]


class Link(models.Model):
    """The place of a line in the chain, made by the database when the transaction of the line commits.

    `content_hash` is of the line itself (see `chain.line_bytes`), `hash` ties it to the link before. Only the trigger
    writes here.
    """

    append_only: ClassVar[bool] = True

    number = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField(unique=True)
    version = models.PositiveSmallIntegerField()
    content_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


class Head(models.Model):
    """The end of the chain: one row, kept apart so that a cut-off tail shows. Only the trigger writes here."""

    append_only: ClassVar[bool] = True

    id = models.PositiveSmallIntegerField(primary_key=True)
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="audit_chain_has_one_head")]


class Anchor(models.Model):
    """Where the chain begins after old lines were removed: the lines up to and with `number` are gone (L15)."""

    append_only: ClassVar[bool] = True

    number = models.BigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    lines = models.BigIntegerField()
    closed_before = models.DateTimeField()
    closed_at = models.DateTimeField()
