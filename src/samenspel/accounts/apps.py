"""The accounts context."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles, sign-in."""

    name = "samenspel.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
