"""Steps with one request that need no form: taking it up, handing back, reopening, telling, merging, stopping."""

from collections.abc import Callable
from urllib.parse import parse_qs
from uuid import UUID

from django.contrib import messages as warnings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.helprequests.actions import closing, permitting, working
from samenspel.helprequests.filtering import choice_from
from samenspel.helprequests.queries import one
from samenspel.helprequests.views.request import found_in
from samenspel.networks.access import for_network
from samenspel.networks.models import Network
from samenspel.people.actions import consent as consents
from samenspel.people.actions import persons

handles = for_network(Permission.HANDLE_REQUESTS)


@handles
@require_POST
def take(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Look after it oneself; from the list one stays on the list, at the next row."""
    return _step(request, network, pk, working.take, _("U hebt deze vraag opgepakt."), undo="request_hand_back")


@handles
@require_POST
def hand_back(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Let a colleague look after it."""
    text = _("Een collega kan deze vraag nu oppakken.")
    return _step(request, network, pk, working.hand_back, text, undo="request_take")


@handles
@require_POST
def reopen(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Take a closed request up again."""
    return _step(request, network, pk, working.reopen, _("De vraag staat weer open. U hebt hem opgepakt."))


@handles
@require_POST
def told(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """The person heard why it was closed."""
    closing.told(request=found_in(network, pk), by=request.user.pk)
    messages.done(request, _("Opgeschreven dat dit verteld is."))
    return redirect("helprequests:request", network.slug, pk)


@handles
@require_POST
def merge(request: PersonRequest, network: Network, pk: UUID, other: UUID) -> HttpResponse:
    """Say that this person is the same as one who asked before; it can be taken back."""
    person = one.person_in(found_in(network, pk))
    kept = one.person_like(person, pk=other) if person else None
    if person is None or kept is None:
        raise Http404
    try:
        persons.merge(gone=person, kept=kept, by=request.user.pk)
    except persons.NotTwoPersons:
        warnings.warning(request, _("Deze gegevens zijn al samengevoegd. Kijk hieronder hoe het nu staat."))
    else:
        undo = reverse("helprequests:request_part", args=[network.slug, pk])
        messages.done(request, _("Samengevoegd: dit is nu één persoon."), undo_url=undo)
    return redirect("helprequests:request", network.slug, pk)


@handles
@require_POST
def part(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Take a merge back."""
    person = one.person_in(found_in(network, pk))
    if person is None:
        raise Http404
    persons.part(person=person, by=request.user.pk)
    messages.done(request, _("Het zijn weer twee personen."))
    return redirect("helprequests:request", network.slug, pk)


@handles
@require_POST
def stop(request: PersonRequest, network: Network, pk: UUID, consent: UUID) -> HttpResponse:
    """The person takes one consent back, on the phone; from this moment nobody reads on the ground of it."""
    found = one.consent_in(found_in(network, pk), pk=consent)
    if found is None:
        raise Http404
    consents.withdraw(consent=found, by=request.user.pk)
    messages.done(request, _("De toestemming is ingetrokken. Dat werkt meteen."))
    return redirect("helprequests:request", network.slug, pk)


@handles
@require_POST
def stop_all(request: PersonRequest, network: Network, pk: UUID, person: UUID) -> HttpResponse:
    """The person takes back everything they agreed to."""
    standing = one.consents_in(found_in(network, pk), person_id=person)
    permitting.stop_all(standing=standing.values(), by=request.user.pk)
    messages.done(request, _("Alle toestemming is ingetrokken. Niemand leest deze gegevens nog."))
    return redirect("helprequests:request", network.slug, pk)


def _step(
    request: PersonRequest, network: Network, pk: UUID, step: Callable[..., None], text: str, *, undo: str = ""
) -> HttpResponse:
    found = found_in(network, pk)
    try:
        step(request=found, by=request.user.pk)
    except working.StepNotPossible:
        too_late(request)
    else:
        undo_url = reverse(f"helprequests:{undo}", args=[network.slug, pk]) if undo else ""
        messages.done(request, text, undo_url=undo_url)
    return redirect(_onward(request, network, pk))


def too_late(request: PersonRequest) -> None:
    """Say that a colleague was first."""
    warnings.warning(request, _("Een collega was u net voor. Kijk hieronder hoe het nu staat."))


def _onward(request: PersonRequest, network: Network, pk: UUID) -> str:
    """The list at the row after this one when the button stood there, else the page of the request."""
    listed = request.POST.get("lijst", "")
    if not listed:
        return reverse("helprequests:request", args=[network.slug, pk])
    params = {name: values[0] for name, values in parse_qs(listed[:500]).items()}
    try:
        at = f"#vraag-{UUID(request.POST.get('volgende', ''))}"
    except ValueError:
        at = ""
    return f"{reverse('helprequests:requests', args=[network.slug])}?{choice_from(params).query}{at}"
