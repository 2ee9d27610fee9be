"""What somebody changes on their own page: stop sharing, put right, ask to be forgotten, make old links void."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.accounts.access import PersonRequest, public
from samenspel.design import messages
from samenspel.people import emails, links
from samenspel.people.actions import ownpage, persons
from samenspel.people.models import OwnPage, Person
from samenspel.referrals.actions import stopping
from samenspel.referrals.forms.mine import DetailsForm
from samenspel.referrals.views.mine import behind_code, frame, looked


@public
@require_POST
@behind_code
def stop(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:  # noqa: ARG001 -- a view
    """Stop sharing with one receiver; it works at once, and can be agreed to again by asking us."""
    try:
        receiver_id = UUID(request.POST.get("receiver", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    if stopping.with_receiver(person=person, receiver_id=receiver_id):
        messages.done(request, _("Gestopt. Deze organisatie kan nu niets meer van u lezen."))
    return redirect("referrals:mine", token)


@public
@require_http_methods(["GET", "HEAD", "POST"])
@behind_code
def stop_all(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
    """What happens when somebody stops with everything, and the one button that does it."""
    if request.method == "POST":
        if stopping.everything(person=person):
            messages.done(request, _("Gestopt. Niemand kan nu nog iets van u lezen, behalve u zelf."))
        return redirect("referrals:mine", token)
    looked(page, "seen")
    return render(request, "referrals/mine_stop_all.html", frame(page, token))


@public
@require_http_methods(["GET", "HEAD", "POST"])
@behind_code
def details(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
    """Put right what is written down, and choose how to hear news."""
    form = DetailsForm(request.POST if request.method == "POST" else None, person=person)
    if request.method == "POST" and form.is_valid():
        persons.correct(person=person, details=form.details(), by=person.pk)
        messages.done(request, _("Uw gegevens zijn verbeterd."))
        return redirect("referrals:mine", token)
    looked(page, "seen")
    return render(request, "referrals/mine_details.html", frame(page, token) | {"form": form})


@public
@require_http_methods(["GET", "HEAD", "POST"])
@behind_code
def forget(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:
    """Ask to be forgotten, after reading what happens then (AVG 17)."""
    if request.method == "POST":
        persons.ask_to_delete(person=person, by=person.pk)
        messages.done(request, _("Uw verzoek is binnen. U hoort binnen een maand wat wij hebben gewist."))
        return redirect("referrals:mine", token)
    looked(page, "seen")
    return render(request, "referrals/mine_forget.html", frame(page, token) | {"person": person})


@public
@require_POST
@behind_code
def renew(request: PersonRequest, page: OwnPage, person: Person, token: str) -> HttpResponse:  # noqa: ARG001 -- a view
    """Make every older link void; this browser goes on with the new one, and who has mail gets it there too."""
    fresh = ownpage.renew_link(page=page, by=person.pk)
    if person.email:
        emails.news(person, page=fresh)
    messages.done(request, _("Alle oude links zijn ongeldig. Vraag hier een nieuwe code om verder te gaan."))
    return redirect("referrals:mine", links.token_of(fresh))
