"""What was sent: the list with whose turn it is, a file of it, taking one back, and the whole path of a request."""

from typing import Any
from uuid import UUID

from django.contrib import messages as warnings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.design import messages
from samenspel.design.parts import FilterChip, Link
from samenspel.lib import clock, sheet_writing
from samenspel.networks.access import for_network, for_organisation
from samenspel.networks.frame import about
from samenspel.networks.models import Network, Organisation
from samenspel.referrals import outboxrows, pathparts, sentwords
from samenspel.referrals.actions import sending
from samenspel.referrals.actions.stepping import Actor, StepNotPossible
from samenspel.referrals.forms.send import WithdrawForm
from samenspel.referrals.outboxrows import page_of
from samenspel.referrals.queries import asked as requests
from samenspel.referrals.queries import path, sent
from samenspel.referrals.queries.sent import Place
from samenspel.referrals.rules import Side

PER_PAGE = 25
for_front_door = for_network(Permission.HANDLE_REQUESTS)
for_referrer = for_organisation(Permission.REFER)


@for_referrer
@require_safe
def outbox(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """What this organisation sent."""
    return _list(request, Place(organisation=organisation))


@for_front_door
@require_safe
def network_outbox(request: PersonRequest, network: Network) -> HttpResponse:
    """What the front door sent."""
    return _list(request, Place(network=network))


@for_referrer
@require_safe
def outbox_file(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """The list of an organisation to take along."""
    return _file(request, Place(organisation=organisation))


@for_front_door
@require_safe
def network_outbox_file(request: PersonRequest, network: Network) -> HttpResponse:
    """The list of the front door to take along."""
    return _file(request, Place(network=network))


@for_referrer
@require_POST
def withdraw(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Take back what this organisation sent."""
    return _withdraw(request, Place(organisation=organisation), pk)


@for_front_door
@require_POST
def network_withdraw(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Take back what the front door sent."""
    return _withdraw(request, Place(network=network), pk)


@for_front_door
@require_safe
def request_path(request: PersonRequest, network: Network, pk: UUID) -> HttpResponse:
    """Everything that was sent for one request, as one path."""
    asked = requests.at_front_door(network, request_id=pk)
    nodes = path.of_request(pk, network_id=network.pk)
    context = {
        "asked": asked,
        "facts": sentwords.facts(asked.request),
        "path": pathparts.drawn(nodes),
        "came_to": sentwords.came_to(nodes),
        "trail": _trail(Place(network=network)),
    }
    return render(request, "referrals/request_path.html", about(network) | context)


def _list(request: PersonRequest, place: Place) -> HttpResponse:
    tab = request.GET.get("stand", "")
    counts = sent.counts(place)
    page = Paginator(sent.listed(place, tab), PER_PAGE).get_page(request.GET.get("page"))
    here = _address(place, "outbox")
    chips = [
        FilterChip(label=_("Alles wat loopt"), url=here, count=sum(counts[one] for one in sent.NOW), chosen=not tab)
    ]
    chips += [
        FilterChip(label=str(text), url=f"{here}?stand={one}", count=counts[one], chosen=tab == one)
        for one, text in sentwords.TAB_TEXTS.items()
    ]
    context = {
        "page": page,
        "rows": [outboxrows.row_of(referral, url=page_of(referral)) for referral in page],
        "chips": chips,
        "has_any": any(counts.values()),
        "file_url": f"{_address(place, 'outbox_file')}?stand={tab}",
        "place": place,
        "trail": _trail(place)[:1],
    }
    return render(request, "referrals/outbox.html", _frame(place) | context)


def _file(request: PersonRequest, place: Place) -> HttpResponse:
    tab = outboxrows.as_tab(list(sent.listed(place, request.GET.get("stand", ""))))
    organisation_id = place.organisation.pk if place.organisation else None
    audit.exported(request, event="referrals.outbox.exported", form="xlsx", organisation_id=organisation_id)
    name = f"verwijzingen-{_slug(place)}-{clock.today():%Y-%m-%d}.xlsx"
    return HttpResponse(
        sheet_writing.as_xlsx([tab]),
        content_type=sheet_writing.XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _withdraw(request: PersonRequest, place: Place, pk: UUID) -> HttpResponse:
    referral = sent.one_of(place, referral_id=pk)
    form = WithdrawForm(request.POST)
    said = form.cleaned_data["words"] if form.is_valid() else ""
    by, name = Actor(Side.SENDER, request.user.pk), {"name": referral.receiver.name}
    try:
        sending.withdraw(referral=referral, by=by, words=said, with_rest=request.GET.get("alles") == "1")
    except StepNotPossible:
        warnings.warning(request, _("Intrekken kan niet meer. Kijk hieronder hoe het nu staat."))
    else:
        messages.done(request, _("Ingetrokken. %(name)s kan er niets meer mee. Opnieuw sturen mag altijd.") % name)
    return redirect(page_of(referral))


def _address(place: Place, name: str, *more: object) -> str:
    prefix = "" if place.organisation else "network_"
    return reverse(f"referrals:{prefix}{name}", args=[_slug(place), *more])


def _slug(place: Place) -> str:
    here = place.organisation or place.network
    assert here  # noqa: S101 -- a place is one of the two
    return here.slug


def _frame(place: Place) -> dict[str, Any]:
    return about(place.network) if place.network else {"organisation": place.organisation}


def _trail(place: Place) -> list[Link]:
    outbox_link = Link(label=_("Verstuurde verwijzingen"), url=_address(place, "outbox"))
    if place.organisation:
        home = Link(label=place.organisation.name, url=reverse("networks:organisation", args=[_slug(place)]))
    else:
        home = Link(label=str(place.network), url=reverse("networks:network", args=[_slug(place)]))
    return [home, outbox_link]
