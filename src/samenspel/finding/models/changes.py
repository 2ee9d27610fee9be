"""What changed among the offers: how every web process hears of it within half a second.

The rows are written by triggers of the database itself (`migrations/0001_changes.py`), so that also bulk updates and
SQL by hand are seen. Which transaction wrote a row stands with it: transactions do not end in the order in which they
began, and only that number tells a reader that nothing older can still come.
"""

from enum import StrEnum

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.functions import Now


class ChangeKind(StrEnum):
    """What a process has to read again."""

    OFFER = "offer"
    ORGANISATION = "organisation"
    PARTNERS = "partners"
    EVERYTHING = "everything"


# The class itself takes no brackets when it runs.
class TransactionField(models.Field):  # type: ignore[type-arg]
    """The number of a transaction, which never comes back (`xid8`)."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:  # noqa: ARG002
        """The type of the column."""
        return "xid8"


class CurrentTransaction(Func):
    """The number of the transaction that writes the row."""

    function = "pg_current_xact_id"
    arity = 0
    output_field = TransactionField()


class Change(models.Model):
    """One thing that is not as it was: an offer, an organisation, who is partner of what, or possibly everything."""

    id = models.BigAutoField(primary_key=True)
    transaction = TransactionField(db_default=CurrentTransaction(), editable=False)
    kind = models.CharField(max_length=12)
    subject = models.UUIDField(null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["transaction"], name="change_transaction")]
