"""Mails about requests: one notice to the front door for everything new."""

from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.accounts.models import User
from samenspel.lib.mail import send_later
from samenspel.networks.emails.gathering import once_in
from samenspel.networks.models import Network

NOTICE_TASK = "samenspel.helprequests.tell_front_door"
GATHERED_FOR_MINUTES = 10


def closed(*, to: str, network: Network, words: str, language: str) -> None:
    """Tell in words why it ends here; the question itself and who it was about are not repeated."""
    with translation.override(language):
        values = {"network": network, "words": words}
        subject = _("Antwoord van %(name)s") % {"name": network.name}
        send_later(to=to, subject=subject, text=render_to_string("helprequests/mail/closed.txt", values))


def tell_front_door_soon(network_id: UUID) -> None:
    """One notice in ten minutes for every request that comes in until then."""
    once_in(GATHERED_FOR_MINUTES, task=NOTICE_TASK, lock=f"requests:{network_id}", network_id=str(network_id))


def tell_front_door(network: Network, *, people: list[User], number: int) -> None:
    """Mail who keeps the front door how many requests wait; not from whom or about what."""
    for person in people:
        with translation.override(person.language):
            subject = ngettext("Er is %(number)d nieuwe hulpvraag", "Er zijn %(number)d nieuwe hulpvragen", number)
            address = settings.SITE_ADDRESS + reverse("web:today")
            values = {"number": number, "network": network, "address": address}
            text = render_to_string("helprequests/mail/notice.txt", values)
            send_later(to=person.email, subject=subject % {"number": number}, text=text)
