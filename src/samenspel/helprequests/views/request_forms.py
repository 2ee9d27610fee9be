"""Steps with one request in which something is filled in; a mistake keeps all that was typed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenspel.accounts.access import PersonRequest
from samenspel.design import messages
from samenspel.helprequests import onewords
from samenspel.helprequests.actions import closing, permitting, working
from samenspel.helprequests.forms.desk import (
    AgreeForm,
    ClarifyForm,
    CloseForm,
    DeskForm,
    LimitsForm,
    NoteForm,
    ParkForm,
)
from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.queries import one
from samenspel.helprequests.rules import Light, Outcome
from samenspel.helprequests.views.request import Filled, found_in, show
from samenspel.helprequests.views.request_steps import handles, too_late
from samenspel.networks.models import Network
from samenspel.people.actions.consent import Given, WrongGiver
from samenspel.people.rules import ConsentChannel, Giver


@handles
@require_POST
def clarify(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Put down what the question really is."""
    found = found_in(network, pk)
    form = ClarifyForm(request.POST, request=found, guesses=one.whole(found).guesses)
    if not form.is_valid():
        return show(request, network, found, Filled(form))
    working.clarify(request=found, found=form.found(), by=request.user.pk)
    return _done(request, found, _("De vraag is verhelderd."))


@handles
@require_POST
def limits(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Go through the seven stop questions."""
    found = found_in(network, pk)
    form = LimitsForm(request.POST, request=found)
    if not form.is_valid():
        return show(request, network, found, Filled(form))
    outcome = working.check_limits(request=found, answers=form.answers(), by=request.user.pk)
    said = onewords.limits(found)
    if outcome.light is Light.GREEN and said:
        return _done(request, found, said.title)
    return _done(request, found, _("De antwoorden zijn bewaard. Lees hieronder wat ze betekenen."))


@handles
@require_POST
def park(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Put it aside until a day."""
    found = found_in(network, pk)
    form = ParkForm(request.POST)
    if not form.is_valid():
        return show(request, network, found, Filled(form))
    try:
        working.park(request=found, until=form.cleaned_data["until"], by=request.user.pk)
    except working.ParkedInThePast:
        form.add_error("until", _("Kies een dag na vandaag."))
        return show(request, network, found, Filled(form))
    except working.StepNotPossible:
        return _again(request, network, pk, form)
    undo = reverse("helprequests:request_take", args=[network.slug, pk])
    return _done(request, found, _("De vraag is geparkeerd."), undo=undo)


@handles
@require_POST
def note(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Write down what was said."""
    found = found_in(network, pk)
    people = closing.people_to_tell(found)
    form = NoteForm(request.POST, people=people)
    if not people:
        raise Http404
    if not form.is_valid():
        return show(request, network, found, Filled(form))
    about = next(person for person in people if str(person.pk) == form.cleaned_data["about"])
    working.note(request=found, about=about, text=form.cleaned_data["text"], by=request.user.pk)
    return _done(request, found, _("De aantekening is bewaard."))


@handles
@require_POST
def close(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """End it; where nobody can help the person hears it in words, by mail or from who closes."""
    found = found_in(network, pk)
    form = CloseForm(request.POST, can_tell=bool(closing.people_to_tell(found)))
    if not form.is_valid():
        return show(request, network, found, Filled(form))
    outcome, words = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["words"]
    try:
        left = closing.end(request=found, outcome=outcome, words=words, by=request.user.pk)
    except working.StepNotPossible:
        return _again(request, network, pk, form)
    undo = reverse("helprequests:request_reopen", args=[network.slug, pk])
    text = _("De vraag is afgesloten.") + (" " + onewords.to_tell(left) if left else "")
    return _done(request, found, text, undo=undo)


@handles
@require_POST
def agree(request: PersonRequest, network: Network, pk: UUID, person: UUID) -> HttpResponse:
    """Write down that somebody said yes, by phone or at the counter: who, how, to which text, and who asked."""
    found = found_in(network, pk)
    if person not in {found.person_id, found.carer_id}:
        raise Http404
    is_carer = person == found.carer_id
    form = AgreeForm(request.POST, band="" if is_carer else found.age_band, whose="carer" if is_carer else "person")
    if not form.is_valid():
        return show(request, network, found, Filled(form, whose=person))
    given = Given(
        by=Giver(form.cleaned_data["given_by"]),
        channel=ConsentChannel(form.cleaned_data["channel"]),
        asked_by=request.user.pk,
    )
    try:
        permitting.agreed(request=found, person_id=person, given=given, by=request.user.pk)
    except WrongGiver:
        form.add_error("given_by", _("Voor deze persoon moet iemand anders ja zeggen: kijk naar leeftijd en curator."))
        return show(request, network, found, Filled(form, whose=person))
    return _done(request, found, _("De toestemming is opgeschreven."))


def _again(request: PersonRequest, network: Network, pk: UUID, form: DeskForm) -> HttpResponse:
    """A colleague was first: how it stands now, with what was typed still there."""
    too_late(request)
    return show(request, network, found_in(network, pk), Filled(form, status=409))


def _done(request: PersonRequest, found: HelpRequest, text: str, *, undo: str = "") -> HttpResponse:
    messages.done(request, text, undo_url=undo)
    return redirect("helprequests:request", found.network.slug, found.pk)
