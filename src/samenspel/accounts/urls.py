"""Addresses of one's own account."""

from django.urls import path

from samenspel.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("tweede-stap/", views.second_factor, name="second_factor"),
    path("verder/", views.go_on, name="go_on"),
    path("overal-uitloggen/", views.sign_out_elsewhere, name="sign_out_elsewhere"),
]
