"""Addresses of the machine doors: HSDS for all public networks together, and the same for one network."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from samenspel.api.views import files, hsds

app_name = "api"
LISTS = {
    "services": (hsds.services, hsds.service),
    "organizations": (hsds.organizations, hsds.organization),
    "service_at_locations": (hsds.service_at_locations, hsds.service_at_location),
    "taxonomies": (hsds.taxonomies, hsds.taxonomy),
    "taxonomy_terms": (hsds.taxonomy_terms, hsds.taxonomy_term),
}


def hsds_doors(begin: str, prefix: str = "") -> Iterator[URLPattern]:
    """The addresses of HSDS below `begin`, without a slash at their end as the standard writes them."""
    yield path(f"{begin}hsds/", hsds.about, name=f"{prefix}about")
    yield path(f"{begin}hsds/openapi.json", hsds.described, name=f"{prefix}openapi")
    for name, (many, one) in LISTS.items():
        yield path(f"{begin}hsds/{name}", many, name=f"{prefix}{name}")
        yield path(f"{begin}hsds/{name}/<str:key>", one, name=f"{prefix}{name}_one")
    yield path(f"{begin}hsds/<path:rest>", hsds.elsewhere, name=f"{prefix}elsewhere")


urlpatterns: list[URLPattern] = [
    *hsds_doors(""),
    *hsds_doors("n/<slug:slug>/", "network_"),
    path("n/<slug:slug>/partners/bestand/", files.network_file, name="network_file"),
]
