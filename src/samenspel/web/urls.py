"""Addresses of the pages over several contexts."""

from django.urls import path

from samenspel.web import views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("vandaag/", views.today, name="today"),
    path("over/", views.about, name="about"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("cookies/", views.cookies, name="cookies"),
    path("gezond/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_contact, name="security_contact"),
]
