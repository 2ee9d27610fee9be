"""Starting a network in four short steps (P1.2), kept in the session until the last one."""

from django.contrib import messages as plain
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.roles import Permission
from samenspel.design.parts import Step
from samenspel.networks import access, frame, joining_words, statements
from samenspel.networks.access import for_network, for_platform
from samenspel.networks.actions import start as actions
from samenspel.networks.forms.start import LAST_STEP, STEPS, CoordinatorForm
from samenspel.networks.models import Network

DRAFT = "network_to_start"
# Nothing about a person is kept in the draft but the contact person, who will stand on a public page.


@public
@require_safe
def start(request: PersonRequest) -> HttpResponse:
    """What a network needs to begin, for anybody; who keeps the platform begins here."""
    values = {
        "statements": statements.STATEMENTS.values(),
        "may_start": access.holds_everywhere(request.scope, Permission.EDIT_NETWORK),
        "has_draft": DRAFT in request.session,
    }
    return render(request, "networks/start_front.html", values)


@for_platform(Permission.EDIT_NETWORK)
def step(request: PersonRequest, number: int) -> HttpResponse:
    """One step; going back is safe, because what was filled in stays."""
    draft = request.session.get(DRAFT, {})
    first_open = next((one for one in STEPS if not _is_filled_in(one, draft)), LAST_STEP)
    if number > first_open:
        return redirect("networks:start_step", first_open)
    if number == LAST_STEP:
        return _last_step(request, draft)
    if number not in STEPS:
        raise Http404
    form = STEPS[number](request.POST or None, initial=draft)
    if request.method == "POST" and form.is_valid():
        request.session[DRAFT] = {**draft, **form.draft()}
        return redirect("networks:start_step", number + 1)
    return render(request, "networks/start_step.html", {"form": form, "steps": _rail(number), "number": number})


def _last_step(request: PersonRequest, draft: dict[str, str]) -> HttpResponse:
    """Who coordinates; then everything is made at once."""
    form = CoordinatorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        plan = actions.Plan(**{key: value for key, value in draft.items() if key != "municipality"})
        try:
            network = actions.start(plan=plan, coordinator_email=form.cleaned_data["email"], by=request.user.pk)
        except actions.AlreadyStarted:
            plain.error(
                request, _("Net was iemand u voor met dezelfde naam of hetzelfde nummer. Probeer het nog een keer.")
            )
        else:
            del request.session[DRAFT]
            return redirect("networks:started", network.slug)
    values = {
        "form": form,
        "steps": _rail(LAST_STEP),
        "number": LAST_STEP,
        "draft": draft,
        "facts": joining_words.start_facts(draft),
    }
    return render(request, "networks/start_step.html", values)


@for_network(Permission.EDIT_NETWORK)
@require_safe
def started(request: PersonRequest, network: Network) -> HttpResponse:
    """The network is there: what to do next."""
    return render(request, "networks/start_done.html", frame.about(network) | {"steps": _rail(LAST_STEP + 1)})


def _is_filled_in(number: int, draft: dict[str, str]) -> bool:
    """Whether everything that a step asks is in the draft."""
    return STEPS[number].base_fields.keys() <= draft.keys()


def _rail(now: int) -> list[Step]:
    labels = [_("Naam en gebied"), _("Penvoerder"), _("Bellen en contact"), _("Coördinator"), _("Klaar")]
    return [
        Step(
            label=label,
            url=reverse("networks:start_step", args=[number]) if number < now <= LAST_STEP else "",
            state="done" if number < now else "now" if number == now else "later",
        )
        for number, label in enumerate(labels, start=1)
    ]
