"""The page behind 'klopt nog?': no sign-in, one button. Opening it only shows; the button confirms."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samenspel.accounts.access import PersonRequest, public
from samenspel.directory import links, queries, words
from samenspel.directory.actions import freshness as actions
from samenspel.directory.rules import OfferState
from samenspel.lib import clock


@public
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: PersonRequest, token: str) -> HttpResponse:
    """Ask whether the offer still holds; after the button, or when it was answered already, say so."""
    try:
        pk, mark = links.opened(token)
    except links.BadLink:
        return render(request, "directory/confirm_gone.html", status=404)
    found = queries.to_confirm(pk=pk)
    if found is None:
        return render(request, "directory/confirm_gone.html", status=404)
    is_spent = links.is_spent(found, mark)
    if request.method == "POST":
        if not is_spent:
            try:
                actions.confirm(offer=found, by=request.scope.user_id)
            except actions.NothingToConfirm:
                return redirect(request.path)  # closed or confirmed in the meantime: the page says which
        return redirect(request.path)
    context = {
        "offer": found,
        "organisation": found.organisation,
        "card": words.card(found, today=clock.today()),
        "facts": words.facts(found, areas=queries.area_names(found.area_codes)),
        "is_spent": is_spent,
        "is_open": found.state == OfferState.OPEN.value,
    }
    return render(request, "directory/confirm.html", context)
