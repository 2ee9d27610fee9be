"""The register of this installation, from its YAML file, and the tables it has to agree with."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from django.apps import apps
from django.conf import settings
from django.db import models

from samenspel.lib.rowlock import RowLock
from samenspel.lib.sealed import EncryptedTextField
from samenspel.privacy import rules

NOT_MODELS = (
    rules.StoredTable("django_migrations", frozenset({"id", "app", "name", "applied"}), is_ours=False),
    rules.StoredTable("config_cache", frozenset({"cache_key", "value", "expires"}), is_ours=False),
)
"""Tables without a model, by name; a test compares the register with the database itself."""


def current() -> rules.Register:
    """The register in force; read once per process.

    Raises:
        samenspel.privacy.rules.BadRegister: the file cannot be read as a register.
    """
    return _read(settings.RETENTION_REGISTER)


@cache
def _read(path: Path) -> rules.Register:
    try:
        return rules.read(yaml.safe_load(path.read_text()))
    except yaml.YAMLError as wrong:
        raise rules.BadRegister(f"{path.name}: {wrong}") from wrong


def models_by_table() -> dict[str, type[models.Model]]:
    """Every model with a table, by the name of the table."""
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


def stored_tables() -> Iterator[rules.StoredTable]:
    """The tables as the models say they are, and the few that have no model."""
    yield from NOT_MODELS
    for table, model in models_by_table().items():
        fields = model._meta.local_concrete_fields
        yield rules.StoredTable(
            name=table,
            columns=frozenset(str(field.column) for field in fields),
            sealed=frozenset(str(field.column) for field in fields if isinstance(field, EncryptedTextField)),
            has_row_lock=isinstance(getattr(model, "row_lock", None), RowLock),
            is_ours=model.__module__.startswith("samenspel."),
        )
