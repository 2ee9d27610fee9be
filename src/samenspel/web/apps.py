"""The web context."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages over several contexts."""

    name = "samenspel.web"
    label = "web"
