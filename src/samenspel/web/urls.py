"""Addresses of the pages over several contexts."""

from django.urls import path

from samenspel.web import views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("gezond/", views.health, name="health"),
    path("vandaag/", views.today, name="today"),
]
