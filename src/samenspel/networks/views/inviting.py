"""What the pages about people of an organisation and about coordinators of a network do alike with an invitation."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages as plain
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from samenspel.accounts.access import PersonRequest
from samenspel.design import messages
from samenspel.networks.actions import members as actions
from samenspel.networks.models import Network, Organisation
from samenspel.networks.queries import members as queries


def act_on(
    request: PersonRequest,
    place: Organisation | Network,
    pk: UUID,
    action: Callable[..., None],
    *,
    done: str,
    back: str,
) -> HttpResponse:
    """Do this with an open invitation to a place, say `done`, and go back to the page named `back`.

    Raises:
        Http404: no such open invitation at this place.
    """
    invitation = get_object_or_404(queries.open_invitations(place), pk=pk)
    try:
        action(invitation=invitation, by=request.user.pk)
        messages.done(request, done)
    except actions.InvitationClosed:
        plain.warning(request, _("Deze uitnodiging is intussen gebruikt of ingetrokken."))
    return redirect(back, place.slug)
