"""Asking to join a network, and following that request through a signed link; no account needed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limited
from samenspel.design import messages
from samenspel.networks import frame, joining_words
from samenspel.networks.actions import joining as actions
from samenspel.networks.forms.joining import JoinForm
from samenspel.networks.models import JoinRequest
from samenspel.networks.queries import joining, links


@public
@limited("networks.joining", "10/h/ip")
def join(request: PersonRequest, slug: str) -> HttpResponse:
    """The form for an organisation that wants to take part; a mistake keeps all that was typed."""
    network = get_object_or_404(joining.open_network(slug=slug))
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        mark = form.cleaned_data["mark"]
        asked = actions.ask(network=network, application=form.application(), mark=mark, by=request.scope.user_id)
        return redirect("networks:application", token=links.application_token(asked))
    return render(request, "networks/joining_form.html", frame.about(network) | {"form": form})


@public
@require_safe
def application(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt and later the answer: where the request is, whose turn it is, and why it was refused."""
    asked = _opened(token)
    values = {
        "asked": asked,
        "token": token,
        "status": joining_words.join_status(asked),
        "moments": joining_words.join_moments(asked),
    }
    return render(request, "networks/joining_application.html", frame.about(asked.network) | values)


@public
@require_POST
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant changes their mind."""
    try:
        actions.withdraw(request=_opened(token))
        messages.done(request, _("Uw aanvraag is ingetrokken."))
    except actions.AlreadyDecided:
        messages.done(request, _("Over uw aanvraag is al besloten. U ziet het hieronder."))
    return redirect("networks:application", token=token)


def _opened(token: str) -> JoinRequest:
    """The request behind the link.

    Raises:
        Http404: a link that we did not make, or an old one.
    """
    try:
        return links.application(token)
    except links.BadLink as wrong:
        raise Http404 from wrong
