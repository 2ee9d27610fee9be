"""The product's addresses and, in the same server with the same settings, bare Django views to compare with."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from samenspel.accounts.access import public
from samenspel.config.urls import urlpatterns as product
from samenspel.networks.models import Partner

LIST = engines["django"].from_string(
    "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><ul>"
    "{% for row in rows %}<li><a href='/o/{{ row.organisation.slug }}/'>{{ row.organisation.name }}</a>"
    "<p>{{ row.organisation.what_we_do }}</p><p>{{ row.since_on }}</p></li>{% endfor %}</ul>"
)


@public
def empty(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nothing but the way through server and middleware."""
    return HttpResponse("ok")


@public
def rows(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The same 25 rows as the network page shows, in the plainest template."""
    found = Partner.objects.filter(network__slug="bench", ended_on=None).select_related("organisation", "network")[:25]
    return HttpResponse(LIST.render({"title": "bench", "rows": found}))


urlpatterns = [path("bench/empty/", empty), path("bench/rows/", rows), *product]
