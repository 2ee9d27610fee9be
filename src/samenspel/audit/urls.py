"""Addresses of the log."""

from django.urls import path

from samenspel.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.log, name="log"),
    path("bestand/", views.file, name="file"),
]
