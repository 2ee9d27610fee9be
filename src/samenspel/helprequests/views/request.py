"""The page of one request: who it is about when they may be read, what was told, and what can be done."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.engine import danger
from samenspel.finding import danger_words
from samenspel.helprequests import deskwords, onewords
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
from samenspel.helprequests.queries import desk, one
from samenspel.helprequests.queries.one import Whole
from samenspel.helprequests.rules import RequestState, may_step
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.people.rules import Purpose
from samenspel.people.words import VERSION, consent_text


@dataclass
class Filled:
    """The one form of the page that somebody sent and that asks for something yet."""

    form: DeskForm | None = None
    whose: UUID | None = None
    status: int = field(default=200)


@for_network(Permission.HANDLE_REQUESTS)
@require_safe
def request_page(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """One request; looking at it is written in the log, for the person and for the carer."""
    return show(request, network, found_in(network, pk), Filled())


def found_in(network: Network, pk: UUID) -> HelpRequest:
    """The request.

    Raises:
        Http404: not at this front door.
    """
    found = one.request_of(network, pk=pk)
    if found is None:
        raise Http404
    return found


def show(request: PersonRequest, network: Network, found: HelpRequest, filled: Filled) -> HttpResponse:
    """Draw the page, with the form that was sent when it asks for something yet."""
    whole = one.whole(found)
    _look(request, whole)
    names = desk.names_of(onewords.colleagues(whole) | {request.user.pk})
    context = {
        "asked": found,
        "title": deskwords.kinds_of(found.kinds),
        "lead": onewords.lead(found),
        "status": deskwords.status(
            found, me=request.user.pk, names=names, is_told=whole.was_told or not onewords.must_tell(found)
        ),
        "calls": danger_words.calls(danger.flags(whole.words)),
        "people": [onewords.card(who, names=names) for who in whole.people],
        "agree_forms": _agree_forms(whole, network, filled),
        "wishes": onewords.wishes(found),
        "limits": onewords.limits(found),
        "moments": deskwords.moments(whole.events, names=whole.names),
        "known": onewords.known(whole, network=network),
        "still_to_tell": onewords.must_tell(found) and not whole.was_told,
        "forms": _forms(whole, filled),
        "may": _may(found),
        "can_tell": any(who.person for who in whole.people),
        "is_merged": any(who.person and who.person.merged_into_id for who in whole.people if not who.is_carer),
        "trail": [*about(network)["trail"], onewords.back(network, found)],
    }
    return render(request, "helprequests/request.html", about(network) | context, status=filled.status)


def _look(request: PersonRequest, whole: Whole) -> None:
    for who in whole.people:
        audit.look(
            request, event="helprequests.request.seen", about=whole.request, subject_id=who.person_id, purpose="handle"
        )


def _may(found: HelpRequest) -> dict[str, bool]:
    """Which steps are possible from here."""
    now = RequestState(found.state)
    return {state.value: may_step(now=now, to=state) for state in RequestState}


def _forms(whole: Whole, filled: Filled) -> dict[str, DeskForm]:
    readable = [who.person for who in whole.people if who.person]
    forms: list[DeskForm] = [
        ClarifyForm(request=whole.request, guesses=whole.guesses),
        LimitsForm(request=whole.request),
        ParkForm(),
        CloseForm(can_tell=bool(readable)),
    ]
    if readable:
        forms.append(NoteForm(people=readable))
    drawn = {form.mark: form for form in forms}
    if filled.form is not None and filled.whose is None:
        drawn[filled.form.mark] = filled.form
    return drawn


def _agree_forms(whole: Whole, network: Network, filled: Filled) -> list[dict[str, Any]]:
    """For each who may not be read yet: what is read out to them, and the form in which their answer is put down."""
    forms = []
    for who in whole.people:
        if who.person is not None:
            continue
        band = "" if who.is_carer else whole.request.age_band
        form = AgreeForm(band=band, whose="carer" if who.is_carer else "person")
        forms.append(
            {
                "form": filled.form if filled.form is not None and filled.whose == who.person_id else form,
                "title": _("Toestemming van de mantelzorger") if who.is_carer else _("Toestemming van wie hulp krijgt"),
                "text": consent_text(Purpose.HANDLE, receiver=network.name),
                "version": VERSION,
                "url": reverse("helprequests:request_agree", args=[network.slug, whole.request.pk, who.person_id]),
            }
        )
    return forms
