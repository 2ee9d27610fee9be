"""For the mails and the clock: what is new at a place, who reads its post, and what is late."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES, Permission
from samenspel.networks.models import Network, Organisation, RoleGrant
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import OPEN, TURN, UNANSWERED, Side, State

TOLD_TO_RECEIVER = (State.SENT.value, State.SEEN.value, State.ANSWERED.value, State.WITHDRAWN.value)
TOLD_TO_SENDER = (
    State.ASKED.value, State.ACCEPTED.value, State.STARTED.value, State.DECLINED.value, State.PASSED_ON.value,
    State.REPORTED.value, State.EXPIRED.value,
)  # fmt: skip
OF_SIDE = {side: [state.value for state, whose in TURN.items() if whose is side] for side in Side}


def at_place(side: Side, place_id: UUID) -> QuerySet[Referral]:
    """The referrals of a receiver, or of a sender: an organisation, or the front door of a network."""
    found = Referral.objects.select_related("receiver").filter(sent_at__isnull=False).order_by("turn_since")
    if side is Side.RECEIVER:
        return found.filter(receiver=place_id)
    return found.filter(sender=place_id) | found.filter(sender=None, network=place_id)


def new_at(side: Side, place_id: UUID, *, since: datetime) -> list[Referral]:
    """What changed since then and is for this side to know."""
    told = TOLD_TO_RECEIVER if side is Side.RECEIVER else TOLD_TO_SENDER
    return list(at_place(side, place_id).filter(state__in=told, turn_since__gte=since))


def reminded_at(side: Side, place_id: UUID, *, since: datetime) -> list[Referral]:
    """Where it is this side's turn and the clock marked it for a reminder since then."""
    return list(at_place(side, place_id).filter(state__in=OF_SIDE[side], reminded_at__gte=since))


def readers_of(place: Network | Organisation) -> list[User]:
    """Who can sign in and read the referrals of this place."""
    permission = Permission.HANDLE_REQUESTS if isinstance(place, Network) else Permission.REFER
    roles = [code for code, role in ROLES.items() if permission in role.permissions]
    where = {"network": place} if isinstance(place, Network) else {"organisation": place}
    held = RoleGrant.objects.filter(role__in=roles, **where)
    return list(User.objects.filter(pk__in=held.values("user_id"), is_active=True).order_by("pk"))


def place_with(place_id: UUID) -> Network | Organisation | None:
    """The network or organisation with this id."""
    return Organisation.objects.filter(pk=place_id).first() or Network.objects.filter(pk=place_id).first()


def networks() -> list[UUID]:
    """Every network; the clock looks at one after the other."""
    return list(Network.objects.order_by("pk").values_list("pk", flat=True))


def expired(network_id: UUID, *, now: datetime, after: timedelta) -> list[Referral]:
    """What was sent so long ago without a yes or no that it goes back."""
    unanswered = [state.value for state in UNANSWERED]
    return list(Referral.objects.filter(network=network_id, state__in=unanswered, sent_at__lte=now - after))


def late(network_id: UUID, *, now: datetime, after: timedelta) -> list[Referral]:
    """Where somebody's turn lasts so long, and they were not reminded of it; what is planned waits for another."""
    waiting = sorted(state.value for state in OPEN - {State.PLANNED})
    found = Referral.objects.filter(network=network_id, state__in=waiting, reminded_at=None)
    return list(found.filter(turn_since__lte=now - after))
