"""Addresses of privacy."""

from django.urls import path

from samenspel.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.register, name="register"),
    path("opgeruimd/", views.runs, name="runs"),
]
