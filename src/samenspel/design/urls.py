"""Addresses of the look; mounted in config with the access decorator for everybody."""

from django.urls import path

from samenspel.design import views

app_name = "design"
urlpatterns = [path("", views.style_guide, name="style_guide")]
