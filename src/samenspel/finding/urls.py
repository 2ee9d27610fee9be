"""Addresses of finding: over everything at `/zoeken/`, within one network below `/n/...`."""

from django.urls import URLPattern, path

from samenspel.finding.views import neighbourhood, sitemap

app_name = "finding"
AROUND = [
    path("n/<slug:slug>/buurten/", neighbourhood.neighbourhood_list, name="neighbourhoods"),
    path("n/<slug:slug>/buurten/<slug:area>/", neighbourhood.neighbourhood, name="neighbourhood"),
    path("n/<slug:slug>/buurten/<slug:area>/feed.xml", neighbourhood.feed, name="neighbourhood_feed"),
    path("buurten/<slug:area>/", neighbourhood.elsewhere, name="neighbourhood_of"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemap.sitemap_part, name="sitemap_part"),
]
urlpatterns: list[URLPattern] = [*AROUND]
