"""The top of the house: connects what must happen after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class ConfigConfig(AppConfig):
    """Settings, addresses, commands."""

    name = "samenspel.config"
    label = "config"

    def ready(self) -> None:
        """Rights and row locks follow the models after each migration; checks guard the pages."""
        from samenspel.config import checks  # noqa: F401  -- registers itself

        post_migrate.connect(_install_row_locks, sender=self)


def _install_row_locks(*, using: str, **_kwargs: Any) -> None:
    from samenspel.config.database import APPLICATION
    from samenspel.lib import rowlock

    rowlock.install(connections[using], application_role=APPLICATION)
