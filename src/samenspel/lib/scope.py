"""For whom the database connection acts: the second lock on care data (see `rowlock`).

The scope is a set of ids (a user, organisations, networks). It is set with `SET LOCAL`, so it ends with the
transaction and survives a connection pool that hands connections out per transaction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction


def set_scope(ids: Iterable[UUID]) -> None:
    """Until the end of this transaction, let the database show rows that belong to one of these ids.

    Raises:
        TransactionManagementError: outside a transaction the setting would be lost at once.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the scope lives inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samenspel.scope', %s, true)", [_as_array(ids)])


@contextmanager
def acting_for(*ids: UUID) -> Iterator[None]:
    """Widen the scope to these ids for a task or a public act, and put it back afterwards."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('samenspel.scope', true)")
        before = cursor.fetchone()[0] or ""
        set_scope(ids)
        try:
            yield
        finally:
            if not connection.needs_rollback:
                cursor.execute("SELECT set_config('samenspel.scope', %s, true)", [before])


def _as_array(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(sorted(str(one) for one in ids)) + "}"
