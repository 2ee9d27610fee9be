"""The directory context."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Offers of organisations."""

    name = "samenspel.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of offers, and pictures go with their offers."""
        from samenspel.directory import logwords, receivers  # noqa: F401 -- receivers connect themselves

        logwords.tell()
