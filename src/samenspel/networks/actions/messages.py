"""Writing to a network or an organisation, and looking after what was written. Nothing is closed silently."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.emails import messages as emails
from samenspel.networks.models import Answer, Message
from samenspel.networks.queries.messages import Receiver
from samenspel.networks.rules import AnswerChannel, MessageKind, MessageState, may_become, may_close


class StepNotPossible(Exception):
    """The message is not where this step begins: a colleague was first, or it was closed."""


class ClosedSilently(Exception):
    """Closing needs an answer, or the reason why there is none."""


class NoAddress(Exception):
    """An answer by mail needs an address, and this person left none."""


@dataclass(frozen=True)
class Letter:
    """What somebody wrote, as the form has checked it; `once` marks the form it was written in."""

    once: UUID
    kind: MessageKind
    name: str
    email: str
    phone: str
    text: str
    call_when: str = ""
    language: str = "nl"

    @property
    def message_id(self) -> UUID:
        """The same for the same form sent twice, another one when the words were changed in between."""
        return uuid5(self.once, repr((self.name, self.email, self.phone, self.text, self.call_when)))


@transaction.atomic
def send(*, letter: Letter, to: Receiver, by: UUID | None) -> bool:
    """Put a message in the inbox of a network or an organisation, tell the sender and, bundled, the receivers.

    False when the same form came in before (a second press after a lost connection): nothing happens then.
    """
    message = Message(
        id=letter.message_id,
        network=to.network,
        organisation=to.organisation,
        kind=letter.kind.value,
        sender_name=letter.name,
        sender_email=letter.email,
        sender_phone=letter.phone,
        text=letter.text,
        call_when=letter.call_when,
        language=letter.language,
    )
    try:
        with transaction.atomic():
            message.save(force_insert=True)
    except IntegrityError:
        return False
    _record("sent", Action.CREATE, message, by=by)
    emails.receipt(message)
    emails.tell_receivers_soon(to.pk)
    return True


@transaction.atomic
def take(*, message: Message, by: UUID) -> None:
    """Look after a message, so that colleagues need not.

    Raises:
        StepNotPossible: a colleague was first, or it cannot be taken from where it is.
    """
    _step(message, to=MessageState.TAKEN, taken_by=by, closed_at=None)
    _record("taken", Action.UPDATE, message, by=by)


@transaction.atomic
def hand_back(*, message: Message, by: UUID) -> None:
    """Let a colleague look after it: it is new again.

    Raises:
        StepNotPossible: it was not taken.
    """
    _step(message, to=MessageState.NEW, taken_by=None)
    _record("handed_back", Action.UPDATE, message, by=by)


@transaction.atomic
def answer(*, message: Message, text: str, channel: AnswerChannel, once: UUID, by: UUID) -> None:
    """Write back by mail, or note what was said on the phone. The same form sent twice counts once.

    Raises:
        StepNotPossible: a colleague answered or closed it in the meantime.
        NoAddress: an answer by mail to somebody who left no address.
    """
    if channel == AnswerChannel.MAIL and not message.sender_email:
        raise NoAddress
    answer_id = uuid5(once, text)
    try:
        _step(message, to=MessageState.ANSWERED, taken_by=by)
    except StepNotPossible:
        if Answer.objects.filter(pk=answer_id, message=message).exists():
            return
        raise
    given = Answer.objects.create(
        id=answer_id, message=message, receiver_id=message.receiver_id, channel=channel.value, text=text, by=by
    )
    _record("answered", Action.UPDATE, message, by=by)
    if channel == AnswerChannel.MAIL:
        emails.answer(message, given)


@transaction.atomic
def close(*, message: Message, reason: str, by: UUID) -> None:
    """Put a message away.

    Raises:
        ClosedSilently: no answer was given and no reason either.
        StepNotPossible: it was closed already.
    """
    if not may_close(answers=Answer.objects.filter(message=message).count(), reason=reason):
        raise ClosedSilently
    message.close_reason = reason
    _step(message, to=MessageState.CLOSED, closed_at=clock.now())
    message.save(update_fields=["close_reason"])
    _record("closed", Action.UPDATE, message, by=by)


@transaction.atomic
def reopen(*, message: Message, by: UUID) -> None:
    """Take a closed message up again.

    Raises:
        StepNotPossible: it is not closed.
    """
    if message.state != MessageState.CLOSED:
        raise StepNotPossible
    _step(message, to=MessageState.TAKEN, taken_by=by, closed_at=None)
    _record("reopened", Action.UPDATE, message, by=by)


@transaction.atomic
def look(*, message: Message, by: UUID) -> None:
    """Somebody reads a message: one line in the log (L21)."""
    _record("read", Action.READ, message, by=by)


def _step(message: Message, *, to: MessageState, **changes: object) -> None:
    """Go one step further from the state that was read; of two people at once only one succeeds."""
    if not may_become(MessageState(message.state), to):
        raise StepNotPossible
    changes |= {"state": to.value, "state_since": clock.now()}
    here = Message.objects.filter(pk=message.pk, state=message.state, taken_by=message.taken_by)
    if not here.update(**changes):
        raise StepNotPossible
    for name, value in changes.items():
        setattr(message, name, value)


def _record(verb: str, action: Action, message: Message, *, by: UUID | None) -> None:
    audit.record(
        f"networks.message.{verb}",
        action=action,
        by=by,
        about=message,
        network_id=message.network_id,
        organisation_id=message.organisation_id,
    )
