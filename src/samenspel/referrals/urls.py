"""Addresses of referrals, below `/o/...`, `/n/...` and for who has a signed link."""

from django.urls import path

from samenspel.referrals.views import answer, outbox, receive, send

app_name = "referrals"
RECEIVE = [
    path("o/<slug:slug>/verwijzingen/", receive.inbox, name="inbox"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/", receive.referral, name="referral"),
    path("n/<slug:slug>/verwijzingen/<uuid:pk>/", receive.of_front_door, name="of_front_door"),
    path("antwoord/<str:token>/", answer.answer, name="answer"),
]
SEND = [
    path("n/<slug:slug>/vragen/<uuid:pk>/doorgeven/", send.send, name="send"),
    path("n/<slug:slug>/vragen/<uuid:pk>/verwijzingen/", outbox.request_path, name="request_path"),
    path("n/<slug:slug>/verwijzingen/", outbox.network_outbox, name="network_outbox"),
    path("n/<slug:slug>/verwijzingen/bestand.xlsx", outbox.network_outbox_file, name="network_outbox_file"),
    path("n/<slug:slug>/verwijzingen/<uuid:pk>/intrekken/", outbox.network_withdraw, name="network_withdraw"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/doorgeven/", send.onward, name="onward"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/omhoog/", send.escalate, name="escalate"),
    path("o/<slug:slug>/verstuurd/", outbox.outbox, name="outbox"),
    path("o/<slug:slug>/verstuurd/bestand.xlsx", outbox.outbox_file, name="outbox_file"),
    path("o/<slug:slug>/verstuurd/<uuid:pk>/intrekken/", outbox.withdraw, name="withdraw"),
]
urlpatterns = [*RECEIVE, *SEND]
