"""The page behind 'deze mails niet meer': no sign-in, one button. Opening it only shows; the button stops them."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from samenspel.accounts.access import PersonRequest, public
from samenspel.finding import stoplinks
from samenspel.finding.actions import saved as actions
from samenspel.lib.scope import acting_for


@public
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: PersonRequest, token: str) -> HttpResponse:
    """Stop the mails about all saved searches of who got this link; a second press finds nothing to do."""
    try:
        owner_id = stoplinks.opened(token)
    except stoplinks.BadLink:
        return render(request, "finding/stop_gone.html", status=HTTPStatus.NOT_FOUND)
    is_done = request.method == "POST"
    if is_done:
        with acting_for(owner_id):
            actions.pause_all(owner_id=owner_id)
    return render(request, "finding/stop.html", {"is_done": is_done})
