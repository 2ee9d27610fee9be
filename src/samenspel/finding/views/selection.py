"""One's own list: put an offer on it or take it off, put it in order, empty it. For everybody, without an account."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages as warnings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.design import messages
from samenspel.finding import keeping, mylist, showing_lists
from samenspel.finding.queries import selections
from samenspel.finding.queries.selections import Entry
from samenspel.lib import clock


@public
@require_safe
def my_list(request: PersonRequest) -> HttpResponse:
    """The list of who looks; nobody else can see it."""
    ids = keeping.kept(request)
    response = render(request, "finding/my_list.html", showing_lists.context(request, ids))
    return showing_lists.for_their_eyes(response)


@public
@require_POST
def keep(request: PersonRequest) -> HttpResponse:
    """Put one offer on the list, or take it off; with scripts the button changes in its place."""
    ids, wanted = keeping.kept(request), _asked(request, "bewaar")
    which = wanted or _asked(request, "weg")
    if which is None:
        return redirect("finding:my_list")
    (entry,) = selections.entries([which], scope=request.scope, today=clock.today())
    try:
        changed = mylist.with_one(ids, which) if wanted and entry.is_open else mylist.without(ids, which)
    except mylist.Full:
        return _told(request, ids, entry, _full())
    response = _told(request, changed, entry, "" if entry.is_open or not wanted else _gone())
    keeping.remember(response, changed)
    return response


@public
@require_POST
def change(request: PersonRequest) -> HttpResponse:
    """Take one off, or move it one place; from the page of the list itself."""
    ids = keeping.kept(request)
    up, down, gone = (_asked(request, name) for name in ("omhoog", "omlaag", "weg"))
    if gone in ids and gone:
        undo = reverse("finding:list_restore", args=[mylist.code_of(ids)])
        messages.done(request, _("Dit staat niet meer op uw lijstje."), undo_url=undo)
        return _to_list(mylist.without(ids, gone))
    which = up or down
    if which is None:
        return _to_list(ids)
    return _to_list(mylist.moved(ids, which, by=-1 if up else 1), at=which)


@public
@require_POST
def empty(request: PersonRequest) -> HttpResponse:
    """Take everything off; it can be undone from the page that follows."""
    ids = keeping.kept(request)
    if ids:
        undo = reverse("finding:list_restore", args=[mylist.code_of(ids)])
        messages.done(request, _("Uw lijstje is leeg."), undo_url=undo)
    return _to_list(())


@public
@require_POST
def restore(request: PersonRequest, code: str) -> HttpResponse:
    """Bring back the list as it was."""
    try:
        ids = mylist.ids_in(code)
    except mylist.BadCode:
        return showing_lists.bad_code(request)
    messages.done(request, _("Uw lijstje is weer zoals het was."))
    return _to_list(ids)


@public
@require_POST
def take(request: PersonRequest, code: str) -> HttpResponse:
    """Take over a list that somebody passed on, behind what one had already."""
    try:
        ids = mylist.ids_in(code)
    except mylist.BadCode:
        return showing_lists.bad_code(request)
    own = keeping.kept(request)
    all_of_it = mylist.together(own, ids)
    if set(ids) <= set(all_of_it):
        undo = reverse("finding:list_restore", args=[mylist.code_of(own)]) if own else reverse("finding:list_empty")
        messages.done(request, _("Dit staat nu op uw lijstje."), undo_url=undo)
    else:
        warnings.warning(request, _full())
    return _to_list(all_of_it)


def _asked(request: PersonRequest, name: str) -> UUID | None:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return None


def _told(request: PersonRequest, ids: mylist.Ids, entry: Entry, problem: str) -> HttpResponse:
    """What a press of the button answers: the button as it is now, or the page one came from."""
    if request.htmx:  # type: ignore[attr-defined]
        context = {"entry": entry, "kept": ids, "problem": problem, "is_kept": entry.id in ids}
        return render(request, "finding/parts/kept.html", context)
    if problem:
        warnings.warning(request, problem)
    elif entry.id in ids:
        messages.done(request, _("Bewaard op uw lijstje: %(name)s") % {"name": entry.name})
    else:
        messages.done(request, _("Van uw lijstje gehaald: %(name)s") % {"name": entry.name or _("een aanbod")})
    back = request.POST.get("terug", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        back = reverse("finding:my_list")
    return HttpResponseRedirect(f"{back.split('#')[0]}#{keeping.button_id(entry.id)}", status=HTTPStatus.SEE_OTHER)


def _to_list(ids: mylist.Ids, *, at: UUID | None = None) -> HttpResponse:
    address = reverse("finding:my_list") + (f"#{keeping.button_id(at)}" if at else "")
    response = redirect(address)
    keeping.remember(response, ids)
    return response


def _full() -> str:
    return _("Uw lijstje is vol: er kunnen %(most)d op. Haal er eerst een weg.") % {"most": mylist.MOST}


def _gone() -> str:
    return _("Dit aanbod staat er niet meer. Het kan niet op uw lijstje.")
