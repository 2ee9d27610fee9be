"""The person and the carer hear of the steps of a referral that matter to them."""

from samenspel.helprequests.models import HelpRequest
from samenspel.lib.scope import acting_for
from samenspel.people.actions import telling as people
from samenspel.people.rules import News
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import State, Step

NEWS_OF = {
    Step.SEND: News.SENT,
    Step.ACCEPT: News.ACCEPTED,
    Step.START: News.STARTED,
    Step.END: News.ENDED,
}
"""What a person hears of; the other steps are on their page, and bring nothing to wait or get ready for."""


def after_step(referral: Referral, step: Step) -> None:
    """Tell what this step means for who asked, when it means something."""
    if step in NEWS_OF:
        _tell(referral, NEWS_OF[step])


def nobody_yet(referral: Referral) -> None:
    """Nobody else was asked: the network looks further, and the person hears that it is not forgotten."""
    if State(referral.state) in {State.DECLINED, State.EXPIRED}:
        _tell(referral, News.NOBODY_YET)


def _tell(referral: Referral, news: News) -> None:
    with acting_for(referral.network_id):
        carer_id = HelpRequest.objects.values_list("carer_id", flat=True).get(pk=referral.request_id)
    step = people.Step(
        news=news,
        network_id=referral.network_id,
        request_id=referral.request_id,
        organisation_id=None if news is News.NOBODY_YET else referral.receiver_id,
    )
    people.tell(persons=[one for one in (referral.person_id, carer_id) if one], step=step)
