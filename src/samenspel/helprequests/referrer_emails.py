"""Mails to a professional: the link that lets a question in when there is no account, and what came of it.

No name of anybody and nothing of what was told; a question is known by its number.
"""

from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.helprequests import doorlinks
from samenspel.helprequests.models import OUTCOME_TEXTS, HelpRequest
from samenspel.helprequests.queries.doors import Addressee
from samenspel.helprequests.rules import number_of
from samenspel.lib.mail import send_later
from samenspel.networks.models import Network

NEWS: dict[str, Promise] = {
    "taken": gettext_lazy("Iemand heeft de vraag opgepakt."),
    "helped": gettext_lazy("Er is hulp gevonden. Die begint of is begonnen."),
    "closed": gettext_lazy("De vraag is afgesloten."),
}


def verify(*, to: str, network: Network, once: UUID, language: str) -> None:
    """Ask to press the link; only then does anybody read the question."""
    with translation.override(language):
        values = {"network": network, "address": doorlinks.address(once=once, slug=network.slug)}
        text = render_to_string("helprequests/mail/verify.txt", values)
        send_later(to=to, subject=_("Bevestig uw vraag aan %(network)s") % {"network": network.name}, text=text)


def came_in(to: Addressee, *, network: Network, request: HelpRequest) -> None:
    """Tell that the question came in, and by which number it is known."""
    with translation.override(to.language):
        number = number_of(request.pk)
        text = render_to_string("helprequests/mail/came_in.txt", {"network": network, "number": number})
        send_later(to=to.email, subject=_("Vraag %(number)s is binnen") % {"number": number}, text=text)


def report(to: Addressee, *, request: HelpRequest, network: Network, verb: str) -> None:
    """Tell what happened with the question of this number."""
    with translation.override(to.language):
        number = number_of(request.pk)
        outcome = dict(OUTCOME_TEXTS).get(request.outcome, "") if verb == "closed" else ""
        values = {"network": network, "number": number, "news": NEWS[verb], "outcome": outcome}
        text = render_to_string("helprequests/mail/report.txt", values)
        send_later(to=to.email, subject=_("Nieuws over vraag %(number)s") % {"number": number}, text=text)
