"""A person's own page: a link alone shows nothing; the code that goes with it opens it for half an hour in one browser.

Only behind the code the database shows anything of the person, and nothing but of this one person.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limit
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.design import messages
from samenspel.lib.scope import acting_for
from samenspel.people import links
from samenspel.people import queries as people
from samenspel.people.actions import ownpage
from samenspel.people.models import OwnPage, Person
from samenspel.people.rules import PAGE_OPEN_FOR
from samenspel.referrals.forms.mine import CodeForm
from samenspel.referrals.queries import dossier, mine

COOKIE = "samenspel_mijn"
MAILS, TRIES = "3/h/key,10/h/ip", "10/h/key,30/h/ip"
FIRST_LOOKS = 8


class Behind(Protocol):
    """A view behind the code: it works for this person only."""

    __name__: str

    def __call__(self, request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
        """Answer for the person whose page it is."""


def behind_link(view: Callable[[PersonRequest, OwnPage, str], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view for who has a link that still works; every other link gets one friendly page."""

    @wraps(view)
    def found(request: PersonRequest, token: str) -> HttpResponse:
        try:
            page = links.page_behind(token)
        except links.BadLink:
            return for_their_eyes(render(request, "referrals/mine_gone.html"))
        return for_their_eyes(view(request, page, token))

    return found


def behind_code(view: Behind) -> Callable[..., HttpResponse]:
    """A view for who also gave the code, in this browser and less than half an hour ago; else the code is asked."""

    @wraps(view)
    def opened(request: PersonRequest, page: OwnPage, token: str) -> HttpResponse:
        if not ownpage.is_open(page, key=request.COOKIES.get(COOKIE, "")):
            return redirect("referrals:mine", token)
        with acting_for(page.person_id):
            person = people.person_with(page.person_id)
            return view(request, page, person, token)

    return behind_link(opened)


def for_their_eyes(response: HttpResponse) -> HttpResponse:
    """Nothing of it stays in the browser, goes along to another site, or is found by a search machine."""
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "same-origin"  # stricter would keep a browser from sending our own forms
    response["X-Robots-Tag"] = "noindex"
    return response


def looked(page: OwnPage, what: str) -> None:
    """The person saw their own page: one line in the log, as the person's own act."""
    audit.record(
        f"people.page.{what}",
        action=Action.READ,
        by=page.person_id,
        about=page,
        network_id=page.network_id,
        subject_id=page.person_id,
    )


@public
@sensitive_post_parameters("digits")
@require_http_methods(["GET", "HEAD", "POST"])
@behind_link
def own(request: PersonRequest, page: OwnPage, token: str) -> HttpResponse:
    """The page itself when it is open here, else the door with the code."""
    if ownpage.is_open(page, key=request.COOKIES.get(COOKIE, "")):
        return redirect("referrals:mine", token) if request.method == "POST" else _open(request, page, token)
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        waiting = limit(request, action="own_page_try", rate=TRIES, key=page.pk.hex)
        if waiting is not None:
            return waiting
        if form.is_valid() and (key := _key_for(page, form)):
            return _remember(redirect("referrals:mine", token), key)
    return render(request, "referrals/mine_door.html", frame(page, token) | {"form": form})


def _key_for(page: OwnPage, form: CodeForm) -> str:
    """The key for this browser, or nothing with the reason at the field."""
    try:
        return ownpage.open_with(page=page, digits=form.cleaned_data["digits"])
    except ownpage.CodeWrong:
        ownpage.note_wrong(page=page)
        form.add_error("digits", _("Deze code klopt niet. Kijk hem nog eens na."))
    except ownpage.CodeGone:
        ownpage.note_wrong(page=page)
        form.add_error("digits", _("Deze code werkt niet meer. Vraag een nieuwe code."))
    return ""


def _remember(answer: HttpResponse, key: str) -> HttpResponse:
    answer.set_cookie(
        COOKIE,
        key,
        max_age=int(PAGE_OPEN_FOR.total_seconds()),
        path=reverse("referrals:mine", args=["-"]).removesuffix("-/"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer


def _open(request: PersonRequest, page: OwnPage, token: str) -> HttpResponse:
    with acting_for(page.person_id):
        person = people.person_with(page.person_id)
        receivers = mine.receivers(person)
        context = frame(page, token) | {
            "person": person,
            "questions": mine.questions(person),
            "helpers": mine.helpers(person),
            "receivers": [one for one in receivers if not one.ended_at],
            "stopped": [one for one in receivers if one.ended_at],
            "looks": mine.looks(person, most=FIRST_LOOKS),
        }
        looked(page, "seen")
        return render(request, "referrals/mine.html", context)


@public
@require_POST
@behind_link
def code(request: PersonRequest, page: OwnPage, token: str) -> HttpResponse:
    """Mail a fresh code to the address that we have; the answer does not say which address that is."""
    waiting = limit(request, action="own_page_code", rate=MAILS, key=page.pk.hex)
    if waiting is not None:
        return waiting
    try:
        ownpage.mail_code(page=page)
    except ownpage.NoAddress:
        text = _("Wij kunnen u geen code mailen. Bel ons, of kijk in de brief.")
    else:
        text = _("De code is onderweg naar uw e-mailadres. Hij werkt 15 minuten.")
    messages.done(request, text)
    return redirect("referrals:mine", token)


@public
@require_POST
@behind_link
def shut(request: PersonRequest, page: OwnPage, token: str) -> HttpResponse:
    """Close the page in this browser."""
    if ownpage.is_open(page, key=request.COOKIES.get(COOKIE, "")):
        ownpage.close(page=page)
    messages.done(request, _("De pagina is gesloten."))
    return redirect("referrals:mine", token)


@public
@require_safe
@behind_code
def log(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
    """Everybody who did something with the data of this person, by month."""
    looked(page, "seen")
    return render(request, "referrals/mine_log.html", frame(page, token) | {"looks": mine.looks(person)})


@public
@require_safe
@behind_code
def on_paper(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
    """All that is kept of this person, to read or print (AVG 15)."""
    looked(page, "downloaded")
    context = frame(page, token) | {"sections": dossier.sections(person), "person": person}
    return render(request, "referrals/mine_paper.html", context)


@public
@require_safe
@behind_code
def as_file(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:  # noqa: ARG001 -- a view
    """The same as a file, to take elsewhere (AVG 20)."""
    looked(page, "downloaded")
    answer = JsonResponse(dossier.as_values(person), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return answer


def frame(page: OwnPage, token: str) -> dict[str, Any]:
    """What every page of these needs: the network with its phone number, and the link it was opened with."""
    network = page.network
    return {"network": network, "network_name": network.name, "phone": network.phone, "token": token}
