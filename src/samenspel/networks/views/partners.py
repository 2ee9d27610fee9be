"""The coordinator keeps the list of partners: who leads, who stops, who has no administrator yet."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages as plain
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts import roles
from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.networks import frame, joining_words
from samenspel.networks.access import for_network
from samenspel.networks.actions import members as member_actions
from samenspel.networks.actions import partners as actions
from samenspel.networks.forms.joining import InviteAdministratorForm
from samenspel.networks.models import Network, Partner
from samenspel.networks.queries import joining, members


@for_network(Permission.VET_PARTNERS)
@require_safe
def partners(request: PersonRequest, network: Network) -> HttpResponse:
    """Who takes part now and since when, and who did before."""
    values = {
        "tabs": joining_words.tabs(network, here=request.path),
        "present": joining.present_partners(network),
        "past": joining.past_partners(network),
    }
    return render(request, "networks/joining_partners.html", frame.about(network) | values)


@for_network(Permission.VET_PARTNERS)
@require_POST
def end(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """An organisation stops; its history stays, and it can be taken back."""
    undo = reverse("networks:partner_resume", args=[network.slug, pk])
    done = _("%(name)s doet vanaf vandaag niet meer mee. De geschiedenis blijft bewaard.")
    return _change(request, network, pk, actions.end, done, undo_url=undo)


@for_network(Permission.VET_PARTNERS)
@require_POST
def resume(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """It did not stop after all."""
    return _change(request, network, pk, actions.resume, _("%(name)s doet weer mee."))


@for_network(Permission.VET_PARTNERS)
@require_POST
def let_lead(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Another partner becomes the lead partner."""
    return _change(request, network, pk, actions.let_lead, _("%(name)s is nu de penvoerder."))


@for_network(Permission.VET_PARTNERS)
def invite_administrator(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Help an organisation that nobody can manage yet: invite its first administrator."""
    partner = get_object_or_404(joining.partners_of(network), pk=pk, ended_on=None)
    if members.has_administrator(partner.organisation):
        return redirect("networks:partners", network.slug)
    if joining.came_in_elsewhere(partner):
        plain.error(
            request, _("Deze organisatie deed eerder mee in een ander netwerk. Daar krijgt zij haar beheerder.")
        )
        return redirect("networks:partners", network.slug)
    form = InviteAdministratorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        member_actions.invite(
            organisation=partner.organisation,
            email=form.cleaned_data["email"],
            roles=[roles.ADMINISTRATOR.code],
            by=request.user.pk,
        )
        messages.done(request, _("De uitnodiging is verstuurd."))
        return redirect("networks:partners", network.slug)
    values = {"partner": partner, "form": form}
    return render(request, "networks/joining_administrator.html", frame.about(network) | values)


def _change(
    request: PersonRequest, network: Network, pk: UUID, action: Callable[..., None], done: str, *, undo_url: str = ""
) -> HttpResponse:
    """Do one thing with one partner and go back to the list, with a sentence about how it went."""
    partner: Partner = get_object_or_404(joining.partners_of(network), pk=pk)
    try:
        action(partner=partner, by=request.user.pk)
        messages.done(request, done % {"name": partner.organisation.name}, undo_url=undo_url)
    except actions.LeadCannotEnd:
        plain.error(request, _("De penvoerder kan niet stoppen. Maak eerst een andere partner penvoerder."))
    except actions.NotPresent:
        plain.warning(request, _("De lijst was intussen veranderd. Dit is de lijst van nu."))
    return redirect("networks:partners", network.slug)
