"""Mail about joining: to who asked that there is news, to who decides that somebody waits. Nobody's name."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samenspel.lib import mail
from samenspel.networks.emails.gathering import once_in
from samenspel.networks.models import JoinRequest, Network
from samenspel.networks.queries import joining, links

NOTICE_TASK = "samenspel.networks.tell_coordinators"
GATHERED_FOR_MINUTES = 10


def tell_applicant(request: JoinRequest) -> None:
    """To the contact person of the applicant, after each step; in Dutch, because we do not know their language."""
    with translation.override(settings.LANGUAGE_CODE):
        link = links.address("networks:application", token=links.application_token(request))
        values = {"network": request.network, "state": request.state, "link": link}
        mail.send_later(
            to=request.contact_email,
            subject=_("Uw aanvraag bij %(network)s") % {"network": request.network.name},
            text=render_to_string("networks/mail/application.txt", values),
        )


def tell_coordinators_soon(network: Network) -> None:
    """One notice in ten minutes for all requests that come in until then."""
    once_in(GATHERED_FOR_MINUTES, task=NOTICE_TASK, lock=f"joining:{network.pk}", network_id=str(network.pk))


def tell_coordinators(network: Network) -> None:
    """Mail who decides that requests wait: how many, not from whom. Nothing when all were decided meanwhile."""
    number = joining.number_waiting(network=network)
    if not number:
        return
    for person in joining.who_decides(network=network):
        with translation.override(person.language):
            address = settings.SITE_ADDRESS + reverse("networks:requests", args=[network.slug])
            values = {"number": number, "network": network, "address": address}
            text = render_to_string("networks/mail/join_notice.txt", values)
            mail.send_later(to=person.email, subject=_("Er wil een organisatie meedoen"), text=text)
