"""The help requests context."""

from django.apps import AppConfig


class HelpRequestsConfig(AppConfig):
    """Questions of people."""

    name = "samenspel.helprequests"
    label = "helprequests"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of help requests."""
        from samenspel.helprequests import logwords

        logwords.tell()
