"""The front page, what needs somebody today, and what the product says about itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenspel.accounts.access import PersonRequest, public, signed_in
from samenspel.design.linked import absolute
from samenspel.lib import clock
from samenspel.referrals.queries import tellings
from samenspel.web.forms import WhereForm
from samenspel.web.queries import mine as mines
from samenspel.web.queries import near, shortcuts
from samenspel.web.queries import today as todays


@public
def home(request: HttpRequest) -> HttpResponse:
    """The front door of the product: where do you live, and which network works there."""
    form = WhereForm(request.GET or None)
    where = form.cleaned_data["waar"] if form.is_valid() else ""
    return render(request, "web/home.html", {"form": form, "where": where, "networks": near.networks_near(where)})


@signed_in
def today(request: PersonRequest) -> HttpResponse:
    """What needs this person now, by kind and longest waiting first, and the pages on which they work."""
    mine = mines.mine(request, request.scope, news_since=tellings.oldest())
    groups = todays.todo(request.scope, mine)
    context = {
        "groups": groups,
        "total": sum(group.total for group in groups),
        "shortcuts": shortcuts.shortcuts(request.scope, mine),
        "has_role": bool(request.scope.grants),
        "today": clock.today(),
    }
    return render(request, "web/today.html", context)


@public
def about(request: HttpRequest) -> HttpResponse:
    """What Samenspel is, for whom, and who is behind it."""
    return render(request, "web/about.html")


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that public bodies have to publish (L31)."""
    return render(request, "web/accessibility.html")


@public
def cookies(request: HttpRequest) -> HttpResponse:
    """Which cookies there are: only those without which the page does not work (P1.12)."""
    return render(request, "web/cookies.html", {"session_minutes": int(settings.SESSION_IDLE.total_seconds() // 60)})


@public
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Search machines may see what the public sees, and nothing behind signing in."""
    hidden = ("/account/", "/vandaag/", "/berichten/", "/logboek/", "/demo/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in hidden), "", f"Sitemap: {absolute('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
def security_contact(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Where to report a hole in the security (RFC 9116)."""
    expires = clock.now().replace(year=clock.now().year + 1, month=1, day=31, hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.SECURITY_EMAIL}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_ADDRESS}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether server and database answer; for load balancers and for the start of the demo."""
    return HttpResponse("ok", content_type="text/plain")
