"""The accounts context."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles, sign-in."""

    name = "samenspel.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Start hearing the sign-in library."""
        from samenspel.accounts import receivers  # noqa: F401 -- connecting is what importing does
