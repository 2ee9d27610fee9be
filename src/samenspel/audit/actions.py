"""Writing a line in the log: the one thing every action and every look at a person's data does."""

from uuid import UUID

from django.db import models

from samenspel.accounts.access import PersonRequest
from samenspel.audit import circumstances
from samenspel.audit.models import Entry
from samenspel.audit.rules import AccessPoint, Action, Outcome


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
    subject_id: UUID | None = None,
    on_behalf_of_id: UUID | None = None,
    object_type: str = "",
    object_id: UUID | None = None,
    permission: str = "",
    consent_id: UUID | None = None,
    is_emergency: bool = False,
    detail: str = "",
    using: str = "default",
) -> None:
    """Add one line to the log, in the same transaction as what it tells about.

    `event` is `context.thing.past-tense-verb`, such as `networks.partner.admitted`; `about` is the row concerned (or
    `object_type` and `object_id` when there is no row), `subject_id` the person whose data it is. Text arguments are
    codes; the database refuses a space in them. Roles, address and source follow from the request that is going on.
    """
    now = circumstances.current()
    Entry.objects.using(using).create(
        event=event,
        action=action.value,
        outcome=outcome.value,
        user_id=by,
        on_behalf_of_id=on_behalf_of_id,
        roles=",".join(now.roles_of(by, organisation_id=organisation_id, network_id=network_id)),
        object_type=about._meta.label_lower if about else object_type,
        object_id=_uuid_of(about) if about else object_id,
        subject_id=subject_id,
        organisation_id=organisation_id,
        network_id=network_id,
        purpose=purpose,
        permission=permission,
        consent_id=consent_id,
        is_emergency=is_emergency,
        detail=detail,
        access_point_type=(AccessPoint.ADDRESS if now.access_point else AccessPoint.NONE).value,
        access_point=now.access_point,
        source=now.source.value,
    )


def look(
    request: PersonRequest,
    *,
    event: str,
    about: models.Model,
    subject_id: UUID | None = None,
    purpose: str = "",
) -> None:
    """Somebody saw a person's data: one line, with the organisation or network that the row belongs to (L22).

    Call it in the view, after it is sure that this person may see it.
    """
    record(
        event,
        action=Action.READ,
        by=request.scope.user_id,
        about=about,
        organisation_id=getattr(about, "organisation_id", None),
        network_id=getattr(about, "network_id", None),
        subject_id=subject_id,
        purpose=purpose,
    )


def searched(request: PersonRequest, *, event: str, found: int, organisation_id: UUID | None = None) -> None:
    """Somebody searched among people's data: how many were found, not what was typed (L22, L24)."""
    record(
        event,
        action=Action.SEARCH,
        by=request.scope.user_id,
        organisation_id=organisation_id,
        detail=f"found={found}",
    )


def exported(request: PersonRequest, *, event: str, form: str, organisation_id: UUID | None = None) -> None:
    """Somebody took data along: a file (`form` is csv, pdf, ...) or a print (L22)."""
    record(
        event,
        action=Action.EXPORT,
        by=request.scope.user_id,
        organisation_id=organisation_id,
        detail=f"form={form}",
    )


def _uuid_of(row: models.Model) -> UUID | None:
    return row.pk if isinstance(row.pk, UUID) else None
