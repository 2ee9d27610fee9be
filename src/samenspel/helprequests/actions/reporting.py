"""Telling the professional who passed a question on what came of it (P4.2), for as long as the person lets them."""

from samenspel.helprequests import referrer_emails
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.queries import doors
from samenspel.helprequests.rules import Door
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network

TOLD = frozenset({"taken", "helped", "closed"})


def tell_referrer(verb: str, request: HelpRequest) -> None:
    """One mail without a name per step that says something."""
    if verb not in TOLD or request.door != Door.PROFESSIONAL.value:
        return
    with acting_for(request.network_id):
        to = doors.who_hears_back(request)
        if to is not None:
            network = Network.objects.get(pk=request.network_id)
            referrer_emails.report(to, request=request, network=network, verb=verb)
