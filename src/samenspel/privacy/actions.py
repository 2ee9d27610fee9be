"""Carrying out the register once a night, as the owner of the tables (see docs/adr/0012)."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, connections, models, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib.sealed import CannotOpen
from samenspel.privacy import register, removing
from samenspel.privacy.models import RetentionRun
from samenspel.privacy.rules import Act, Register, Rule, Table

logger = logging.getLogger(__name__)


class NotTheOwner(Exception):
    """The connection cannot see locked rows, so nothing would be tidied up and nobody would notice."""


class RetentionFailed(Exception):
    """One or more rules could not be carried out; the others were. The message names the tables."""


@dataclass(frozen=True)
class Done:
    """What one rule did, or would do."""

    table: str
    rule: str
    count: int


def apply(*, now: datetime, only_count: bool = False, by_register: Register | None = None) -> list[Done]:
    """Remove everything whose term is over; tells what was done (or with `only_count` what would be done).

    Each rule is one transaction with its line in `RetentionRun` and its line in the log. A rule that fails undoes only
    itself. Doing it twice changes nothing more.

    Raises:
        NotTheOwner: `DATABASE_OWNER_URL` does not lead to the owner of the tables.
        RetentionFailed: after all other rules were carried out.
    """
    _be_the_owner()
    by_table, done, failed = register.models_by_table(), [], []
    for table in (by_register or register.current()).tables:
        for rule in table.due_rules:
            try:
                done.append(_apply_rule(table, rule, by_table.get(table.name), now=now, only_count=only_count))
            except (DatabaseError, CannotOpen):
                logger.exception("retention of %s failed", table.name)
                failed.append(f"{table.name} ({rule.name})")
    if not only_count:
        RetentionRun.objects.using(removing.OWNER).create(rule=RetentionRun.NIGHT, count=sum(one.count for one in done))
    if failed:
        raise RetentionFailed(", ".join(failed))
    return [one for one in done if one.count]


def _apply_rule(table: Table, rule: Rule, model: type[models.Model] | None, *, now: datetime, only_count: bool) -> Done:
    if only_count:
        return Done(table.name, rule.name, removing.count(table, rule, model, now))
    with transaction.atomic(using=removing.OWNER):
        touched = removing.carry_out(table, rule, model, now)
        if touched:
            _write_down(table, rule, touched)
    return Done(table.name, rule.name, touched)


def _write_down(table: Table, rule: Rule, touched: int) -> None:
    RetentionRun.objects.using(removing.OWNER).create(table=table.name, rule=rule.name, count=touched)
    emptied = rule.act is Act.EMPTY
    audit.record(
        "privacy.columns.emptied" if emptied else "privacy.rows.removed",
        action=Action.UPDATE if emptied else Action.DELETE,
        by=None,
        object_type=table.name,
        detail=f"rows={touched}",
        using=removing.OWNER,
    )


def _be_the_owner() -> None:
    table = RetentionRun._meta.db_table
    with connections[removing.OWNER].cursor() as cursor:
        cursor.execute("SELECT tableowner = current_user FROM pg_tables WHERE tablename = %s", [table])
        row = cursor.fetchone()
    if not row or not row[0]:
        raise NotTheOwner("set DATABASE_OWNER_URL to the owner of the tables; nothing was removed")
