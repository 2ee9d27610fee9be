"""Sending a text message: a port, closed unless the installation names who sends (`SMS_SENDER`).

`SMS_SENDER` is the dotted name of a function `send(to: str, text: str) -> None` of the installation's own supplier.
Like a letter (see `mail`) a message waits sealed in the queue, inside the transaction of the action.
"""

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from samenspel.lib.mail import PATIENCE, QUEUE, Letter, folded, unfolded


class NoSender(Exception):
    """This installation sends no text messages."""


def send_later(*, to: str, text: str) -> None:
    """Put a message in the queue.

    Raises:
        NoSender: see there.
    """
    if not settings.SMS_SENDER:
        raise NoSender
    send.defer(message=folded(Letter(to=to, subject="", text=text)))


@app.task(queue=QUEUE, name="samenspel.lib.sms.send", retry=PATIENCE)
def send(*, message: str) -> None:
    """Hand a sealed message to the sender; run by the worker."""
    opened = unfolded(message)
    import_string(settings.SMS_SENDER)(to=opened.to, text=opened.text)
