"""Searches that a professional keeps: save, open, rename, pause, throw away. Each sees only their own."""

from uuid import UUID

from django.contrib import messages as warnings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, with_permission
from samenspel.accounts.roles import Permission
from samenspel.design import messages
from samenspel.design.parts import Link
from samenspel.finding import alerts, showing
from samenspel.finding.actions import saved as actions
from samenspel.finding.forms.saved import NewSavedSearchForm, SavedSearchForm
from samenspel.finding.queries import saved as queries
from samenspel.finding.queries import selections
from samenspel.lib import clock

keeps_searches = with_permission(Permission.SAVE_SEARCHES)


@keeps_searches
@require_safe
def saved_list(request: PersonRequest) -> HttpResponse:
    """All that one keeps, with what is new."""
    return render(request, "finding/saved.html", {"searches": queries.saved_by(request.user.pk)})


@keeps_searches
def new(request: PersonRequest) -> HttpResponse:
    """Give the search a name; it comes along in the address, from the page of its results."""
    first = {"zoekvraag": request.GET.get("vraag", ""), "netwerk": request.GET.get("netwerk", "")}
    form = NewSavedSearchForm(request.POST or None, initial=first)
    values = request.POST if request.method == "POST" else request.GET
    network = queries.network_for(values.get("netwerk", "")[:80], scope=request.scope)
    asked = queries.asked_in(values.get("zoekvraag", "") or values.get("vraag", ""), network)
    if showing.blank(asked):
        return render(request, "finding/saved_nothing.html", {"trail": _trail()})
    if request.method == "POST" and form.is_valid():
        query = showing.link("", showing.params_of(asked)).removeprefix("?")
        try:
            actions.save(
                title=form.cleaned_data["title"], query=query, network=network, rhythm=form.chosen_rhythm,
                by=request.user.pk,
            )  # fmt: skip
        except actions.TooMany:
            form.add_error(None, _too_many())
        else:
            messages.done(request, _("De zoekvraag is bewaard. U krijgt bericht als er nieuw aanbod is."))
            return redirect("finding:saved")
    return render(request, "finding/saved_new.html", {"form": form, "asked": asked, "trail": _trail()})


@keeps_searches
def one(request: PersonRequest, pk: UUID) -> HttpResponse:
    """One search: what was new in the last mail, and its name and rhythm to change."""
    search = queries.own(request.user.pk, pk=pk)
    form = SavedSearchForm(request.POST or None, initial={"title": search.title, "rhythm": search.rhythm})
    if request.method == "POST" and form.is_valid():
        title, rhythm = form.cleaned_data["title"], form.chosen_rhythm
        actions.change(search=search, title=title, rhythm=rhythm, by=request.user.pk)
        messages.done(request, _("Aangepast."))
        return redirect("finding:saved")
    context = {
        "saved": queries.shown(search),
        "entries": selections.entries(search.fresh, scope=request.scope, today=clock.today()),
        "form": form,
        "trail": _trail(),
    }
    return render(request, "finding/saved_one.html", context)


@keeps_searches
@require_POST
def pause(request: PersonRequest, pk: UUID) -> HttpResponse:
    """No mail about this one."""
    actions.pause(search=queries.own(request.user.pk, pk=pk), by=request.user.pk)
    undo = reverse("finding:saved_resume", args=[pk])
    messages.done(request, _("U krijgt hierover geen mail meer."), undo_url=undo)
    return redirect("finding:saved")


@keeps_searches
@require_POST
def resume(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Mail about this one again."""
    actions.resume(search=queries.own(request.user.pk, pk=pk), by=request.user.pk)
    messages.done(request, _("U krijgt hierover weer mail."))
    return redirect("finding:saved")


@keeps_searches
@require_POST
def remove(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Throw it away."""
    actions.remove(search=queries.own(request.user.pk, pk=pk), by=request.user.pk)
    undo = reverse("finding:saved_restore", args=[pk])
    messages.done(request, _("De zoekvraag is weggegooid."), undo_url=undo)
    return redirect("finding:saved")


@keeps_searches
@require_POST
def restore(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Bring back what was thrown away, as long as there is room for it."""
    if queries.number_of(request.user.pk) >= alerts.MOST_SAVED:
        warnings.warning(request, _too_many())
        return redirect("finding:saved")
    actions.restore(search=queries.own(request.user.pk, pk=pk, is_removed=True), by=request.user.pk)
    messages.done(request, _("De zoekvraag is terug."))
    return redirect("finding:saved")


def _too_many() -> str:
    return _("U bewaart al %(most)d zoekvragen. Gooi er eerst een weg.") % {"most": alerts.MOST_SAVED}


def _trail() -> list[Link]:
    return [Link(label=_("Mijn zoekvragen"), url=reverse("finding:saved"))]
