"""Pages that break or hide something, for the tests of the log."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from samenspel.accounts.access import signed_in
from samenspel.accounts.models import User
from samenspel.config.urls import urlpatterns as real_pages


@signed_in
def broken(_request: HttpRequest) -> HttpResponse:
    """Changes something, then fails."""
    User.objects.update(name="veranderd")
    raise RuntimeError


@signed_in
def gone(_request: HttpRequest, wanted: UUID) -> HttpResponse:
    """Whatever you ask, it is not there."""
    raise Http404(wanted)


urlpatterns = [path("stuk/", broken), path("weg/<uuid:wanted>/", gone, name="gone"), *real_pages]
