"""Finding and removing what is due in one table; the owner's connection, because locked rows show to nobody else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connections, models
from django.db.models import Max, QuerySet

from samenspel.privacy.rules import Act, Rule, Table

OWNER = "owner"
BATCH = 1_000


def due(model: type[models.Model], rule: Rule, now: datetime) -> QuerySet[models.Model]:
    """The rows of a table to which the rule applies at this moment."""
    rows: QuerySet[models.Model] = QuerySet(model, using=OWNER).filter(**_conditions(rule.where))
    if "__" in rule.after:
        old: QuerySet[models.Model] = rows.alias(last_moment=Max(rule.after)).filter(last_moment__lt=rule.limit(now))
        return old
    limit: Any = rule.limit(now)
    if not isinstance(model._meta.get_field(rule.after), models.DateTimeField):
        limit = limit.date()
    return rows.filter(**{f"{rule.after}__lt": limit})


def count(table: Table, rule: Rule, model: type[models.Model] | None, now: datetime) -> int:
    """How many rows the rule would touch now; changes nothing."""
    if rule.act is Act.CLOSE_LOG:
        return _scalar("SELECT count(*) FROM audit_entry WHERE at < %s", rule.limit(now))
    if model is None:
        return _scalar(f'SELECT count(*) FROM "{table.name}" WHERE "{rule.after}" < %s', rule.limit(now))  # noqa: S608
    if rule.act is Act.EMPTY:
        return sum(1 for row in due(model, rule, now).iterator(chunk_size=BATCH) if _is_filled(row, rule))
    return due(model, rule, now).count()


def carry_out(table: Table, rule: Rule, model: type[models.Model] | None, now: datetime) -> int:
    """Do what the rule says and tell to how many rows; call it inside a transaction of the owner."""
    if rule.act is Act.CLOSE_LOG:
        return _scalar("SELECT audit_close(%s)", rule.limit(now))
    if model is None:
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f'DELETE FROM "{table.name}" WHERE "{rule.after}" < %s', [rule.limit(now)])  # noqa: S608
            return int(cursor.rowcount)
    if rule.act is Act.EMPTY:
        return _empty(model, rule, now)
    return _delete(model, rule, now)


def _delete(model: type[models.Model], rule: Rule, now: datetime) -> int:
    """In batches, with what hangs on the rows; counts only rows of this table."""
    removed = 0
    while batch := list(due(model, rule, now).values_list("pk", flat=True)[:BATCH]):
        _total, by_model = QuerySet(model, using=OWNER).filter(pk__in=batch).delete()
        removed += by_model.get(model._meta.label, 0)
    return removed


def _empty(model: type[models.Model], rule: Rule, now: datetime) -> int:
    """Row by row, because an empty text is sealed for its own row too."""
    emptied = 0
    for row in due(model, rule, now).iterator(chunk_size=BATCH):
        if _is_filled(row, rule):
            for column in rule.columns:
                setattr(row, column, None if model._meta.get_field(column).null else "")
            row.save(using=OWNER, update_fields=list(rule.columns))
            emptied += 1
    return emptied


def _is_filled(row: models.Model, rule: Rule) -> bool:
    return any(getattr(row, column) for column in rule.columns)


def _conditions(where: Mapping[str, Any]) -> dict[str, Any]:
    conditions: dict[str, Any] = {}
    for column, value in where.items():
        if value is None:
            conditions[f"{column}__isnull"] = True
        elif isinstance(value, list):
            conditions[f"{column}__in"] = value
        else:
            conditions[column] = value
    return conditions


def _scalar(query: str, *values: datetime) -> int:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(query, values)
        return int(cursor.fetchone()[0])
