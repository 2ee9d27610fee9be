"""What the page of one referral shows, the same for who signed in and who came by link."""

from collections.abc import Collection
from typing import Any

from samenspel.referrals import onward
from samenspel.referrals import receivedwords as words
from samenspel.referrals.actions import looking
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.models import Referral
from samenspel.referrals.queries import inbox
from samenspel.referrals.rules import Side
from samenspel.referrals.views import deciding
from samenspel.referrals.views.deciding import DEEDS, Outcome


def page(
    referral: Referral, *, by: Actor, outcome: Outcome | None = None, only: Collection[str] | None = None
) -> dict[str, Any]:
    """Everything on the page; whom it is about only for a receiver that said yes, and then it stands in the log.

    `only` limits what can be done here to what a link is for.
    """
    outcome = outcome or Outcome()
    handover = inbox.handover(referral)
    possible = deciding.offered(referral, by.side, handover)
    whom = inbox.whom(referral) if by.side is Side.RECEIVER else []
    looking.seen(referral=referral, subjects=[one.person.pk for one in whom], by=by)
    doable = [name for name in possible if only is None or name in only]
    return {
        "referral": referral,
        "title": words.theme(referral),
        "sender_name": words.sender_name(referral),
        "facts": words.facts(referral),
        "status": words.status(referral, side=by.side),
        "said": words.said(referral, inbox.words(referral)),
        "handover": handover,
        "agreed": words.agreed(referral, handover) if handover else "",
        "whom": whom,
        "forms": {name: outcome.bound.get(name) or DEEDS[name].form(does=name) for name in doable},
        "failed": next(iter(outcome.bound), ""),
        "problem": outcome.problem,
        "typed": outcome.typed,
        **onward.part(referral, by=by),
    }
