"""Work of the worker for help requests."""

from uuid import UUID

from procrastinate.contrib.django import app

from samenspel.helprequests import emails
from samenspel.helprequests.queries import desk
from samenspel.lib.scope import acting_for


@app.task(name=emails.NOTICE_TASK)
def tell_front_door(*, network_id: str) -> None:
    """Send the bundled notice of new requests at one front door."""
    network = desk.network_with(UUID(network_id))
    if network is None:
        return
    with acting_for(network.pk):
        number = desk.new_requests(network)
        if number:
            emails.tell_front_door(network, people=desk.who_keeps(network), number=number)
