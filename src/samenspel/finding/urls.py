"""Addresses of finding: over everything at `/zoeken/`, within one network below `/n/...`."""

from django.urls import URLPattern

app_name = "finding"
urlpatterns: list[URLPattern] = []
