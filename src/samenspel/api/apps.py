"""The api context."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The machine doors."""

    name = "samenspel.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
