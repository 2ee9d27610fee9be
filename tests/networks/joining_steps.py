"""Steps that tests of joining and of members share."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from samenspel.lib import ids
from samenspel.lib.mail import Letter
from samenspel.lib.scope import acting_for
from samenspel.networks.actions import joining
from samenspel.networks.models import Invitation, JoinRequest, Network, Organisation

FORM = {
    "name": "Buurtkamer Zuid",
    "kind": "citizen_initiative",
    "kvk": "",
    "motivation": "Wij houden elke week open huis voor wie alleen is.",
    "contact_name": "Truus de Boer",
    "contact_email": "truus@buurtkamer.test",
    "contact_phone": "06 12 34 56 78",
}


def ask_to_join(network: Network, **changes: str) -> JoinRequest:
    """An organisation asks to join the network."""
    application = joining.Application(**{**FORM, **changes})
    return joining.ask(network=network, application=application, mark=ids.new_id(), by=None)


def requests_of(network: Network) -> list[JoinRequest]:
    """What the database holds, seen as the network."""
    with acting_for(network.pk):
        return list(JoinRequest.objects.filter(network=network))


def invitations_of(place: Network | Organisation) -> list[Invitation]:
    """What the database holds, seen as the place itself."""
    with acting_for(place.pk):
        return list(Invitation.objects.select_related("organisation", "network"))


def link_in(letter: Letter) -> str:
    """The path of the one link in a letter."""
    found = re.findall(r"https?://[^/\s]+(/\S+)", letter.text)
    assert len(found) == 1
    return str(found[0])


@contextmanager
def checked_at_the_end() -> Iterator[None]:
    """A transaction at whose end the database checks what it otherwise checks at the commit."""
    with transaction.atomic():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
