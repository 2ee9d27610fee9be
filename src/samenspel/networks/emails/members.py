"""Mail to who is invited: for which organisation or network, and a link that works once. Nobody's name."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from samenspel.lib import mail
from samenspel.networks.models import Invitation
from samenspel.networks.queries import links
from samenspel.networks.rules import INVITATION_LASTS


def invite(invitation: Invitation) -> None:
    """To the invited address; in Dutch, because we do not know their language yet."""
    with translation.override(settings.LANGUAGE_CODE):
        place = invitation.place.name
        link = links.address("networks:invitation", token=links.invitation_token(invitation))
        values = {"place": place, "link": link, "days": INVITATION_LASTS.days}
        mail.send_later(
            to=invitation.email,
            subject=_("Uitnodiging van %(place)s") % {"place": place},
            text=render_to_string("networks/mail/invitation.txt", values),
        )
