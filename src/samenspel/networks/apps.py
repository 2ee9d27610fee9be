"""The networks context."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    """Networks, organisations, partners, contacts."""

    name = "samenspel.networks"
    label = "networks"
    default_auto_field = "django.db.models.BigAutoField"
