"""Work of the worker for networks."""

from uuid import UUID

from procrastinate.contrib.django import app

from samenspel.lib.scope import acting_for
from samenspel.networks.emails import board as board_emails
from samenspel.networks.emails import joining as joining_emails
from samenspel.networks.emails import messages as emails
from samenspel.networks.queries import board, joining
from samenspel.networks.queries import messages as queries


@app.task(name=emails.NOTICE_TASK)
def tell_receivers(*, place_id: str) -> None:
    """Send the bundled notice of new messages at one network or organisation."""
    place = UUID(place_id)
    with acting_for(place):
        receiver = queries.receiver_with(place)
        if receiver:
            emails.tell_receivers(receiver)


@app.task(name=joining_emails.NOTICE_TASK)
def tell_coordinators(*, network_id: str) -> None:
    """Send the bundled notice that organisations wait for a decision."""
    with acting_for(UUID(network_id)):
        network = joining.network_with(UUID(network_id))
        if network:
            joining_emails.tell_coordinators(network)


@app.task(name=board_emails.NOTICE_TASK)
def tell_poster(*, post_id: str) -> None:
    """Send the bundled notice of new replies to a post."""
    found = board.poster_of(post_id=UUID(post_id))
    if found:
        person, post = found
        board_emails.tell_poster(person=person, post=post)
