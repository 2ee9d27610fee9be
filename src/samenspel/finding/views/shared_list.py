"""A list that somebody passed on: the page, on paper, by mail, and the picture to scan. For who has the address."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limit, limited
from samenspel.design import messages
from samenspel.finding import keeping, mylist, sharing, showing_lists
from samenspel.finding.actions import selections as actions
from samenspel.finding.forms.selection import MailForm
from samenspel.finding.queries import selections
from samenspel.lib import clock

PER_VISITOR = "10/h/ip"
PER_ADDRESS = "3/d/key"


@public
@require_safe
def shared_list(request: PersonRequest, code: str) -> HttpResponse:
    """The offers that the address holds, as they are now."""
    return _page(request, code, "finding/shared_list.html")


@public
@require_safe
def on_paper(request: PersonRequest, code: str) -> HttpResponse:
    """The same to print and hand over: large, with phone numbers and a picture to scan, and nothing else."""
    return _page(request, code, "finding/list_on_paper.html")


@public
@require_POST
@limited("mail_list", PER_VISITOR)
def mail(request: PersonRequest, code: str) -> HttpResponse:
    """Mail the list to oneself. The answer is always the same, so it tells nothing about an address."""
    try:
        ids = mylist.ids_in(code)
    except mylist.BadCode:
        return showing_lists.bad_code(request)
    form = MailForm(request.POST)
    if not form.is_valid():
        context = showing_lists.context(request, ids, form=form)
        return showing_lists.for_their_eyes(render(request, "finding/shared_list.html", context))
    to = form.cleaned_data["email"]
    if limit(request, action="mail_list_to", rate=PER_ADDRESS, key=to.lower()) is None:
        entries = selections.entries(ids, scope=request.scope, today=clock.today())
        actions.mail(code=code, entries=entries, to=to, by=request.scope.user_id)
    messages.done(request, _("Het lijstje komt zo in uw mailbox. Niets gekregen? Kijk of het adres klopt."))
    return redirect("finding:my_list") if keeping.kept(request) == ids else redirect("finding:list", code)


@public
@require_safe
def qr(request: PersonRequest) -> HttpResponse:
    """The picture to scan of a list or a search; of the front page when nothing is asked."""
    try:
        drawn = sharing.picture(request.GET.get("pad") or "/")
    except sharing.NotShared as wrong:
        raise Http404 from wrong
    headers = {"Cache-Control": "private, max-age=3600", "X-Robots-Tag": "noindex"}
    return HttpResponse(drawn, content_type="image/svg+xml", headers=headers)


def _page(request: PersonRequest, code: str, template: str) -> HttpResponse:
    try:
        ids = mylist.ids_in(code)
    except mylist.BadCode:
        return showing_lists.bad_code(request)
    context = showing_lists.context(request, ids) | {"is_own": keeping.kept(request) == ids}
    return showing_lists.for_their_eyes(render(request, template, context))
