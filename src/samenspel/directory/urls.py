"""Addresses of offers: below `/n/...` for everybody, below `/o/...` for who keeps those of an organisation."""

from django.urls import path

from samenspel.directory.views import confirm, own, public, review, sheets

app_name = "directory"
OWN = [
    path("o/<slug:slug>/aanbod/", own.offers, name="offers"),
    path("o/<slug:slug>/aanbod/nieuw/", own.new, name="new"),
    path("o/<slug:slug>/aanbod/nieuw/concept/", own.draft_new, name="draft_new"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/", own.edit, name="edit"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/concept/", own.draft, name="draft"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/weggooien/", own.discard, name="discard"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/plek/", own.room, name="room"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/sluiten/", own.close, name="close"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/klopt/", own.confirm, name="still_true"),
    path("o/<slug:slug>/aanbod/<uuid:pk>/openen/", own.reopen, name="reopen"),
]
SHEETS = [
    path("o/<slug:slug>/aanbod/lijst.xlsx", sheets.own_list, {"form": "xlsx"}, name="list_xlsx"),
    path("o/<slug:slug>/aanbod/lijst.csv", sheets.own_list, {"form": "csv"}, name="list_csv"),
    path("o/<slug:slug>/aanbod/inlezen/", sheets.upload, name="sheets"),
    path("o/<slug:slug>/aanbod/inlezen/leeg.xlsx", sheets.empty, name="sheet_empty"),
    path("o/<slug:slug>/aanbod/inlezen/<uuid:pk>/", sheets.preview, name="sheet"),
    path("o/<slug:slug>/aanbod/inlezen/<uuid:pk>/overnemen/", sheets.accept, name="sheet_accept"),
    path("o/<slug:slug>/aanbod/inlezen/<uuid:pk>/terug/", sheets.take_back, name="sheet_take_back"),
    path("o/<slug:slug>/aanbod/inlezen/<uuid:pk>/weggooien/", sheets.discard, name="sheet_discard"),
]
PUBLIC = [
    path("n/<slug:slug>/organisaties/<slug:organisation>/aanbod/", public.of_partner, name="of_partner"),
    path("n/<slug:slug>/aanbod/<slug:offer>/", public.offer, name="offer"),
    path("klopt-nog/<str:token>/", confirm.confirm, name="confirm"),
]
REVIEW = [
    path("n/<slug:slug>/aanbod-overzicht/", review.review, name="review"),
    path("n/<slug:slug>/aanbod-overzicht/lijst.xlsx", review.review_file, {"form": "xlsx"}, name="review_xlsx"),
    path("n/<slug:slug>/aanbod-overzicht/lijst.csv", review.review_file, {"form": "csv"}, name="review_csv"),
]
urlpatterns = [*OWN, *SHEETS, *PUBLIC, *REVIEW]
