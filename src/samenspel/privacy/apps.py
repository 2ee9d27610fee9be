"""The privacy context."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Retention register, nightly clean-up, published page."""

    name = "samenspel.privacy"
    label = "privacy"
