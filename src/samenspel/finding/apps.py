"""The finding context."""

from django.apps import AppConfig


class FindingConfig(AppConfig):
    """Finding help: the search page over all offers."""

    name = "samenspel.finding"
    label = "finding"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of finding."""
        from samenspel.finding import logwords

        logwords.tell()
