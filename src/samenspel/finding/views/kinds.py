"""All kinds of help by group, for who finds none of the guesses right or would rather choose than type."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.directory.words import kind_choices
from samenspel.finding import asking, showing
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages


@public
@require_safe
def kinds(request: PersonRequest) -> HttpResponse:
    """Over all networks with a public page."""
    return _kinds(request, None)


@public
@require_safe
def kinds_in_network(request: PersonRequest, slug: str) -> HttpResponse:
    """Within one network."""
    return _kinds(request, pages.network_named(slug, scope=request.scope))


def _kinds(request: PersonRequest, network: Network | None) -> HttpResponse:
    """Each kind leads to the search as it was, with that kind confirmed."""
    asked = asking.read(request.GET, network)
    action, params = showing.action_of(network), showing.params_of(asked)
    groups = [
        (name, [(label, showing.link(action, params | {"soort": [code]})) for code, label in listed])
        for name, listed in kind_choices()
        if not isinstance(listed, str)
    ]
    context = {
        "groups": groups,
        "back_url": showing.link(action, params),
        "text": asked.text,
        "phone_here": network.phone if network else settings.SITE_PHONE,
    }
    frame = about(network) if network else {}
    return render(request, "finding/kinds.html", frame | context)
