"""The front page of a network, and the form with which its coordinator keeps it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.networks import joining_words, linked, previous
from samenspel.networks.access import for_network
from samenspel.networks.actions import pages as actions
from samenspel.networks.forms.pages import NetworkForm
from samenspel.networks.frame import about, page_number
from samenspel.networks.models import Network
from samenspel.networks.queries import pages as queries
from samenspel.networks.wording import side_chips


@public
@require_safe
def network(request: PersonRequest, slug: str) -> HttpResponse:
    """What a resident sees first: who we are, whom to call, who works together (P0.1, P0.16)."""
    found = queries.network_named(slug, scope=request.scope)
    asked = request.GET.get("kant", "")
    side = asked if asked in queries.GROUPS else ""
    partners = queries.partners_of(found.pk, page=page_number(request), side=side)
    return render(
        request,
        "networks/page_network.html",
        about(found)
        | linked.network_page(found)
        | {
            "partners": partners,
            "chips": side_chips(partners.totals, chosen=side, url=request.path),
            "profiles_url": f"{reverse('networks:network', args=[slug])}organisaties/",
            "may_edit": request.scope.may(Permission.EDIT_NETWORK, network_id=found.pk),
            "may_see_figures": request.scope.may(Permission.SEE_FIGURES, network_id=found.pk),
            "may_see_board": request.scope.may(Permission.SEE_BOARD, network_id=found.pk),
        },
    )


@for_network(Permission.EDIT_NETWORK)
def edit(request: PersonRequest, network: Network) -> HttpResponse:
    """Keep the front page up to date; what was there before can be put back."""
    form = NetworkForm(request.POST or None, initial=NetworkForm.values_of(network))
    if request.method == "POST" and form.is_valid():
        before = actions.edit(network=network, values=form.cleaned_data, by=request.user.pk)
        previous.remember(request, network.pk, before)
        undo = reverse("networks:edit_undo", args=[network.slug])
        messages.done(request, _("De pagina van het netwerk is bewaard."), undo_url=undo)
        return redirect("networks:network", network.slug)
    context = {"form": form, "tabs": joining_words.tabs(network, here=request.path)}
    return render(request, "networks/page_edit.html", about(network) | context)


@for_network(Permission.EDIT_NETWORK)
@require_POST
def undo(request: PersonRequest, network: Network) -> HttpResponse:
    """Put the texts back as they were before the last change of this person."""
    before = previous.take(request, network.pk)
    if before:
        actions.edit(network=network, values=before, by=request.user.pk)
        messages.done(request, _("De vorige tekst staat weer op de pagina."))
    return redirect("networks:network", network.slug)
