"""Who works for an organisation: its administrators invite, choose roles, and let people go."""

from uuid import UUID

from django.contrib import messages as plain
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.limits import limited
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.lib import clock
from samenspel.networks import joining_words
from samenspel.networks.access import for_organisation
from samenspel.networks.actions import members as actions
from samenspel.networks.forms.members import InviteForm, RolesForm
from samenspel.networks.models import Organisation
from samenspel.networks.queries import members as queries
from samenspel.networks.views.inviting import act_on


@for_organisation(Permission.MANAGE_MEMBERS)
@require_safe
def members(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Everybody who works here with their roles, and who is invited."""
    values = {
        "organisation": organisation,
        "trail": _trail(organisation)[:1],
        "members": queries.members_of(organisation),
        "invitations": joining_words.invitations(queries.open_invitations(organisation), now=clock.now()),
    }
    return render(request, "networks/members_list.html", values)


@for_organisation(Permission.MANAGE_MEMBERS)
@limited("networks.inviting", "60/h/user")
def invite(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Invite a colleague by mail."""
    working = {one.user.email.lower() for one in queries.members_of(organisation)}
    invited = {one.email for one in queries.open_invitations(organisation)}
    form = InviteForm(request.POST or None, working=working, invited=invited)
    if request.method == "POST" and form.is_valid():
        actions.invite(organisation=organisation, by=request.user.pk, **form.cleaned_data)
        messages.done(request, _("De uitnodiging is verstuurd."))
        return redirect("networks:members", organisation.slug)
    return render(
        request,
        "networks/members_invite.html",
        {"organisation": organisation, "trail": _trail(organisation), "form": form},
    )


@for_organisation(Permission.MANAGE_MEMBERS)
def member(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """The roles of one colleague, to change."""
    found = _found(organisation, pk)
    initial = {"roles": [role.code for role in found.roles]}
    form = RolesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_roles(organisation=organisation, user=found.user, by=request.user.pk, **form.cleaned_data)
        except actions.LastAdministrator:
            form.add_error("roles", joining_words.last_administrator())
        else:
            messages.done(request, _("De rollen van %(name)s zijn bewaard.") % {"name": found.name})
            return _back(request, organisation)
    values = {"organisation": organisation, "trail": _trail(organisation), "member": found, "form": form}
    return render(request, "networks/members_roles.html", values)


@for_organisation(Permission.MANAGE_MEMBERS)
@require_POST
def end(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """A colleague stops: all roles here end at once. Inviting again brings somebody back."""
    found = _found(organisation, pk)
    try:
        actions.end(organisation=organisation, user=found.user, by=request.user.pk)
        messages.done(request, _("%(name)s werkt niet meer voor uw organisatie.") % {"name": found.name})
    except actions.LastAdministrator:
        plain.error(request, joining_words.last_administrator())
        return redirect("networks:members", organisation.slug)
    return _back(request, organisation)


@for_organisation(Permission.MANAGE_MEMBERS)
@require_POST
def resend(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Send the mail again, with a new link."""
    done = _("De uitnodiging is nog een keer verstuurd.")
    return act_on(request, organisation, pk, actions.resend, done=done, back="networks:members")


@for_organisation(Permission.MANAGE_MEMBERS)
@require_POST
def withdraw(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """The link in the mail stops working."""
    done = _("De uitnodiging is ingetrokken.")
    return act_on(request, organisation, pk, actions.withdraw, done=done, back="networks:members")


def _found(organisation: Organisation, user_id: UUID) -> queries.Member:
    """The colleague.

    Raises:
        Http404: nobody of this organisation.
    """
    found = queries.member(organisation, user_id=user_id)
    if found is None:
        raise Http404
    return found


def _trail(organisation: Organisation) -> list[Link]:
    """The way back: the organisation, its people."""
    return [
        Link(label=organisation.name, url=reverse("networks:organisation", args=[organisation.slug])),
        Link(label=_("Mensen"), url=reverse("networks:members", args=[organisation.slug])),
    ]


def _back(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """To the list, or away from it for who just gave up the right to see it."""
    still = queries.member(organisation, user_id=request.user.pk)
    if still is None or not still.is_administrator:
        return redirect("networks:what_may_i")
    return redirect("networks:members", organisation.slug)
