"""Row-level security, declared in one line on the model and kept true by the database.

    class Message(models.Model):
        row_lock = RowLock("organisation_id", "network_id", anyone_may_add="state = 'new'")

After every migration `install` makes the policies that the models ask for. The application connects as a role that
owns nothing, so a query without scope returns no row, also when the Python code forgot to filter.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

SCOPE_FUNCTION = """
CREATE OR REPLACE FUNCTION samenspel_scope() RETURNS uuid[] LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('samenspel.scope', true), ''), '{}')::uuid[] $$
"""
# What only the owner or a trigger may start. Without this whoever gets SQL into the application could hang a trigger
# that works as the owner on a table of their own making, and have it call their code.
OWNERS_FUNCTIONS = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.prosecdef AND pg_has_role(p.proowner, 'MEMBER')
"""
NOT_FOR_APPLICATION = {"django_migrations"}
"""Tables that only a migration writes."""


@dataclass(frozen=True)
class RowLock:
    """Who may touch a row: the scope holds the value of one of the named columns.

    `also` is a further SQL condition under which a row may be touched, for rights that stand in another table: who may
    read a person now. `anyone_may_add` is for what the public sends in, such as a question to a network: a row for
    which this SQL condition holds can be written without scope and not be read back. The condition says what such a row
    looks like at its beginning, so that nobody outside can add one that seems to be decided or answered already.
    """

    columns: tuple[str, ...]
    also: str
    anyone_may_add: str

    def __init__(self, *columns: str, also: str = "", anyone_may_add: str = "") -> None:
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "also", also)
        object.__setattr__(self, "anyone_may_add", anyone_may_add)

    def statements(self, table: str) -> Iterable[str]:
        """The SQL that puts exactly this lock on a table, whatever was there before."""
        held = [f'"{column}" = ANY ((SELECT samenspel_scope())::uuid[])' for column in self.columns]
        inside = " OR ".join([*held, self.also] if self.also else held)
        yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
        yield f'DROP POLICY IF EXISTS scope ON "{table}"'
        yield f'CREATE POLICY scope ON "{table}" USING ({inside}) WITH CHECK ({inside})'
        yield f'DROP POLICY IF EXISTS added ON "{table}"'
        if self.anyone_may_add:
            yield f'CREATE POLICY added ON "{table}" FOR INSERT WITH CHECK ({self.anyone_may_add})'


def locked_models() -> list[tuple[type[models.Model], RowLock]]:
    """Every model that declares a row lock, with its lock."""
    found = [(model, getattr(model, "row_lock", None)) for model in apps.get_models()]
    return [(model, lock) for model, lock in found if isinstance(lock, RowLock)]


def install(connection: BaseDatabaseWrapper, *, application_role: str) -> None:
    """Give the application its rights and put the declared locks on; run as the owner of the tables."""
    with connection.cursor() as cursor:
        cursor.execute(SCOPE_FUNCTION)
        cursor.execute(f'GRANT USAGE ON SCHEMA public TO "{application_role}"')
        cursor.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{application_role}"')
        cursor.execute(f'GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO "{application_role}"')
        existing = set(connection.introspection.table_names(cursor))
        for model, lock in locked_models():
            if model._meta.db_table in existing:
                for statement in lock.statements(model._meta.db_table):
                    cursor.execute(statement)
        for table in _append_only_tables() & existing:
            cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM "{application_role}"')
        _keep_to_the_owner(cursor, existing, application_role=application_role)


def _keep_to_the_owner(cursor: CursorWrapper, existing: set[str], *, application_role: str) -> None:
    """No lasting tables of its own, no functions that work as the owner, no hand in the list of migrations."""
    cursor.execute("SELECT quote_ident(current_database())")
    database = cursor.fetchone()[0]
    cursor.execute(f'REVOKE CREATE ON DATABASE {database} FROM PUBLIC, "{application_role}"')
    # Imports of places gather their rows in a temporary table; functions of the owner look in `pg_temp` last.
    cursor.execute(f'GRANT TEMPORARY ON DATABASE {database} TO "{application_role}"')
    cursor.execute(f'REVOKE CREATE ON SCHEMA public FROM PUBLIC, "{application_role}"')
    cursor.execute(OWNERS_FUNCTIONS)
    for (function,) in cursor.fetchall():
        cursor.execute(f'REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC, "{application_role}"')
    for table in NOT_FOR_APPLICATION & existing:
        cursor.execute(f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{table}" FROM "{application_role}"')


def _append_only_tables() -> set[str]:
    return {model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)}
