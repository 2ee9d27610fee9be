"""Addresses of the front door, below `/n/...`."""

from django.urls import path

from samenspel.helprequests.views import door

app_name = "helprequests"
urlpatterns = [
    path("n/<slug:slug>/hulp-vragen/<int:number>/", door.step, name="step"),
    path("n/<slug:slug>/hulp-vragen/verstuurd/", door.sent, name="sent"),
    path("n/<slug:slug>/hulp-vragen/opnieuw/", door.forget, name="forget"),
]
