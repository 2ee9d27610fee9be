"""What search machines ask for; robots.txt leads here."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samenspel.accounts.access import public
from samenspel.finding import sitemaps

XML = "application/xml; charset=utf-8"


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """All public pages, or the list of the files in which they are."""
    return HttpResponse(sitemaps.whole(), content_type=XML)


@public
@require_safe
def sitemap_part(request: HttpRequest, section: str, number: int) -> HttpResponse:  # noqa: ARG001
    """One file of that list."""
    return HttpResponse(sitemaps.part(section, number), content_type=XML)
