"""Writing a line in the log: the one thing every action and every look at a person's data does."""

from uuid import UUID

from django.db import models

from samenspel.audit.models import Entry
from samenspel.audit.rules import Action, Outcome


def record(  # noqa: PLR0913 -- these are the fields of the norm
    event: str,
    *,
    action: Action,
    by: UUID | None,
    about: models.Model | None = None,
    organisation_id: UUID | None = None,
    network_id: UUID | None = None,
    outcome: Outcome = Outcome.SUCCESS,
    purpose: str = "",
) -> None:
    """Add one line to the log, in the same transaction as what it tells about.

    `event` is `context.thing.past-tense-verb`, such as `networks.partner.admitted`; `about` is the row concerned.
    """
    Entry.objects.create(
        event=event,
        action=action.value,
        outcome=outcome.value,
        user_id=by,
        object_type=about._meta.label_lower if about else "",
        object_id=about.pk if about else None,
        organisation_id=organisation_id,
        network_id=network_id,
        purpose=purpose,
    )
