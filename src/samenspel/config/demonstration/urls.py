"""Addresses that exist only in the demo."""

from django.urls import path

from samenspel.config.demonstration import views

app_name = "demonstration"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("post/", views.show_letters, name="letters"),
    path("binnen/<slug:person>/<str:token>/", views.door, name="door"),
]
