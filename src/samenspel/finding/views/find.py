"""The finding page: from somebody's own words and place to help that fits. For everybody, without an account."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.finding import asking, gap_tokens, showing, showing_lists
from samenspel.finding.forms.find import FindForm
from samenspel.finding.queries import search
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages

FORM_ID = "zoekform"


@public
@require_safe
def find(request: PersonRequest) -> HttpResponse:
    """Over all networks with a public page."""
    return _find(request, None)


@public
@require_safe
def find_in_network(request: PersonRequest, slug: str) -> HttpResponse:
    """Within one network."""
    return _find(request, pages.network_named(slug, scope=request.scope))


def _find(request: PersonRequest, network: Network | None) -> HttpResponse:
    asked = asking.read(request.GET, network)
    htmx = request.htmx  # type: ignore[attr-defined]
    if asked.held_bsn and not htmx:
        return redirect(showing.link(showing.action_of(network), showing.params_of(asked) | {asking.BSN_GONE: ["1"]}))
    answer = None if showing.blank(asked) else search.search(asked.wanted)
    page = showing.page(asked, answer, network=network, is_outside="buiten" in request.GET)
    gap = gap_tokens.token(asked.wanted, answer) if answer else ""
    beside = showing_lists.beside_results(request, page.address, network)
    if htmx and not htmx.history_restore_request:
        response = _fragment(page, network, beside | {"gap": gap}, is_typing=htmx.trigger == FORM_ID)
    else:
        form = FindForm(initial={"q": asked.text, "plek": asked.where.typed})
        frame = about(network) if network else {}
        response = render(request, "finding/find.html", frame | beside | {"shown": page, "form": form, "gap": gap})
    patch_vary_headers(response, ["HX-Request"])
    if not page.is_blank:
        response["X-Robots-Tag"] = "noindex"
    return response


def _fragment(page: showing.Page, network: Network | None, beside: dict[str, Any], *, is_typing: bool) -> HttpResponse:
    """What changes while somebody types or chooses; without the frame around it, so that it is there at once.

    Typing changes the address in place; a choice is a step to which one can go back.
    """
    context = beside | {"shown": page, "network": network, "is_fragment": True}
    html = render_to_string("finding/find.html#fragment", context)
    response = HttpResponse(html)
    response["HX-Replace-Url" if is_typing else "HX-Push-Url"] = page.address
    return response
