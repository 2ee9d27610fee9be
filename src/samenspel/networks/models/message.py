"""What the public or a partner writes to a network or an organisation, and the answers (P0.16, P3.10)."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.lib import clock, ids
from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.networks.models.network import Network, Organisation
from samenspel.networks.rules import AnswerChannel, MessageKind, MessageState


class Message(models.Model):
    """A message to a network, or to one organisation in it; only the receiver can read it."""

    row_lock: ClassVar[RowLock] = RowLock(
        "network_id",
        "organisation_id",
        anyone_may_add="state = 'new' AND taken_by IS NULL AND closed_at IS NULL",
    )

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, null=True, blank=True, related_name="messages")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="messages"
    )
    kind = models.CharField(
        max_length=10,
        choices=[
            (MessageKind.QUESTION.value, _("Een vraag")),
            (MessageKind.ADVISER.value, _("Vrijblijvend praten met een adviseur")),
        ],
        default=MessageKind.QUESTION.value,
    )
    sender_name = EncryptedTextField(_("Uw naam"))
    sender_email = EncryptedTextField(_("Uw e-mailadres"), blank=True)
    sender_phone = EncryptedTextField(_("Uw telefoonnummer"), blank=True)
    text = EncryptedTextField(_("Uw bericht"))
    call_when = EncryptedTextField(_("Wanneer kunnen wij u bellen?"), blank=True)
    language = models.CharField(max_length=2, default="nl")
    state = models.CharField(max_length=10, default=MessageState.NEW.value)
    sent_at = models.DateTimeField(default=clock.now)
    state_since = models.DateTimeField(default=clock.now)
    taken_by = models.UUIDField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = EncryptedTextField(_("Waarom sluit u dit bericht?"), blank=True)

    class Meta:
        ordering = ["sent_at", "id"]
        indexes = [
            models.Index(fields=["network", "state", "sent_at"], name="message_inbox_network"),
            models.Index(fields=["organisation", "state", "sent_at"], name="message_inbox_organisation"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None, network__isnull=False) | Q(organisation__isnull=False, network=None),
                name="message_has_one_receiver",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in MessageState]), name="message_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=MessageState.CLOSED.value, closed_at__isnull=False)
                | (~Q(state=MessageState.CLOSED.value) & Q(closed_at=None)),
                name="message_closed_has_moment",
            ),
        ]

    @property
    def receiver_id(self) -> UUID:
        """The network or organisation it is for."""
        place = self.network_id or self.organisation_id
        assert place  # noqa: S101 -- the constraint gives one
        return place

    @property
    def receiver_name(self) -> str:
        """What the receiver is called; select network and organisation along."""
        receiver = self.network or self.organisation
        return receiver.name if receiver else ""


class Answer(models.Model):
    """What the receiver wrote back by mail, or a note of what was said on the phone."""

    row_lock: ClassVar[RowLock] = RowLock("receiver_id")

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="answers")
    receiver_id = models.UUIDField()
    channel = models.CharField(
        max_length=5,
        choices=[(AnswerChannel.MAIL.value, _("Per mail")), (AnswerChannel.PHONE.value, _("Gebeld"))],
        default=AnswerChannel.MAIL.value,
    )
    text = EncryptedTextField(_("Uw antwoord"))
    by = models.UUIDField()
    answered_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["answered_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=[channel.value for channel in AnswerChannel]), name="answer_channel_is_known"
            )
        ]
