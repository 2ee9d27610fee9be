"""Addresses of finding: over everything at `/zoeken/`, within one network below `/n/...`."""

from django.urls import URLPattern, path

from samenspel.finding.views import (
    find,
    gaps,
    kinds,
    neighbourhood,
    place,
    saved,
    selection,
    shared_list,
    sitemap,
    stop,
)

app_name = "finding"
LISTS = [
    path("zoeken/bewaard/", selection.my_list, name="my_list"),
    path("zoeken/bewaard/zet/", selection.keep, name="keep"),
    path("zoeken/bewaard/volgorde/", selection.change, name="list_change"),
    path("zoeken/bewaard/legen/", selection.empty, name="list_empty"),
    path("zoeken/bewaard/terug/<str:code>/", selection.restore, name="list_restore"),
    path("lijstje/<str:code>/", shared_list.shared_list, name="list"),
    path("lijstje/<str:code>/bewaren/", selection.take, name="list_take"),
    path("lijstje/<str:code>/afdrukken/", shared_list.on_paper, name="list_print"),
    path("lijstje/<str:code>/mail/", shared_list.mail, name="list_mail"),
    path("qr.svg", shared_list.qr, name="qr"),
]
SAVED = [
    path("zoeken/mijn/", saved.saved_list, name="saved"),
    path("zoeken/mijn/nieuw/", saved.new, name="saved_new"),
    path("zoeken/mijn/stop/<str:token>/", stop.stop, name="saved_stop"),
    path("zoeken/mijn/<uuid:pk>/", saved.one, name="saved_one"),
    path("zoeken/mijn/<uuid:pk>/stil/", saved.pause, name="saved_pause"),
    path("zoeken/mijn/<uuid:pk>/aan/", saved.resume, name="saved_resume"),
    path("zoeken/mijn/<uuid:pk>/weg/", saved.remove, name="saved_remove"),
    path("zoeken/mijn/<uuid:pk>/terug/", saved.restore, name="saved_restore"),
]
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
urlpatterns: list[URLPattern] = [*FIND, *LISTS, *SAVED, *AROUND, *GAPS]
