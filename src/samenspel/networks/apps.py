"""The networks context."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    """Networks, organisations, partners, contacts."""

    name = "samenspel.networks"
    label = "networks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the names and words of networks."""
        from samenspel.networks import logwords

        logwords.tell()
