"""Steps that tests of messages and of the board share."""

import re

from django.test import Client

from samenspel.lib.scope import acting_for
from samenspel.networks.models import Message, Network, Organisation

LETTER = {"name": "Truus Visser", "email": "truus@voorbeeld.test", "phone": "", "text": "Mijn moeder is veel alleen."}


def marked(browser: Client, address: str) -> str:
    """The mark in the form at this address, as a browser would send it back."""
    found = re.search(r'name="once" value="([^"]+)"', browser.get(address).content.decode())
    assert found, "the form carries a mark"
    return found[1]


def write(address: str = "/n/meerlinden/contact/", **changes: str) -> None:
    """Somebody without an account writes."""
    answer = Client().post(address, LETTER | changes)
    assert answer.status_code == 302, answer.content.decode()


def messages_at(place: Network | Organisation) -> list[Message]:
    """Every message at one place, opened, oldest first."""
    with acting_for(place.pk):
        found = list(Message.objects.filter(network=place if isinstance(place, Network) else None))
        for message in found:
            assert message.text
    return found
