"""The counter door: who keeps the front door of a network fills in what somebody tells on the phone or in person."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.helprequests.actions import asking, drafting
from samenspel.helprequests.forms.counter import CounterForm, asked_at_counter
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.queries import doors, drafts
from samenspel.helprequests.rules import number_of
from samenspel.helprequests.views.onepage import context_of, typed_of
from samenspel.lib import ids
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages
from samenspel.places.forms import PlaceForm

COOKIE, KEPT_SECONDS = "samenspel_balie", 24 * 3600


def keeps_typed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whose session ended while somebody was telling, finds it all again after signing in.

    Only for a browser that got this page while signed in: it holds the key to the place where it is kept.
    """

    @wraps(view)
    def keeping(request: PersonRequest, slug: str) -> HttpResponse:
        draft_id = _draft_id(request)
        if request.method == "POST" and not request.user.is_authenticated and draft_id:
            network = pages.network_named(slug, scope=request.scope)
            typed = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
            drafting.keep(draft_id=draft_id, network=network, typed=typed)
        return view(request, slug=slug)

    return keeping


@keeps_typed
@for_network(Permission.HANDLE_REQUESTS)
@never_cache
def new(request: PersonRequest, network: Network) -> HttpResponse:
    """Write down a question on somebody's behalf."""
    draft_id = _draft_id(request) or ids.new_id()
    data, kept = _data(request, network, draft_id)
    form, place = CounterForm(data, network=network), PlaceForm(data)
    if request.method == "POST":
        are_right = [form.is_valid(), place.is_valid()]
        if all(are_right) and not form.unseen:
            return _send(request, network, typed_of(form, place), draft_id)
    context = about(network) | context_of(form, place) | {"was_kept": kept}
    answer = render(request, "helprequests/counter.html", context)
    path = reverse("helprequests:new", args=[network.slug])
    answer.set_signed_cookie(
        COOKIE,
        str(draft_id),
        max_age=KEPT_SECONDS,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return answer


def _data(request: PersonRequest, network: Network, draft_id: UUID) -> tuple[Any, bool]:
    """What was sent now, or what was kept when the session ended."""
    if request.method == "POST":
        return request.POST, False
    kept = drafts.typed_so_far(draft_id=draft_id, network=network)
    if not kept:
        return None, False
    data = request.GET.copy()
    data.clear()
    for name, values in kept.items():
        data.setlist(name, values)
    return data, True


def _send(request: PersonRequest, network: Network, typed: dict[str, Any], draft_id: UUID) -> HttpResponse:
    made = asking.ask(asked_at_counter(network, typed, by=request.user.pk, draft_id=draft_id))
    answer = redirect("helprequests:requests", network.slug)
    if made is not None:
        _tell(request, made)
        answer = redirect("helprequests:request", network.slug, made.pk)
    answer.delete_cookie(COOKIE, path=reverse("helprequests:new", args=[network.slug]))
    return answer


def _tell(request: PersonRequest, made: HelpRequest) -> None:
    text = _("Opgeschreven. Het nummer is %(number)s.") % {"number": number_of(made.pk)}
    if doors.known_alike(made):
        text += " " + _("Let op: misschien kennen wij deze persoon al. Kijk bij ‘Misschien al bekend’.")
    messages.done(request, text)


def _draft_id(request: PersonRequest) -> UUID | None:
    try:
        return UUID(request.get_signed_cookie(COOKIE, max_age=KEPT_SECONDS))
    except (KeyError, BadSignature, ValueError):
        return None
