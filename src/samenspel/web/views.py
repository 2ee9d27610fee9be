"""The front page and what needs somebody today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenspel.accounts.access import PersonRequest, public, signed_in
from samenspel.networks import queries as networks


@public
def home(request: HttpRequest) -> HttpResponse:
    """The front door of the product: which networks are here, and what Samenspel is."""
    return render(request, "web/home.html", {"networks": networks.public_networks()})


@signed_in
def today(request: PersonRequest) -> HttpResponse:
    """What needs this person now."""
    return render(request, "web/today.html", {})


@public
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether server and database answer; for load balancers and for the start of the demo."""
    return HttpResponse("ok", content_type="text/plain")
