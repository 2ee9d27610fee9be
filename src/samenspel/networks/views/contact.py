"""Writing to a network, to one organisation in it, or asking for an adviser. Anyone may, without an account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limited
from samenspel.networks.actions import messages as actions
from samenspel.networks.forms.messages import AdviserForm, ContactForm
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import messages as queries
from samenspel.networks.queries import pages, profile
from samenspel.networks.queries.messages import Receiver
from samenspel.networks.rules import ANSWER_WITHIN

RATE = "5/m/ip,30/h/ip"


@public
@limited("contact", RATE)
def network(request: PersonRequest, slug: str) -> HttpResponse:
    """A question to the network (P0.16)."""
    found = pages.network_named(slug, scope=request.scope)
    return _write(request, found, Receiver(network=found), form_class=ContactForm)


@public
@limited("contact", RATE)
def adviser(request: PersonRequest, slug: str) -> HttpResponse:
    """A talk with an adviser of the network, without obligation (P3.10)."""
    found = pages.network_named(slug, scope=request.scope)
    return _write(request, found, Receiver(network=found), form_class=AdviserForm)


@public
@limited("contact", RATE)
def organisation(request: PersonRequest, slug: str, organisation: str) -> HttpResponse:
    """A question to one organisation in the network."""
    found = pages.network_named(slug, scope=request.scope)
    tie = profile.partner_named(organisation, network=found)
    return _write(request, found, Receiver(organisation=tie.organisation), form_class=ContactForm)


def _write(
    request: PersonRequest, network: Network, receiver: Receiver, *, form_class: type[ContactForm]
) -> HttpResponse:
    form = form_class(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send(letter=form.letter(), to=receiver, by=request.scope.user_id)
        sent = reverse("networks:contact_sent", args=[network.slug])
        return redirect(f"{sent}?aan={receiver.organisation.slug}" if receiver.organisation else sent)
    context = {
        "form": form,
        "organisation": receiver.organisation,
        "is_adviser": form_class is AdviserForm,
        "somebody_answers": bool(queries.who_answers(receiver)),
        "days": ANSWER_WITHIN,
    }
    return render(request, "networks/messages_write.html", about(network) | context)


@public
@require_safe
def sent(request: PersonRequest, slug: str) -> HttpResponse:
    """The receipt: what happens next, and when. Shows nothing of what was written, so anyone may see it."""
    found = pages.network_named(slug, scope=request.scope)
    asked = request.GET.get("aan", "")
    organisation = profile.partner_named(asked, network=found).organisation if asked else None
    context = {"organisation": organisation, "days": ANSWER_WITHIN, "receiver": organisation or found}
    return render(request, "networks/messages_sent.html", about(found) | context | {"title": _("Verstuurd")})
