"""What one's own organisation offers: is there room, change it, close it (for who keeps the profile)."""

from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid5

from django.contrib import messages as warnings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.directory import queries, words
from samenspel.directory.actions import freshness
from samenspel.directory.actions import offers as actions
from samenspel.directory.forms import DescribeForm, RoomForm
from samenspel.directory.models import Offer
from samenspel.lib import clock
from samenspel.networks import pictures
from samenspel.networks.access import for_organisation
from samenspel.networks.models import Organisation

PER_PAGE = 25


@for_organisation(Permission.EDIT_PROFILE)
@require_safe
def offers(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Everything that the organisation offers; room changes with one tap."""
    page = Paginator(queries.offers_of(organisation), PER_PAGE).get_page(request.GET.get("page"))
    cards = [words.card(offer, today=clock.today()) for offer in page]
    context = {"organisation": organisation, "cards": cards, "page": page, "trail": _trail(organisation)[:1]}
    return render(request, "directory/own_offers.html", context)


@for_organisation(Permission.EDIT_PROFILE)
def new(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Describe something new."""
    form = _form(request, organisation)
    if request.method == "POST":
        answer = _saved(request, organisation, form, offer_id=_id_of(form, organisation))
        if answer is not None:
            return answer
    draft_url = reverse("directory:draft_new", args=[organisation.slug])
    return _show(request, organisation, form, draft_url=draft_url)


@for_organisation(Permission.EDIT_PROFILE)
def edit(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Change an offer, or go on where one was."""
    offer = queries.own_offer(organisation, pk=pk)
    form = _form(request, organisation, offer)
    if request.method == "POST":
        answer = _saved(request, organisation, form, offer_id=pk)
        if answer is not None:
            return answer
    draft_url = reverse("directory:draft", args=[organisation.slug, pk])
    return _show(request, organisation, form, draft_url=draft_url, offer=offer)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def draft_new(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Keep what is typed so far of something new; asked by the page itself while somebody types."""
    form = _form(request, organisation)
    return _kept(request, organisation, form, offer_id=_id_of(form, organisation))


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def draft(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Keep what is typed so far of an offer that is there already."""
    offer = queries.own_offer(organisation, pk=pk)
    return _kept(request, organisation, _form(request, organisation, offer), offer_id=pk)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def discard(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Throw away what was typed and not published."""
    actions.forget_typed(offer=queries.own_offer(organisation, pk=pk), by=request.user.pk)
    messages.done(request, _("Wat nog niet geplaatst was, is weggegooid."))
    return redirect("directory:offers", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def room(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Say with one tap whether there is room."""
    offer = queries.own_offer(organisation, pk=pk)
    form = RoomForm(request.POST)
    if not form.is_valid():
        warnings.warning(request, _("Dat getal begrijpen wij niet. Typ een heel getal, bijvoorbeeld 3."))
        return redirect("directory:offers", organisation.slug)
    try:
        actions.say_room(offer=offer, room=form.room(), by=request.user.pk)
    except actions.NotOpen:
        warnings.warning(request, _("Dit aanbod staat niet open. Open het eerst."))
    else:
        messages.done(request, _("Bewaard: %(name)s") % {"name": offer.name})
    return redirect("directory:offers", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def close(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Take an offer out of sight."""
    try:
        actions.close(offer=queries.own_offer(organisation, pk=pk), by=request.user.pk)
    except actions.NotOpen:
        warnings.warning(request, _("Dit aanbod was al gesloten."))
    else:
        undo = reverse("directory:reopen", args=[organisation.slug, pk])
        messages.done(request, _("Het aanbod is gesloten. Bewoners zien het niet meer."), undo_url=undo)
    return redirect("directory:offers", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def confirm(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Say that an offer is still true."""
    try:
        freshness.confirm(offer=queries.own_offer(organisation, pk=pk), by=request.user.pk)
    except freshness.NothingToConfirm:
        warnings.warning(request, _("Dit aanbod staat niet open. Open het eerst."))
    else:
        messages.done(request, _("Dank u wel. Iedereen ziet dat het klopt."))
    return redirect("directory:offers", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def reopen(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Show a closed offer again."""
    try:
        actions.reopen(offer=queries.own_offer(organisation, pk=pk), by=request.user.pk)
    except actions.NotClosed:
        warnings.warning(request, _("Dit aanbod staat al open."))
    else:
        messages.done(request, _("Het aanbod staat weer open."))
    return redirect("directory:offers", organisation.slug)


def _form(request: PersonRequest, organisation: Organisation, offer: Offer | None = None) -> DescribeForm:
    areas = queries.area_choices(organisation)
    return DescribeForm(request.POST or None, request.FILES or None, offer=offer, areas=areas)


def _id_of(form: DescribeForm, organisation: Organisation) -> UUID:
    """The id of something new: follows from the mark in the form, so that the same form never gives two offers."""
    once = form.fields["once"].clean(form.data.get("once"))
    return uuid5(once, str(organisation.pk))


def _saved(
    request: PersonRequest, organisation: Organisation, form: DescribeForm, *, offer_id: UUID
) -> HttpResponse | None:
    """Where to go after keeping it for later or publishing it; nothing when the form says what is wrong."""
    if "later" in request.POST:
        actions.keep_typed(organisation=organisation, offer_id=offer_id, typed=form.typed(), by=request.user.pk)
        messages.done(request, _("Bewaard. Bewoners zien het nog niet; u kunt later verder."))
        return redirect("directory:offers", organisation.slug)
    if not form.is_valid():
        return None
    actions.save(
        organisation=organisation,
        offer_id=offer_id,
        values=form.values(),
        by=request.user.pk,
        picture=form.cleaned_data["picture"],
        without_picture=form.cleaned_data.get("without_picture", False),
        mark=form.cleaned_data["once"],
    )
    messages.done(request, _("Het aanbod is bewaard."))
    return redirect("directory:offers", organisation.slug)


def _kept(request: PersonRequest, organisation: Organisation, form: DescribeForm, *, offer_id: UUID) -> HttpResponse:
    typed, mark = form.typed(), form.fields["once"].clean(form.data.get("once"))
    try:
        moment = actions.keep_typed(
            organisation=organisation, offer_id=offer_id, typed=typed, by=request.user.pk, mark=mark
        )
    except actions.ComesTooLate:
        saved = _("Dit staat er al. Druk op de knop om te bewaren wat u verder verandert.")
    else:
        saved = _("Als concept bewaard om %(time)s") % {"time": date_format(timezone.localtime(moment), "H:i")}
    return HttpResponse(status=204, headers={"X-Saved": quote(saved)})


def _show(
    request: PersonRequest,
    organisation: Organisation,
    form: DescribeForm,
    *,
    draft_url: str,
    offer: Offer | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "organisation": organisation,
        "form": form,
        "offer": offer,
        "draft_url": draft_url,
        "picture_url": pictures.address(offer.picture.name or "", small=True) if offer else "",
        "trail": _trail(organisation),
    }
    return render(request, "directory/own_form.html", context)


def _trail(organisation: Organisation) -> list[Link]:
    return [
        Link(label=organisation.name, url=reverse("networks:organisation", args=[organisation.slug])),
        Link(label=_("Ons aanbod"), url=reverse("directory:offers", args=[organisation.slug])),
    ]
