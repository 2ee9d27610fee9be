"""Mails about requests: a receipt without content, and one notice to the front door for everything new."""

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


def receipt(*, to: str, network: Network, language: str) -> None:
    """Tell who asked that it came in and what happens next; nothing of what was told. Without an address nothing."""
    if not to:
        return
    with translation.override(language):
        text = render_to_string("helprequests/mail/receipt.txt", {"network": network})
        send_later(to=to, subject=_("Wij hebben uw vraag ontvangen"), text=text)


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
