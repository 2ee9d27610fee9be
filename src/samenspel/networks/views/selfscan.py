"""Where cooperation stands: the self-scan of a network, by its coordinator (P1.2)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.networks import frame, joining_words
from samenspel.networks.access import for_network
from samenspel.networks.actions import selfscan as actions
from samenspel.networks.forms.selfscan import ScanForm
from samenspel.networks.models import Network
from samenspel.networks.queries import selfscan as queries


@for_network(Permission.EDIT_NETWORK)
@require_safe
def results(request: PersonRequest, network: Network) -> HttpResponse:
    """The newest scan per theme, with a first step and the change since the one before; made to be printed, too."""
    outcome = queries.outcome(network)
    values = {
        "tabs": joining_words.tabs(network, here=request.path),
        "outcome": outcome,
        "earlier": joining_words.earlier_scans(outcome) if outcome else None,
    }
    return render(request, "networks/start_selfscan.html", frame.about(network) | values)


@for_network(Permission.EDIT_NETWORK)
def fill_in(request: PersonRequest, network: Network) -> HttpResponse:
    """Ten statements; about five minutes."""
    form = ScanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.fill_in(network=network, scores=form.scores(), by=request.user.pk)
        messages.done(request, _("De zelfscan is bewaard."))
        return redirect("networks:selfscan", network.slug)
    return render(request, "networks/start_selfscan_form.html", frame.about(network) | {"form": form})
