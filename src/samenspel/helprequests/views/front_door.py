"""The professional's door: one page per network, under a minute, and the client hears from a person (P4.2)."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limit
from samenspel.design import messages
from samenspel.finding import sharing
from samenspel.helprequests import doorlinks, emails, referrer_emails
from samenspel.helprequests.actions import asking, verifying
from samenspel.helprequests.forms.onepage import OnePageForm
from samenspel.helprequests.forms.professional import ProfessionalForm, asked_by_professional
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.queries import doors
from samenspel.helprequests.rules import number_of
from samenspel.helprequests.views.onepage import context_of, typed_of
from samenspel.lib.scope import acting_for
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages
from samenspel.places.forms import PlaceForm

RATE = "10/m/ip,60/h/ip"
MAILS_PER_ADDRESS = "5/h/key"
GUESSES = "120/m/ip"


@public
@never_cache
def front_door(request: PersonRequest, slug: str) -> HttpResponse:
    """Ask for a client, on one page."""
    network = pages.network_named(slug, scope=request.scope)
    data: Any = request.POST if request.method == "POST" else None
    organisations = doors.refers_for(network, scope=request.scope)
    form = ProfessionalForm(data, network=network, organisations=organisations)
    place = PlaceForm(data)
    are_right = [form.is_valid(), place.is_valid()]
    if data is not None and all(are_right) and not form.unseen:
        return _send(request, network, form, typed_of(form, place))
    frame = about(network) | context_of(form, place) | {"shared": sharing.shared(request.path)}
    return render(request, "helprequests/front_door.html", frame)


def _send(request: PersonRequest, network: Network, form: ProfessionalForm, typed: dict[str, Any]) -> HttpResponse:
    waiting = limit(request, action="front_door", rate=RATE)
    if waiting is not None:
        return waiting
    organisation = form.chosen
    if organisation is None:
        return _lock_away(request, network, typed)
    by = request.scope.user_id
    question = asked_by_professional(network, typed, organisation=organisation, by=by, language=_language())
    made = asking.ask(question)
    if made is not None:
        _came_in(request, network, made)
    return redirect("helprequests:front_door_sent", network.slug)


def _lock_away(request: PersonRequest, network: Network, typed: dict[str, Any]) -> HttpResponse:
    once, to = UUID(typed["once"]), typed["email"]
    waiting = limit(request, action="front_door_mail", rate=MAILS_PER_ADDRESS, key=to.lower())
    if waiting is not None:
        return waiting
    if verifying.lock_away(once=once, network=network, typed=typed):
        referrer_emails.verify(to=to, network=network, once=once, language=_language())
    return redirect("helprequests:front_door_mailed", network.slug)


@public
@never_cache
def confirm(request: PersonRequest, slug: str, token: str) -> HttpResponse:
    """What the link in the mail opens: a button that lets the question in. Shows nothing of the question."""
    network = pages.network_named(slug, scope=request.scope)
    try:
        once = doorlinks.opened(token)
    except doorlinks.BadLink:
        return render(request, "helprequests/front_door_confirm.html", about(network) | {"is_gone": True})
    locked = doors.locked(once=once, network=network)
    if request.method == "POST" and locked.typed:
        return _let_in(request, network, once, locked.typed)
    state = {"is_in": locked.is_in, "is_gone": not locked.is_in and not locked.typed}
    return render(request, "helprequests/front_door_confirm.html", about(network) | state)


def _let_in(request: PersonRequest, network: Network, once: UUID, typed: dict[str, Any]) -> HttpResponse:
    language = _language()
    made = asking.ask(asked_by_professional(network, typed, organisation=None, by=None, language=language))
    verifying.unlock(once=once)
    if made is not None:
        _came_in(request, network, made)
    return redirect("helprequests:front_door_sent", network.slug)


def _came_in(request: PersonRequest, network: Network, made: HelpRequest) -> None:
    emails.tell_front_door_soon(network.pk)
    with acting_for(network.pk):
        to = doors.who_hears_back(made)
    if to is not None:
        referrer_emails.came_in(to, network=network, request=made)
    number = number_of(made.pk)
    messages.done(request, _("De vraag is binnen. Het nummer is %(number)s.") % {"number": number})


@public
@require_POST
def guess(request: PersonRequest, slug: str) -> HttpResponse:
    """What the words point to and whom to call in danger, while somebody types; keeps nothing."""
    network = pages.network_named(slug, scope=request.scope)
    waiting = limit(request, action="front_door_guess", rate=GUESSES)
    if waiting is not None:
        return HttpResponse(status=waiting.status_code)
    form = OnePageForm(request.POST)
    return render(request, "helprequests/front_door.html#fragment", context_of(form, None) | {"network": network})


@public
@require_safe
def mailed(request: PersonRequest, slug: str) -> HttpResponse:
    """Where somebody without an account reads that the link is in the mail; the same for everybody."""
    network = pages.network_named(slug, scope=request.scope)
    return render(request, "helprequests/front_door_mailed.html", about(network))


@public
@require_safe
def sent(request: PersonRequest, slug: str) -> HttpResponse:
    """What happens next; nothing of the question, so anybody may see it."""
    network = pages.network_named(slug, scope=request.scope)
    return render(request, "helprequests/front_door_sent.html", about(network))


@public
@require_safe
def card(request: PersonRequest, slug: str) -> HttpResponse:
    """A card for the waiting room: how to ask for help, with a picture to scan."""
    network = pages.network_named(slug, scope=request.scope)
    if not network.is_public:
        raise Http404
    path = reverse("helprequests:step", args=[slug, 1])
    shown = {"shared": sharing.shared(path), "short": settings.SITE_ADDRESS.split("//")[-1].rstrip("/") + path}
    return render(request, "helprequests/card.html", about(network) | shown)


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "nl"
