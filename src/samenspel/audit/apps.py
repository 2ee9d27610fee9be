"""The audit context."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only log of writes and looks."""

    name = "samenspel.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to accounts."""
        from samenspel.audit import receivers  # noqa: F401  -- connects itself
