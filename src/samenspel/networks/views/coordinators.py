"""Who coordinates a network, so that it never hangs on one person: see, invite, send again, withdraw."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.accounts import roles
from samenspel.accounts.access import PersonRequest
from samenspel.accounts.limits import limited
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.lib import clock
from samenspel.networks import frame, joining_words
from samenspel.networks.access import for_network
from samenspel.networks.actions import members as actions
from samenspel.networks.forms.members import InviteCoordinatorForm
from samenspel.networks.models import Network
from samenspel.networks.queries import members as queries
from samenspel.networks.views.inviting import act_on


@for_network(Permission.EDIT_NETWORK)
@limited("networks.inviting", "60/h/user")
def coordinators(request: PersonRequest, network: Network) -> HttpResponse:
    """The coordinators and who is invited, with a form to invite one more."""
    present = queries.members_of(network)
    invited = list(queries.open_invitations(network))
    form = InviteCoordinatorForm(
        request.POST or None,
        working={one.user.email.lower() for one in present},
        invited={one.email for one in invited},
    )
    if request.method == "POST" and form.is_valid():
        role = [roles.NETWORK_COORDINATOR.code]
        actions.invite(network=network, email=form.cleaned_data["email"], roles=role, by=request.user.pk)
        messages.done(request, _("De uitnodiging is verstuurd."))
        return redirect("networks:coordinators", network.slug)
    values = {
        "coordinators": present,
        "invitations": joining_words.invitations(invited, now=clock.now()),
        "form": form,
        "tabs": joining_words.tabs(network, here=request.path),
    }
    return render(request, "networks/members_coordinators.html", frame.about(network) | values)


@for_network(Permission.EDIT_NETWORK)
@require_POST
def resend(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Send the mail again, with a new link."""
    done = _("De uitnodiging is nog een keer verstuurd.")
    return act_on(request, network, pk, actions.resend, done=done, back="networks:coordinators")


@for_network(Permission.EDIT_NETWORK)
@require_POST
def withdraw(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """The link in the mail stops working."""
    done = _("De uitnodiging is ingetrokken.")
    return act_on(request, network, pk, actions.withdraw, done=done, back="networks:coordinators")
