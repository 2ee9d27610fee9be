"""Mail to who asked to join: there is news, and a link to read it. Not what the news is, and nobody's name."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from samenspel.lib import mail
from samenspel.networks.models import JoinRequest
from samenspel.networks.queries import links


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
