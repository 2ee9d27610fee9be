"""Changing what an organisation tells about itself."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib.pictures import Picture
from samenspel.networks import pictures
from samenspel.networks.models import Organisation


class NumberTaken(Exception):
    """Another organisation got this trade register number just now."""


@transaction.atomic
def edit(
    *,
    organisation: Organisation,
    values: Mapping[str, Any],
    by: UUID,
    picture: Picture | None = None,
    without_picture: bool = False,
) -> dict[str, Any]:
    """Give the organisation these texts, and a new picture or none; gives the texts it had, for putting them back.

    The files of a picture that is replaced go away once the change is certain.

    Raises:
        NumberTaken: another organisation has this KvK number.
    """
    before = {name: getattr(organisation, name) for name in values}
    changed = dict(values)
    if picture or without_picture:
        changed["picture"] = pictures.store(picture) if picture else ""
        old = organisation.picture.name or ""
        transaction.on_commit(lambda: pictures.forget(old))
    try:
        with transaction.atomic():
            Organisation.objects.filter(pk=organisation.pk).update(**changed)
    except IntegrityError as refused:
        if "one_organisation_per_kvk" not in str(refused):
            raise
        raise NumberTaken from refused
    audit.record(
        "networks.organisation.edited", action=Action.UPDATE, by=by, about=organisation, organisation_id=organisation.pk
    )
    return before
