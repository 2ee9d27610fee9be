"""The directory context."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Offers of organisations."""

    name = "samenspel.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"
