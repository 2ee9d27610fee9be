"""Addresses of the front door, below `/n/...`."""

from django.urls import path

from samenspel.helprequests.views import counter, desk, door, front_door, request, request_forms, request_steps

app_name = "helprequests"
urlpatterns = [
    path("n/<slug:slug>/hulp-vragen/<int:number>/", door.step, name="step"),
    path("n/<slug:slug>/hulp-vragen/verstuurd/", door.sent, name="sent"),
    path("n/<slug:slug>/hulp-vragen/opnieuw/", door.forget, name="forget"),
    path("n/<slug:slug>/hulp-vragen/bewaren/", door.keep_words, name="keep"),
    path("n/<slug:slug>/voordeur/", front_door.front_door, name="front_door"),
    path("n/<slug:slug>/voordeur/soorten/", front_door.guess, name="front_door_guess"),
    path("n/<slug:slug>/voordeur/kijk-in-uw-mail/", front_door.mailed, name="front_door_mailed"),
    path("n/<slug:slug>/voordeur/verstuurd/", front_door.sent, name="front_door_sent"),
    path("n/<slug:slug>/voordeur/kaart/", front_door.card, name="card"),
    path("n/<slug:slug>/voordeur/bevestigen/<str:token>/", front_door.confirm, name="front_door_confirm"),
    path("n/<slug:slug>/vragen/nieuw/", counter.new, name="new"),
    path("n/<slug:slug>/vragen/", desk.requests, name="requests"),
    path("n/<slug:slug>/vragen/bestand/", desk.requests_file, name="requests_file"),
    path("n/<slug:slug>/vragen/<uuid:pk>/", request.request_page, name="request"),
    path("n/<slug:slug>/vragen/<uuid:pk>/oppakken/", request_steps.take, name="request_take"),
    path("n/<slug:slug>/vragen/<uuid:pk>/teruggeven/", request_steps.hand_back, name="request_hand_back"),
    path("n/<slug:slug>/vragen/<uuid:pk>/heropenen/", request_steps.reopen, name="request_reopen"),
    path("n/<slug:slug>/vragen/<uuid:pk>/verteld/", request_steps.told, name="request_told"),
    path("n/<slug:slug>/vragen/<uuid:pk>/samen/<uuid:other>/", request_steps.merge, name="request_merge"),
    path("n/<slug:slug>/vragen/<uuid:pk>/apart/", request_steps.part, name="request_part"),
    path("n/<slug:slug>/vragen/<uuid:pk>/intrekken/<uuid:consent>/", request_steps.stop, name="request_stop"),
    path("n/<slug:slug>/vragen/<uuid:pk>/stoppen/<uuid:person>/", request_steps.stop_all, name="request_stop_all"),
    path("n/<slug:slug>/vragen/<uuid:pk>/verhelderen/", request_forms.clarify, name="request_clarify"),
    path("n/<slug:slug>/vragen/<uuid:pk>/grenzen/", request_forms.limits, name="request_limits"),
    path("n/<slug:slug>/vragen/<uuid:pk>/parkeren/", request_forms.park, name="request_park"),
    path("n/<slug:slug>/vragen/<uuid:pk>/aantekening/", request_forms.note, name="request_note"),
    path("n/<slug:slug>/vragen/<uuid:pk>/afsluiten/", request_forms.close, name="request_close"),
    path("n/<slug:slug>/vragen/<uuid:pk>/toestemming/<uuid:person>/", request_forms.agree, name="request_agree"),
]
