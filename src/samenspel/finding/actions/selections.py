"""Sending a list to oneself."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.finding.emails import selections as emails
from samenspel.finding.queries.selections import Entry


@transaction.atomic
def mail(*, code: str, entries: Sequence[Entry], to: str, by: UUID | None) -> None:
    """Mail the names and links of a list, once; the address goes into the sealed letter and nowhere else."""
    emails.send_list(to=to, code=code, entries=[one for one in entries if one.is_open])
    audit.record("finding.list.mailed", action=Action.EXPORT, by=by, detail="form=mail")
