"""Answering without an account: a signed link, a code to the known address, and half an hour to decide.

Whoever has only the link sees which organisation and network it is about, and nothing more. A link that is forged, too
old, or for something that is gone gives the same page, so that it teaches nobody anything.
"""

from http import HTTPStatus
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limit
from samenspel.design import messages
from samenspel.lib.scope import acting_for
from samenspel.networks.frame import about
from samenspel.referrals import links
from samenspel.referrals.actions import doors
from samenspel.referrals.actions.stepping import Actor
from samenspel.referrals.forms.deciding import CodeForm
from samenspel.referrals.links import Opened
from samenspel.referrals.models import AnswerDoor, Referral
from samenspel.referrals.queries import doors as kept
from samenspel.referrals.queries import inbox
from samenspel.referrals.rules import DOOR_STAYS_OPEN, Side
from samenspel.referrals.views import deciding, showing

COOKIE = "samenspel_antwoord"
CODES = "5/h/key,10/d/key,20/h/ip"
TRIES = "30/h/ip"
BY_LINK = Actor(Side.RECEIVER, by_link=True)


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: PersonRequest, token: str) -> HttpResponse:
    """The door, or what is behind it when this browser opened it just now."""
    try:
        said = links.opened(token)
    except links.BadLink:
        return _gone(request)
    with acting_for(said.receiver_id):
        referral = inbox.received(said.receiver_id).filter(pk=said.referral_id).first()
        if referral is None:
            return _gone(request)
        door = kept.door(_door_id(request), referral=referral)
        if doors.is_open(door, referral=referral):
            return _inside(request, referral, said)
        return _at_the_door(request, referral, door)


def _inside(request: PersonRequest, referral: Referral, said: Opened) -> HttpResponse:
    outcome, name = None, request.POST.get("do", "")
    can = deciding.BY_LINK[said.purpose]
    if name in can:
        outcome = deciding.do(referral, name, request.POST, by=BY_LINK)
        if outcome.told:
            messages.done(request, outcome.told)
            return redirect(request.path)
        referral.refresh_from_db()
    context = about(referral.network, trail=False) | showing.page(referral, by=BY_LINK, outcome=outcome, only=can)
    status = HTTPStatus.CONFLICT if context["problem"] else HTTPStatus.OK
    return _alone(render(request, "referrals/referral.html", context | {"by_link": True}, status=status))


def _at_the_door(request: PersonRequest, referral: Referral, door: AnswerDoor | None) -> HttpResponse:
    form = CodeForm()
    match request.POST.get("do", ""):
        case "send":
            return _send(request, referral)
        case "open" if door is not None:
            waiting = limit(request, action="answer_try", rate=TRIES)
            if waiting is not None:
                return waiting
            form = CodeForm(request.POST)
            if form.is_valid() and doors.enter(door=door, referral=referral, code=form.cleaned_data["code"]):
                return redirect(request.path)
            if form.is_valid():
                form.refuse()
    context = about(referral.network, trail=False) | {
        "organisation": referral.receiver,
        "was_sent": door is not None and door.opened_at is None,
        "has_address": bool(referral.receiver.contact_email),
        "form": form,
    }
    return _alone(render(request, "referrals/answer_door.html", context))


def _send(request: PersonRequest, referral: Referral) -> HttpResponse:
    waiting = limit(request, action="answer_code", rate=CODES, key=str(referral.pk))
    if waiting is not None:
        return waiting
    answer = redirect(request.path)
    try:
        door = doors.ask(referral=referral)
    except doors.NoAddress:
        return answer
    answer.set_signed_cookie(
        COOKIE,
        str(door.pk),
        salt=COOKIE,
        max_age=2 * int(DOOR_STAYS_OPEN.total_seconds()),
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


def _door_id(request: PersonRequest) -> UUID | None:
    try:
        return UUID(request.get_signed_cookie(COOKIE, salt=COOKIE))
    except (KeyError, BadSignature, ValueError):
        return None


def _gone(request: PersonRequest) -> HttpResponse:
    return _alone(render(request, "referrals/answer_gone.html", status=HTTPStatus.NOT_FOUND))


def _alone(response: HttpResponse) -> HttpResponse:
    """The address is half a key: no search machine keeps it; every page here tells other sites no referrer at all."""
    response["X-Robots-Tag"] = "noindex"
    return response
