"""The read side of HSDS: open to everybody, from any website, in one form of JSON."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from samenspel.accounts.access import public
from samenspel.api.hsds import asked as asking
from samenspel.api.hsds import canonical, objects, openapi, pages, terms
from samenspel.api.hsds.asked import Asked, BadParameter
from samenspel.api.hsds.terms import Json
from samenspel.api.queries import hsds as queries
from samenspel.networks.models import Network, Organisation

VERSION = "3.1"
PROFILE = "https://docs.openreferral.org/"
METHODS = "GET, HEAD, OPTIONS"
FROM_ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
KEPT = "public, max-age=60"
"""One minute: whether there is room changes by the hour, not by the second."""


@dataclass(frozen=True)
class Question:
    """What was asked, and of which network; of all public ones when empty."""

    asked: Asked
    network: Network | None = None

    def address(self, name: str) -> str:
        """The full address of another door beside this one."""
        beside = [self.network.slug] if self.network else []
        return settings.SITE_ADDRESS.rstrip("/") + reverse(f"api:{'network_' if beside else ''}{name}", args=beside)


Answering = Callable[..., Json]
Thing = TypeVar("Thing")


def door(answering: Answering) -> Callable[..., HttpResponse]:
    """A page for programs: it only reads, so a token against forgery has nothing to guard."""

    @csrf_exempt
    @public
    @wraps(answering)
    def answer(request: HttpRequest, slug: str = "", **ids: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=FROM_ANYWHERE | PREFLIGHT | {"Allow": METHODS})
        if request.method not in {"GET", "HEAD"}:
            problem = _problem(HTTPStatus.METHOD_NOT_ALLOWED, "Here you can only read, with GET or HEAD.")
            problem["Allow"] = METHODS
            return problem
        try:
            network = queries.public_network(slug) if slug else None
            found = answering(Question(asking.read(request.GET.dict()), network), **ids)
        except BadParameter as wrong:
            return _problem(HTTPStatus.BAD_REQUEST, str(wrong), parameter=wrong.parameter)
        except Http404:
            return _problem(HTTPStatus.NOT_FOUND, "There is nothing here with this address or id, or not any more.")
        return _sent(request, found)

    return answer


def _sent(request: HttpRequest, found: Json) -> HttpResponse:
    body = canonical.written(found)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = FROM_ANYWHERE | {"ETag": etag, "Cache-Control": KEPT}
    response = HttpResponse(body, content_type="application/json", headers=headers)
    kept = get_conditional_response(request, etag=etag, response=response)
    assert isinstance(kept, HttpResponse)  # noqa: S101 -- it gives back ours or makes one
    for name, value in headers.items():
        kept[name] = value
    return kept


def _problem(status: HTTPStatus, detail: str, **more: str) -> HttpResponse:
    told = {"title": status.phrase, "status": status.value, "detail": detail} | more
    body = canonical.written(told)
    return HttpResponse(body, content_type="application/problem+json", status=status, headers=FROM_ANYWHERE)


@csrf_exempt
@public
def elsewhere(request: HttpRequest, rest: str, slug: str = "") -> HttpResponse:
    """An address that is none of ours; one with a slash too many is told the right one."""
    if rest.endswith("/") and request.method in {"GET", "HEAD"} and rest.strip("/"):
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        moved = HttpResponsePermanentRedirect(request.path.rstrip("/") + query)
        moved["Access-Control-Allow-Origin"] = "*"
        return moved
    beginning = reverse("api:network_about", args=[slug]) if slug else reverse("api:about")
    return _problem(HTTPStatus.NOT_FOUND, f"There is no such address. Begin at {beginning}.")


@door
def about(question: Question) -> Json:
    """Which version this is, and where it is described."""
    return {"version": VERSION, "profile": PROFILE, "openapi_url": question.address("openapi")}


@door
def described(question: Question) -> Json:
    """Every path and parameter."""
    return openapi.document(server=question.address("about").rstrip("/"), contact=settings.SECURITY_EMAIL)


@door
def services(question: Question) -> Json:
    """Open offers, page by page."""
    asked, found = question.asked, queries.offers(question.network, question.asked)
    total = found.count()
    window = pages.window(asked, total)
    if asked.minimal:
        ids = queries.minimal(found, window)
        contents = [objects.minimal_service(pk=pk, modified_at=modified_at) for pk, modified_at in ids]
        return pages.page(contents, asked=asked, total=total)
    offers = list(found[window])
    frame = queries.frame(question.network, offers)
    tell = objects.service if asked.full else objects.flat_service
    return pages.page([tell(one, frame) for one in offers], asked=asked, total=total)


@door
def service(question: Question, key: str) -> Json:
    """One open offer with everything that belongs to it."""
    found = queries.offer(question.network, pk=queries.id_of(key))
    return objects.service(found, queries.frame(question.network, [found]))


@door
def service_at_locations(question: Question) -> Json:
    """Open offers that happen at one place, page by page."""
    asked, found = question.asked, queries.with_place(queries.offers(question.network, question.asked))
    total = found.count()
    offers = list(found[pages.window(asked, total)])
    frame = queries.frame(question.network, offers)
    tell = objects.placed if asked.full else objects.flat_placed
    return pages.page([tell(one, frame) for one in offers], asked=asked, total=total)


@door
def service_at_location(question: Question, key: str) -> Json:
    """One open offer at its place."""
    found = queries.placed_offer(question.network, pk=queries.id_of(key))
    return objects.placed(found, queries.frame(question.network, [found]))


@door
def organizations(question: Question) -> Json:
    """Present partners, page by page."""
    asked, found = question.asked, queries.organisations(question.network, question.asked)
    total = found.count()
    owners = list(found[pages.window(asked, total)])
    if asked.full or asked.full_service:
        return pages.page(_with_services(question, owners), asked=asked, total=total)
    frame = queries.frame(question.network, [])
    return pages.page([objects.flat_organization(one, frame) for one in owners], asked=asked, total=total)


@door
def organization(question: Question, key: str) -> Json:
    """One present partner with everything that belongs to it, and what it offers."""
    return _with_services(question, [queries.organisation(question.network, pk=queries.id_of(key))])[0]


def _with_services(question: Question, owners: list[Organisation]) -> list[Json]:
    whole = question.asked.full_service
    offers = queries.offers_of(question.network, owners, whole=whole)
    told_whole = [one for owned in offers.values() for one in owned] if whole else []
    frame = queries.frame(question.network, told_whole)
    tell = objects.owned_service if whole else objects.named_service
    return [
        objects.organization(one, frame) | {"services": [tell(offer, frame) for offer in offers[one.pk]]}
        for one in owners
    ]


@door
def taxonomies(question: Question) -> Json:
    """Our own taxonomies."""
    return _listed(question.asked, [terms.told_topic(one) for one in terms.topics_by_id().values()])


@door
def taxonomy(question: Question, key: str) -> Json:  # noqa: ARG001 -- the same for every network
    """One taxonomy."""
    return terms.told_topic(_known(terms.topics_by_id(), key))


@door
def taxonomy_terms(question: Question) -> Json:
    """The terms of our taxonomies, page by page."""
    asked = question.asked
    found = [one.told_in_full() for one in terms.terms_by_id().values() if not (asked.top_only and one.parent)]
    for name, wanted in (("taxonomy_id", asked.taxonomy_id), ("parent_id", asked.parent_id)):
        found = [one for one in found if wanted is None or one.get(name) == str(wanted)]
    return _listed(asked, found)


@door
def taxonomy_term(question: Question, key: str) -> Json:  # noqa: ARG001 -- the same for every network
    """One term."""
    return _known(terms.terms_by_id(), key).told_in_full()


def _listed(asked: Asked, told: list[Json]) -> Json:
    """What stands in memory, narrowed down to the words that were asked."""
    words = asked.search.casefold().split()
    found = [one for one in told if all(word in f"{one['name']} {one['description']}".casefold() for word in words)]
    return pages.page(found[pages.window(asked, len(found))], asked=asked, total=len(found))


def _known(by_id: Mapping[str, Thing], key: str) -> Thing:
    found = by_id.get(key.lower())
    if found is None:
        raise Http404
    return found
