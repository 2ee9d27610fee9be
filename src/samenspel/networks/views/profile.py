"""The page of one organisation, the form to keep it, and its picture."""

from uuid import UUID

from django.contrib import messages as warnings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.lib.pictures import CONTENT_TYPE
from samenspel.networks import linked, pictures, previous
from samenspel.networks.access import for_organisation
from samenspel.networks.actions import profile as actions
from samenspel.networks.forms.profile import ProfileForm
from samenspel.networks.frame import about
from samenspel.networks.models import Organisation
from samenspel.networks.queries import pages
from samenspel.networks.queries import profile as queries

A_YEAR = 365 * 24 * 3600


@public
@require_safe
def partner(request: PersonRequest, slug: str, organisation: str) -> HttpResponse:
    """Who an organisation is: what it does, offers and needs, and whom to call (P0.5, P3.7)."""
    network = pages.network_named(slug, scope=request.scope)
    tie = queries.partner_named(organisation, network=network)
    found = tie.organisation
    sees_board = request.scope.may(Permission.SEE_BOARD, network_id=network.pk)
    picture_url = pictures.address(found.picture.name or "")
    context = {
        "tie": tie,
        "organisation": found,
        "picture_url": picture_url,
        **linked.organisation_page(network, found, picture=picture_url),
        "posts": queries.board_posts_of(found.pk, network=network) if sees_board else [],
        "sees_board": sees_board,
        "may_edit": request.scope.may(Permission.EDIT_PROFILE, organisation_id=found.pk),
        "may_manage": request.scope.may(Permission.MANAGE_MEMBERS, organisation_id=found.pk),
    }
    return render(request, "networks/profile_partner.html", about(network) | context)


@for_organisation(Permission.SEE_BOARD)
@require_safe
def home(request: PersonRequest, organisation: Organisation) -> HttpResponse:  # noqa: ARG001
    """From one's own organisation to where others read about it."""
    return redirect(address_of(organisation))


@for_organisation(Permission.EDIT_PROFILE)
def edit(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Keep the profile of one's own organisation; the texts of before can be put back."""
    form = ProfileForm(request.POST or None, request.FILES or None, organisation=organisation)
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, organisation, form)
        except actions.NumberTaken:
            form.add_error("kvk", form.number_taken())
        else:
            return redirect(address_of(organisation))
    context = {
        "organisation": organisation,
        "form": form,
        "picture_url": pictures.address(organisation.picture.name or "", small=True),
        "back_url": address_of(organisation),
        "trail": [Link(label=organisation.name, url=address_of(organisation))],
    }
    return render(request, "networks/profile_edit.html", context)


def _save(request: PersonRequest, organisation: Organisation, form: ProfileForm) -> None:
    before = actions.edit(
        organisation=organisation,
        values={name: form.cleaned_data[name] for name in form.text_names()},
        picture=form.cleaned_data["picture"],
        without_picture=form.cleaned_data.get("without_picture", False),
        by=request.user.pk,
    )
    if form.cleaned_data["picture"] or form.cleaned_data.get("without_picture"):
        previous.take(request, organisation.pk)  # the old picture is gone, so this cannot be undone
        messages.done(request, _("Het profiel is bewaard."))
        return
    previous.remember(request, organisation.pk, before)
    messages.done(
        request, _("Het profiel is bewaard."), undo_url=reverse("networks:profile_undo", args=[organisation.slug])
    )


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def undo(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Put the texts back as they were before the last change of this person."""
    before = previous.take(request, organisation.pk)
    if before:
        try:
            actions.edit(organisation=organisation, values=before, by=request.user.pk)
        except actions.NumberTaken:
            warnings.warning(request, _("De vorige tekst kan niet terug: een ander heeft nu het KvK-nummer."))
        else:
            messages.done(request, _("De vorige tekst staat weer in het profiel."))
    return redirect(address_of(organisation))


def address_of(organisation: Organisation) -> str:
    """Where people read about an organisation: its page in a network, else the form to fill it."""
    network = queries.home_of(organisation)
    if network is None:
        return reverse("networks:profile_edit", args=[organisation.slug])
    return reverse("networks:profile", args=[network.slug, organisation.slug])


@public
@require_safe
def picture(request: HttpRequest, mark: UUID, *, small: bool = False) -> HttpResponse:  # noqa: ARG001
    """A stored picture. Its name never gets other bytes, so a browser may keep it for a year."""
    found = pictures.read(mark, small=small)
    if found is None:
        raise Http404
    answer = HttpResponse(found, content_type=CONTENT_TYPE)
    answer["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
