"""The referrals context."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """The closed loop."""

    name = "samenspel.referrals"
    label = "referrals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of referrals."""
        from samenspel.referrals import logwords

        logwords.tell()
