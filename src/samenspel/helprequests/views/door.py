"""The resident's door: five short steps on a phone, without an account, with the phone number on every step (P0.2)."""

from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.core.signing import BadSignature
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limit
from samenspel.design.parts import Step
from samenspel.engine import danger, kinds
from samenspel.finding import danger_words
from samenspel.helprequests import emails, words
from samenspel.helprequests.actions import asking, drafting
from samenspel.helprequests.forms.door import Draft, KindsForm, ReachForm, StepForm, WhoForm, WishesForm, WordsForm
from samenspel.helprequests.forms.question import question_of
from samenspel.helprequests.queries import drafts
from samenspel.lib import clock, ids
from samenspel.networks.frame import about
from samenspel.networks.models import Network
from samenspel.networks.queries import pages
from samenspel.places.forms import PlaceForm

COOKIE, KEPT_SECONDS = "samenspel_vraag", 7 * 24 * 3600
LAST = 5
RATE = "5/m/ip,30/h/ip"
KEEPING = "30/m/ip"


@public
@never_cache
def step(request: PersonRequest, slug: str, number: int) -> HttpResponse:
    """One step. Going back is safe: what was filled in is kept until the question is sent."""
    network = pages.network_named(slug, scope=request.scope)
    draft_id = _draft_id(request, network)
    so_far = drafts.typed_so_far(draft_id=draft_id, network=network)
    if not 1 <= number <= LAST:
        raise Http404
    if number > 1 and not so_far.get("words"):
        return redirect("helprequests:step", slug, 1)
    if number > 3 and not so_far.get("age_band"):  # noqa: PLR2004 -- the step that asks for whom
        return redirect("helprequests:step", slug, 3)
    form, place = _form(request, network, number, so_far)
    if request.method == "POST" and form.is_valid() and (place is None or place.is_valid()):
        if number == LAST:
            return _send(request, network, form, so_far, draft_id)
        return _keep(network, number, draft_id, so_far | form.draft() | _where(place))
    return render(request, "helprequests/step.html", _context(network, number, form, place, so_far))


def _form(request: PersonRequest, network: Network, number: int, so_far: Draft) -> tuple[StepForm, PlaceForm | None]:
    data: Any = request.POST if request.method == "POST" else None
    match number:
        case 1:
            return WordsForm(data, initial=so_far), None
        case 2:
            guesses = [guess.code for guess in kinds.standard().guess(so_far["words"])]
            return KindsForm(data, initial=so_far, guesses=guesses), None
        case 3:
            return WhoForm(data, initial=so_far), PlaceForm(data, initial={"where": so_far.get("where", "")})
        case 4:
            return WishesForm(data, initial=so_far), None
        case _:
            return ReachForm(data, network_name=network.name, so_far=so_far), None


@public
@require_POST
def keep_words(request: PersonRequest, slug: str) -> HttpResponse:
    """Keep the words of the first step while somebody types; asked by the page itself."""
    network = pages.network_named(slug, scope=request.scope)
    waiting = limit(request, action="keep_words", rate=KEEPING)
    form = WordsForm(request.POST)
    if waiting is not None or not form.is_valid():
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    draft_id = _draft_id(request, network)
    typed = drafts.typed_so_far(draft_id=draft_id, network=network) | form.draft()
    draft_id = draft_id or ids.new_id()
    drafting.keep(draft_id=draft_id, network=network, typed=typed)
    moment = timezone.localtime(clock.now()).strftime("%H:%M")
    answer = HttpResponse(status=HTTPStatus.NO_CONTENT)
    answer["X-Saved"] = quote(_("Bewaard om %(time)s, alleen op dit apparaat.") % {"time": moment})
    return _with_key(answer, network, draft_id)


def _where(place: PlaceForm | None) -> Draft:
    if place is None or place.area is None:
        return {}
    return {"where": place.cleaned_data["where"], "area": place.area.code, "area_name": place.area.name}


def _keep(network: Network, number: int, draft_id: UUID | None, typed: Draft) -> HttpResponse:
    draft_id = draft_id or ids.new_id()
    drafting.keep(draft_id=draft_id, network=network, typed=typed)
    address = reverse("helprequests:step", args=[network.slug, number + 1])
    return _with_key(redirect(address), network, draft_id)


def _with_key(answer: HttpResponse, network: Network, draft_id: UUID) -> HttpResponse:
    """The key to the draft, for this browser and these pages only."""
    first = reverse("helprequests:step", args=[network.slug, 1])
    answer.set_signed_cookie(
        COOKIE, str(draft_id), max_age=KEPT_SECONDS, path=first.removesuffix("1/"), httponly=True, samesite="Lax"
    )
    return answer


def _send(request: PersonRequest, network: Network, form: Form, so_far: Draft, draft_id: UUID | None) -> HttpResponse:
    waiting = limit(request, action="ask", rate=RATE)
    if waiting is not None:
        return waiting
    language = "en" if (get_language() or "").startswith("en") else "nl"
    question = question_of(network, so_far, form.cleaned_data, draft_id=draft_id, language=language)
    request_made = asking.ask(question)
    if request_made is not None:
        emails.tell_front_door_soon(network.pk)
    answer = redirect("helprequests:sent", network.slug)
    answer.delete_cookie(COOKIE, path=reverse("helprequests:step", args=[network.slug, 1]).removesuffix("1/"))
    return answer


@public
@require_safe
def sent(request: PersonRequest, slug: str) -> HttpResponse:
    """The receipt: what happens now and when; nothing of what was told, so anybody may see it."""
    network = pages.network_named(slug, scope=request.scope)
    return render(request, "helprequests/sent.html", about(network))


@public
@require_POST
def forget(request: PersonRequest, slug: str) -> HttpResponse:
    """Throw the draft away and begin again, or not at all."""
    network = pages.network_named(slug, scope=request.scope)
    draft_id = _draft_id(request, network)
    if draft_id is not None:
        drafting.throw_away(draft_id=draft_id)
    return redirect("helprequests:step", slug, 1)


def _draft_id(request: PersonRequest, network: Network) -> UUID | None:  # noqa: ARG001 -- the cookie's path holds it
    try:
        return UUID(request.get_signed_cookie(COOKIE, max_age=KEPT_SECONDS))
    except (KeyError, BadSignature, ValueError):
        return None


def _context(network: Network, number: int, form: Form, place: PlaceForm | None, so_far: Draft) -> dict[str, Any]:
    said = form.data.get("words") or so_far.get("words", "")
    rail = [
        Step(
            label=str(label),
            url=reverse("helprequests:step", args=[network.slug, one]) if one < number else "",
            state="done" if one < number else "now" if one == number else "later",
        )
        for one, label in enumerate(words.STEP_NAMES, start=1)
    ]
    return about(network) | {
        "form": form,
        "place": place,
        "steps": rail,
        "number": number,
        "is_last": number == LAST,
        "title": words.STEP_NAMES[number - 1],
        "calls": danger_words.calls(danger.flags(said)),
        "has_draft": bool(so_far),
        "keeps": number == 1,
        "back": reverse("helprequests:step", args=[network.slug, number - 1]) if number > 1 else "",
    }
