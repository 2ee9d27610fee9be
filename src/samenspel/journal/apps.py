"""The journal context."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Events of the work."""

    name = "samenspel.journal"
    label = "journal"
    default_auto_field = "django.db.models.BigAutoField"
