"""Messages: what waits for whom, and who would answer. Only places where somebody holds ANSWER_MESSAGES count."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES, Permission
from samenspel.accounts.rules import Scope
from samenspel.networks.models import Answer, Message, Network, Organisation, RoleGrant
from samenspel.networks.rules import MessageState

WAITING = (MessageState.NEW.value, MessageState.TAKEN.value)


@dataclass(frozen=True)
class Receiver:
    """Where a message goes: a network, or one organisation."""

    network: Network | None = None
    organisation: Organisation | None = None

    @property
    def pk(self) -> UUID:
        """The id of the place, as it stands in the scope of who may read it."""
        place = self.network or self.organisation
        assert place  # noqa: S101 -- one of the two is there
        return place.pk


def messages_for(scope: Scope) -> QuerySet[Message]:
    """Every message to a place for which this person answers, oldest first."""
    organisations, networks = scope.places_where(Permission.ANSWER_MESSAGES)
    return Message.objects.select_related("network", "organisation").filter(
        Q(organisation_id__in=organisations) | Q(network_id__in=networks)
    )


def open_messages(scope: Scope) -> QuerySet[Message]:
    """What still waits for an answer from one of this person's places, oldest first."""
    return messages_for(scope).filter(state__in=WAITING)


def counts_by_state(scope: Scope) -> dict[str, int]:
    """How many messages there are in each state."""
    counted = messages_for(scope).order_by().values_list("state").annotate(number=Count("pk"))
    return dict(counted)


def message_for(scope: Scope, *, message_id: UUID) -> Message:
    """One message, for somebody who answers for its receiver.

    Raises:
        Http404: no such message, or it is somebody else's.
    """
    found = messages_for(scope).filter(pk=message_id).first()
    if found is None:
        raise Http404
    return found


def answers_to(message: Message) -> list[tuple[Answer, str]]:
    """What went back so far, oldest first, each with the name of who wrote it."""
    answers = list(Answer.objects.filter(message=message))
    names = _names({answer.by for answer in answers})
    return [(answer, names.get(answer.by, "")) for answer in answers]


def name_of(user_id: UUID | None) -> str:
    """How a colleague is called; empty for nobody."""
    return _names({user_id}).get(user_id, "") if user_id else ""


def _names(ids: set[UUID]) -> dict[UUID, str]:
    return {pk: name or email for pk, name, email in User.objects.filter(pk__in=ids).values_list("pk", "name", "email")}


def who_answers(receiver: Receiver) -> list[User]:
    """Everybody who answers for a place and can sign in."""
    roles = [code for code, role in ROLES.items() if Permission.ANSWER_MESSAGES in role.permissions]
    held = RoleGrant.objects.filter(role__in=roles, network=receiver.network, organisation=receiver.organisation)
    return list(User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("pk"))


def receiver_with(place_id: UUID) -> Receiver | None:
    """The place with this id, or nothing when it is gone."""
    if network := Network.objects.filter(pk=place_id).first():
        return Receiver(network=network)
    if organisation := Organisation.objects.filter(pk=place_id).first():
        return Receiver(organisation=organisation)
    return None


def new_messages_at(receiver: Receiver) -> int:
    """How many messages nobody has looked after yet; the connection must act for the place."""
    return Message.objects.filter(
        network=receiver.network, organisation=receiver.organisation, state=MessageState.NEW.value
    ).count()
