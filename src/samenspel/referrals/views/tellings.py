"""The desk 'te vertellen': who is to be called or written to, what to say, and a letter to print."""

from io import BytesIO
from uuid import UUID

import segno
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.design import messages
from samenspel.lib import clock
from samenspel.networks.access import for_network
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.people import links
from samenspel.people.actions import telling
from samenspel.people.models import Person
from samenspel.people.rules import LETTER_CODE_LASTS, SPOKEN_CODE_LASTS
from samenspel.referrals.actions import lettering
from samenspel.referrals.queries import tellings


@for_network(Permission.HANDLE_REQUESTS)
@require_safe
def desk(request: PersonRequest, network: Network) -> HttpResponse:
    """Everybody who is to be told something, without names."""
    return render(request, "referrals/tellings.html", about(network) | {"waiting": tellings.waiting(network)})


@for_network(Permission.HANDLE_REQUESTS)
@require_safe
def one(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """One person: how to reach them and what to say."""
    found = tellings.to_tell(network, pk)
    audit.look(request, event="people.news.seen", about=found.person, subject_id=found.person.pk)
    return render(request, "referrals/telling.html", about(network) | {"found": found, "person": found.person})


@for_network(Permission.HANDLE_REQUESTS)
@require_POST
def done(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """It was told; can be taken back."""
    person = _person(network, pk)
    by = request.scope.user_id
    if by and telling.tick_off(person=person, network_id=network.pk, by=by):
        messages.done(request, _("Afgevinkt."), undo_url=_address("telling_not_done", network, pk))
    return redirect("referrals:tellings", network.slug)


@for_network(Permission.HANDLE_REQUESTS)
@require_POST
def not_done(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """It was not told after all."""
    if by := request.scope.user_id:
        telling.untick(person=_person(network, pk), network_id=network.pk, by=by)
    return redirect("referrals:telling", network.slug, pk)


@for_network(Permission.HANDLE_REQUESTS)
@require_POST
def letter(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """A letter to print, with the link on one sheet and the code on another; the code is shown this once."""
    found = tellings.to_tell(network, pk)
    page, digits = lettering.code(person=found.person, lasts=LETTER_CODE_LASTS, by=_by(request))
    audit.record(
        "people.letter.made",
        action=Action.EXECUTE,
        by=request.scope.user_id,
        about=found.person,
        network_id=network.pk,
        subject_id=found.person.pk,
    )
    address = links.address_of(page)
    context = about(network) | {
        "person": found.person,
        "news": found.news,
        "address": address,
        "qr": _drawn(address),
        "digits": digits,
        "today": clock.today(),
        "until": clock.today() + LETTER_CODE_LASTS,
    }
    return _only_now(render(request, "referrals/telling_letter.html", context))


@for_network(Permission.HANDLE_REQUESTS)
@require_POST
def code(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """A code to read out to somebody who has the link, on the phone or at the counter; shown this once."""
    person = _person(network, pk)
    _page, digits = lettering.code(person=person, lasts=SPOKEN_CODE_LASTS, by=_by(request))
    context = about(network) | {"person": person, "digits": digits}
    return _only_now(render(request, "referrals/telling_code.html", context))


def _person(network: Network, pk: UUID) -> Person:
    """Somebody whom this network may read.

    Raises:
        Http404: nobody.
    """
    return tellings.to_tell(network, pk).person


def _by(request: PersonRequest) -> UUID:
    if request.scope.user_id is None:
        raise Http404
    return request.scope.user_id


def _address(name: str, network: Network, pk: UUID) -> str:
    return reverse(f"referrals:{name}", args=[network.slug, pk])


def _drawn(address: str) -> SafeString:
    """The QR code as a drawing inside the page, so that the link is in no address."""
    out = BytesIO()
    segno.make_qr(address, error="m").save(
        out, kind="svg", scale=4, border=4, xmldecl=False, svgns=False, svgclass=None, lineclass=None, omitsize=True
    )
    return SafeString(out.getvalue().decode())  # our own drawing of our own address


def _only_now(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    return response
