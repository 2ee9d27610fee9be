"""Mails about messages: a receipt without content, the answer, and one notice for everything new at a place."""

from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.lib.mail import send_later
from samenspel.networks.emails.gathering import once_in
from samenspel.networks.models import Answer, Message
from samenspel.networks.queries.messages import Receiver, new_messages_at, who_answers
from samenspel.networks.rules import ANSWER_WITHIN

NOTICE_TASK = "samenspel.networks.tell_receivers"
GATHERED_FOR_MINUTES = 10


def receipt(message: Message) -> None:
    """Tell the sender that it came in and what happens next; nothing of what was written."""
    if not message.sender_email:
        return
    with translation.override(message.language):
        values = {"receiver": message.receiver_name, "days": ANSWER_WITHIN, "phone": _phone(message)}
        subject = _("Wij hebben uw bericht ontvangen")
        text = render_to_string("networks/mail/message_receipt.txt", values)
    send_later(to=message.sender_email, subject=subject, text=text)


def answer(message: Message, given: Answer) -> None:
    """Send an answer to who wrote, in their language; the question is not repeated."""
    with translation.override(message.language):
        values = {"receiver": message.receiver_name, "text": given.text, "phone": _phone(message)}
        subject = _("Antwoord van %(receiver)s") % {"receiver": message.receiver_name}
        text = render_to_string("networks/mail/message_answer.txt", values)
    send_later(to=message.sender_email, subject=subject, text=text)


def tell_receivers_soon(place_id: UUID) -> None:
    """One notice in ten minutes for everything that comes in until then."""
    once_in(GATHERED_FOR_MINUTES, task=NOTICE_TASK, lock=f"messages:{place_id}", place_id=str(place_id))


def tell_receivers(receiver: Receiver) -> None:
    """Mail everybody who answers for a place that something is new; how much, not what or from whom."""
    number = new_messages_at(receiver)
    if not number:
        return
    place = receiver.network or receiver.organisation
    for person in who_answers(receiver):
        with translation.override(person.language):
            subject = ngettext("U hebt %(number)d nieuw bericht", "U hebt %(number)d nieuwe berichten", number)
            values = {"number": number, "place": place, "address": settings.SITE_ADDRESS + reverse("networks:inbox")}
            text = render_to_string("networks/mail/message_notice.txt", values)
            send_later(to=person.email, subject=subject % {"number": number}, text=text)


def _phone(message: Message) -> str:
    if message.network:
        return message.network.phone
    return message.organisation.contact_phone if message.organisation else ""
