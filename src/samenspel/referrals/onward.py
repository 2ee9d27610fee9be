"""What the page of one referral shows beside deciding: the whole path, taking it back, giving it on, escalating."""

from typing import Any

from django.urls import reverse

from samenspel.networks.rules import Side as OrganisationSide
from samenspel.referrals import pathparts, rules, sentwords
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.forms.send import WithdrawForm
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import path
from samenspel.referrals.rules import Side, State, Step

HELPING = frozenset({State.ACCEPTED, State.STARTED})


def part(referral: Referral, *, by: Actor) -> dict[str, Any]:
    """The path for both sides; what can be done for who signed in."""
    nodes = path.around(referral)
    shown: dict[str, Any] = {"way": pathparts.drawn(nodes, here=referral.pk), "came_to": sentwords.came_to(nodes)}
    if by.by_link:
        return shown
    return shown | (_as_sender(referral) if by.side is Side.SENDER else _as_receiver(referral))


def _as_sender(referral: Referral) -> dict[str, Any]:
    if not rules.may(Step.WITHDRAW, now=State(referral.state), who=Side.SENDER):
        return {}
    if referral.sender:
        address = reverse("referrals:withdraw", args=[referral.sender.slug, referral.pk])
    else:
        address = reverse("referrals:network_withdraw", args=[referral.network.slug, referral.pk])
    return {"withdraw_form": WithdrawForm(), "withdraw_url": address}


def _as_receiver(referral: Referral) -> dict[str, Any]:
    state, where = State(referral.state), [referral.receiver.slug, referral.pk]
    address = reverse("referrals:onward", args=where)
    if rules.may(Step.PASS_ON, now=state, who=Side.RECEIVER):
        return {"pass_on_url": address}
    if state not in HELPING:
        return {}
    is_informal = referral.receiver.side is OrganisationSide.INFORMAL
    return {"refer_url": address, "escalate_url": reverse("referrals:escalate", args=where) if is_informal else ""}
