"""Coming in: an organisation asks to join, a person is invited by mail."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models.network import KIND_TEXTS, Network, Organisation
from samenspel.networks.rules import InvitationState, JoinState, OrganisationKind, invitation_state


class JoinRequest(models.Model):
    """An organisation asks to become a partner; a coordinator of the network decides.

    `organisation` is what it became: a new organisation, or one that was here already. Withdrawing is the applicant's
    own act, through the signed link, so it has no `decided_by`.
    """

    row_lock: ClassVar[RowLock] = RowLock(
        "network_id",
        anyone_may_add="state = 'requested' AND organisation_id IS NULL AND decided_by IS NULL AND reason = ''",
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="join_requests")
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(_("Naam van de organisatie"), max_length=120)
    kind = models.CharField(_("Soort organisatie"), max_length=20, choices=KIND_TEXTS)
    kvk = models.CharField(_("KvK-nummer"), max_length=8, blank=True)
    motivation = models.TextField(_("Waarom wilt u meedoen?"), max_length=2000)
    contact_name = EncryptedTextField(_("Uw naam"))
    contact_email = EncryptedTextField(_("Uw e-mailadres"))
    contact_phone = EncryptedTextField(_("Uw telefoonnummer"), blank=True)
    state = models.CharField(max_length=12, default=JoinState.REQUESTED.value)
    requested_at = models.DateTimeField(default=clock.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    reason = models.TextField(_("Reden"), max_length=1000, blank=True)

    class Meta:
        ordering = ["requested_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in JoinState]), name="join_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OrganisationKind]), name="join_kind_is_known"
            ),
            models.CheckConstraint(condition=Q(kvk="") | Q(kvk__regex=r"^\d{8}$"), name="join_kvk_has_eight_digits"),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None) | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="join_decision_has_moment_and_person",
            ),
            models.CheckConstraint(
                condition=~Q(state=JoinState.REFUSED.value) | ~Q(reason=""), name="join_refusal_has_reason"
            ),
        ]

    @property
    def requested_on(self) -> date:
        """The Dutch calendar day on which they asked."""
        return clock.day_of(self.requested_at)


class Invitation(models.Model):
    """A person is asked by mail to act for an organisation or a network; the link works once and expires."""

    row_lock: ClassVar[RowLock] = RowLock("organisation_id", "network_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    network = models.ForeignKey(Network, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    roles = ArrayField(models.CharField(max_length=30))
    email = EncryptedTextField(_("E-mailadres"))
    name = EncryptedTextField(_("Naam"), blank=True)
    invited_by = models.UUIDField(null=True)
    invited_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None, network__isnull=False) | Q(organisation__isnull=False, network=None),
                name="invitation_is_for_one_place",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="invitation_ends_in_one_way"
            ),
            models.CheckConstraint(condition=Q(roles__len__gt=0), name="invitation_gives_a_role"),
        ]

    @property
    def place_id(self) -> UUID:
        """The organisation or the network for which somebody is asked."""
        place = self.organisation_id or self.network_id
        assert place  # noqa: S101 -- the database holds that there is one
        return place

    @property
    def place(self) -> Organisation | Network:
        """The organisation or the network itself."""
        place = self.organisation or self.network
        assert place  # noqa: S101 -- the database holds that there is one
        return place

    def state(self, *, now: datetime) -> InvitationState:
        """What can still be done with it at this moment."""
        return invitation_state(
            accepted_at=self.accepted_at, withdrawn_at=self.withdrawn_at, expires_at=self.expires_at, now=now
        )
