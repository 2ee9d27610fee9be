"""The privacy context."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """Retention register, nightly clean-up, published page."""

    name = "samenspel.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Guard the register, and tell the log below our words."""
        from samenspel.audit import words
        from samenspel.privacy import checks  # noqa: F401  -- registers itself

        words.tell_events(
            {
                "privacy.rows.removed": _("Gegevens opgeruimd omdat de bewaartermijn voorbij is"),
                "privacy.columns.emptied": _("Velden leeggemaakt omdat de bewaartermijn voorbij is"),
            }
        )
