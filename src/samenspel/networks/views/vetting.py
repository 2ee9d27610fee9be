"""The coordinator of a network decides who may join (P0.1)."""

from uuid import UUID

from django.contrib import messages as plain
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.lib import clock
from samenspel.networks import frame, joining_words
from samenspel.networks.access import for_network
from samenspel.networks.actions import joining as actions
from samenspel.networks.forms.joining import RefuseForm
from samenspel.networks.models import JoinRequest, Network
from samenspel.networks.queries import joining, members
from samenspel.networks.rules import JoinState


@for_network(Permission.VET_PARTNERS)
@require_safe
def requests(request: PersonRequest, network: Network) -> HttpResponse:
    """Who waits for an answer and how long, and what was decided before."""
    values = {
        "tabs": joining_words.tabs(network, here=request.path),
        "waiting": joining.waiting_requests(network=network, today=clock.today()),
        "decided": joining.decided_requests(network=network),
    }
    return render(request, "networks/joining_requests.html", frame.about(network) | values)


@for_network(Permission.VET_PARTNERS)
@require_safe
def one_request(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """One request: who asks, why, whom to call, and whether the organisation may be here already."""
    asked = get_object_or_404(joining.requests_of(network=network), pk=pk)
    audit.record("networks.joining.seen", action=Action.READ, by=request.user.pk, about=asked, network_id=network.pk)
    return _show(request, asked, RefuseForm())


@for_network(Permission.VET_PARTNERS)
@require_POST
def admit(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Make the applicant a partner: a new organisation, or the one that was pointed at."""
    asked = get_object_or_404(joining.requests_of(network=network), pk=pk)
    same = request.POST.get("organisation", "")
    try:
        if same:
            known = next((one for one in joining.perhaps_the_same(asked) if str(one.pk) == same), None)
            if known is None:
                return redirect("networks:request", network.slug, pk)
            actions.admit_as(request=asked, organisation=known, by=request.user.pk)
        else:
            actions.admit(request=asked, by=request.user.pk)
        messages.done(request, _("%(name)s is toegelaten.") % {"name": asked.name})
    except actions.AlreadyDecided:
        _too_late(request)
    except actions.OrganisationExists:
        plain.error(request, _("Er is al een organisatie met dit KvK-nummer. Kies hieronder: dit is die organisatie."))
    return redirect("networks:request", network.slug, pk)


@for_network(Permission.VET_PARTNERS)
@require_POST
def refuse(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Say no with a reason; it can be taken back."""
    asked = get_object_or_404(joining.requests_of(network=network), pk=pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _show(request, asked, form)
    try:
        actions.refuse(request=asked, reason=form.cleaned_data["reason"], by=request.user.pk)
        undo = reverse("networks:request_undo", args=[network.slug, pk])
        messages.done(request, _("%(name)s is niet toegelaten.") % {"name": asked.name}, undo_url=undo)
    except actions.AlreadyDecided:
        _too_late(request)
    return redirect("networks:request", network.slug, pk)


@for_network(Permission.VET_PARTNERS)
@require_POST
def undo_refusal(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Look at it again."""
    asked = get_object_or_404(joining.requests_of(network=network), pk=pk)
    try:
        actions.undo_refusal(request=asked, by=request.user.pk)
        messages.done(request, _("De weigering is teruggenomen. De aanvraag wacht weer op een besluit."))
    except actions.AlreadyDecided:
        _too_late(request)
    return redirect("networks:request", network.slug, pk)


def _show(request: PersonRequest, asked: JoinRequest, form: RefuseForm) -> HttpResponse:
    waits = asked.state == JoinState.REQUESTED.value
    values = {
        "asked": asked,
        "form": form,
        "waits": waits,
        "alike": joining.perhaps_the_same(asked) if waits else [],
        "decided_by": members.name_of(asked.decided_by),
        "status": joining_words.join_status(asked, decides=True),
        "facts": joining_words.join_facts(asked),
        "trail": _trail(asked.network),
    }
    return render(request, "networks/joining_request.html", frame.about(asked.network) | values)


def _trail(network: Network) -> list[Link]:
    """The way back: the network, then the list of requests."""
    back = Link(label=_("Wie wil er meedoen?"), url=reverse("networks:requests", args=[network.slug]))
    return [*frame.about(network)["trail"], back]


def _too_late(request: PersonRequest) -> None:
    plain.warning(request, _("Iemand anders was u net voor. Hieronder ziet u wat er is besloten."))
