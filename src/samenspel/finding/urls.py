"""Addresses of finding: over everything at `/zoeken/`, within one network below `/n/...`."""

from django.urls import URLPattern, path

from samenspel.finding.views import find, gaps, kinds, neighbourhood, place, sitemap

app_name = "finding"
FIND = [
    path("zoeken/", find.find, name="find"),
    path("zoeken/soorten/", kinds.kinds, name="kinds"),
    path("zoeken/in-de-buurt/", place.nearby, name="nearby"),
    path("zoeken/kaart/<slug:code>.json", place.outlines, name="outlines"),
    path("n/<slug:slug>/zoeken/", find.find_in_network, name="find_in_network"),
    path("n/<slug:slug>/zoeken/soorten/", kinds.kinds_in_network, name="kinds_in_network"),
]
AROUND = [
    path("n/<slug:slug>/buurten/", neighbourhood.neighbourhood_list, name="neighbourhoods"),
    path("n/<slug:slug>/buurten/<slug:area>/", neighbourhood.neighbourhood, name="neighbourhood"),
    path("n/<slug:slug>/buurten/<slug:area>/feed.xml", neighbourhood.feed, name="neighbourhood_feed"),
    path("buurten/<slug:area>/", neighbourhood.elsewhere, name="neighbourhood_of"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemap.sitemap_part, name="sitemap_part"),
]
GAPS = [
    path("zoeken/gemist/", gaps.tell, name="gap"),
    path("n/<slug:slug>/gemist/", gaps.report, name="gaps"),
    path("n/<slug:slug>/gemist/bestand/", gaps.report_file, name="gaps_file"),
]
urlpatterns: list[URLPattern] = [*FIND, *AROUND, *GAPS]
