"""Brings the database up to date as its owner, and does nothing when it already is."""

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor


def migrate_if_needed() -> bool:
    """Run open migrations as the owner of the tables; says whether there were any."""
    if not pending():
        return False
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    connections["owner"].close()
    return True


def pending() -> list[str]:
    """Names of migrations that this database has not had yet."""
    executor = MigrationExecutor(connections["owner"])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
