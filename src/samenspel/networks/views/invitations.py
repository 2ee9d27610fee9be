"""Accepting an invitation: one link, one person, once. Looking changes nothing, so mail scanners do no harm."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.accounts import actions as accounts
from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limited
from samenspel.design import messages
from samenspel.lib import clock
from samenspel.networks import joining_words
from samenspel.networks.actions import members as actions
from samenspel.networks.forms.members import WelcomeForm
from samenspel.networks.models import Invitation
from samenspel.networks.queries import links, members
from samenspel.networks.rules import InvitationState


@public
@limited("networks.accepting", "20/h/ip")
def invitation(request: PersonRequest, token: str) -> HttpResponse:
    """Who invites, for what, and one button to say yes."""
    try:
        asked = links.invitation(token)
    except links.BadLink as wrong:
        raise Http404 from wrong
    closed = joining_words.closed_invitation(asked.state(now=clock.now()))
    if closed:
        return render(request, "networks/start_invitation_closed.html", {"sentence": closed, "invitation": asked})
    if request.user.is_authenticated:
        return _for_signed_in(request, asked)
    if members.account_of(asked.email):
        return _page(request, asked, who="sign_in")
    return _for_newcomer(request, asked)


def _for_signed_in(request: PersonRequest, asked: Invitation) -> HttpResponse:
    """Somebody with an account says yes with one button; somebody else is told that the link is not theirs."""
    if request.user.email.lower() != asked.email.lower():
        return _page(request, asked, who="other")
    if request.method != "POST":
        return _page(request, asked, who="same")
    try:
        actions.accept(invitation=asked, user=request.user)
    except actions.InvitationClosed:
        return _closed_meanwhile(request, asked)
    messages.done(request, _("Welkom bij %(place)s.") % {"place": asked.place.name})
    return redirect("networks:what_may_i")


def _for_newcomer(request: PersonRequest, asked: Invitation) -> HttpResponse:
    """The link came by mail, so the address is known to be theirs; the name is all we ask."""
    form = WelcomeForm(request.POST or None, initial={"name": asked.name})
    if request.method != "POST" or not form.is_valid():
        return _page(request, asked, who="new", form=form)
    try:
        user = actions.accept_as_newcomer(invitation=asked, name=form.cleaned_data["name"])
    except actions.InvitationClosed:
        return _closed_meanwhile(request, asked)
    accounts.sign_in(request=request, user=user, method="invitation")
    messages.done(request, _("Welkom bij %(place)s.") % {"place": asked.place.name})
    return redirect("networks:what_may_i")


def _closed_meanwhile(request: PersonRequest, asked: Invitation) -> HttpResponse:
    values = {"sentence": joining_words.closed_invitation(InvitationState.ACCEPTED), "invitation": asked}
    return render(request, "networks/start_invitation_closed.html", values)


def _page(request: PersonRequest, asked: Invitation, *, who: str, form: WelcomeForm | None = None) -> HttpResponse:
    values = {
        "invitation": asked,
        "who": who,
        "form": form,
        "roles": members.roles_in(asked.roles),
        "invited_by": members.name_of(asked.invited_by),
        "signed_in_as": request.user,
    }
    return render(request, "networks/start_invitation.html", values)
