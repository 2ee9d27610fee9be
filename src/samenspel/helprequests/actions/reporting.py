"""Telling a professional without an account what came of the question they passed on (P4.2)."""

from samenspel.helprequests import referrer_emails
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.queries import doors
from samenspel.helprequests.rules import Door
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network

TOLD = frozenset({"taken", "helped", "closed"})


def tell_referrer(verb: str, request: HelpRequest) -> None:
    """One mail without a name per step that says something, as long as the person agrees that they hear it."""
    if verb not in TOLD or request.door != Door.PROFESSIONAL.value or request.asked_by_id:
        return
    with acting_for(request.network_id):
        referrer = doors.referrer_of(request)
        if referrer is None or referrer.consent is None or referrer.consent.withdrawn_at:
            return
        network = Network.objects.get(pk=request.network_id)
        referrer_emails.report(referrer, request=request, network=network, verb=verb)
