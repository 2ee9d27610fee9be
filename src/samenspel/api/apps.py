"""The api context."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The machine doors."""

    name = "samenspel.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of the machine doors."""
        from samenspel.api import logwords

        logwords.tell()
