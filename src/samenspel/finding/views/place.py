"""Where somebody is: 'Bij mij in de buurt', and the outlines that the map draws under the results."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest, public
from samenspel.accounts.limits import limited
from samenspel.finding import asking, showing
from samenspel.finding.forms.find import NearbyForm
from samenspel.finding.queries import outlines as queries
from samenspel.networks.queries import pages
from samenspel.places import queries as places

OUTSIDE = "buiten"
A_DAY = 86_400


@public
@limited("finding.nearby", "60/h/ip")
@require_POST
def nearby(request: PersonRequest) -> HttpResponse:
    """From a point to the neighbourhood it lies in. The point is rounded and forgotten; the answer names an area."""
    slug = request.POST.get("netwerk", "")
    network = pages.network_named(slug, scope=request.scope) if slug else None
    form = NearbyForm(request.POST)
    area = places.at_point(**form.rounded()) if form.is_valid() else None
    params = _rest_of_the_search(request)
    params["buurt"] = area.code if area else ""
    kept = showing.params_of(asking.read(params, network))
    if area is None:
        kept[OUTSIDE] = ["1"]
    return redirect(showing.link(showing.action_of(network), kept))


def _rest_of_the_search(request: HttpRequest) -> QueryDict:
    """What was asked besides the place."""
    params = request.POST.copy()
    for name in ("lat", "lon", "plek", "buurt", "netwerk", "pagina", "csrfmiddlewaretoken"):
        params.pop(name, None)
    return params


@public
@require_safe
@cache_control(public=True, max_age=A_DAY)
def outlines(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 -- what a view is given
    """The neighbourhoods of the municipality around an area as GeoJSON, with few corners.

    Raises:
        Http404: nothing is known about it.
    """
    features = queries.neighbourhoods_around(code)
    if not features:
        raise Http404
    collection = {"type": "FeatureCollection", "features": features}
    return JsonResponse(collection, content_type="application/geo+json")
