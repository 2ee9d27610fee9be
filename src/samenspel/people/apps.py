"""The people context."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, bonds, consent."""

    name = "samenspel.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The log below learns the words of people."""
        from samenspel.people import logwords

        logwords.tell()
