"""Writing an offer, keeping what is typed, saying whether there is room, closing it and opening it again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.directory import queries
from samenspel.directory.models import Offer
from samenspel.directory.rules import ClosedBecause, OfferState, Room
from samenspel.lib import clock
from samenspel.lib.pictures import Picture
from samenspel.networks import pictures
from samenspel.networks.models import Organisation


class NotOpen(Exception):
    """The offer is not open, so this cannot be done with it."""


class ComesTooLate(Exception):
    """What was typed comes from a form that was published already."""


class NotClosed(Exception):
    """Only a closed offer can be opened again."""


@transaction.atomic
def keep_typed(
    *, organisation: Organisation, offer_id: UUID, typed: Mapping[str, list[str]], by: UUID, mark: UUID | None = None
) -> datetime:
    """Keep what somebody typed without publishing it; gives the moment. `mark` is that of the form.

    Saving by itself happens every few seconds, so only the beginning of a draft gets a line in the log.

    Raises:
        ComesTooLate: this very form was published while the saving was under way.
    """
    now = clock.now()
    fields = {"unsaved": dict(typed), "unsaved_at": now}
    made, is_new = Offer.objects.get_or_create(
        pk=offer_id, organisation=organisation, defaults=fields | {"slug": str(offer_id)}
    )
    if is_new:
        _record("drafted", Action.CREATE, made, by=by)
    elif not Offer.objects.filter(~Q(published_mark=mark) | Q(published_mark=None), pk=made.pk).update(**fields):
        raise ComesTooLate
    return now


@transaction.atomic
def forget_typed(*, offer: Offer, by: UUID) -> None:
    """Throw away what was typed; a draft goes altogether, a published offer stays as everybody reads it."""
    _record("draft_discarded", Action.DELETE, offer, by=by)
    if not Offer.objects.filter(pk=offer.pk, state=OfferState.DRAFT.value).delete()[0]:
        Offer.objects.filter(pk=offer.pk).update(unsaved=None, unsaved_at=None)


@transaction.atomic
def save(  # noqa: PLR0913 -- what a form sends along, each by its name
    *,
    organisation: Organisation,
    offer_id: UUID,
    values: Mapping[str, Any],
    by: UUID,
    picture: Picture | None = None,
    without_picture: bool = False,
    mark: UUID | None = None,
) -> Offer:
    """Publish an offer or change a published one; the same form (its `mark`) sent twice gives one offer.

    Whoever saves the whole text says that it is true, so it is confirmed at this moment. A closed one stays closed.
    """
    now = clock.now()
    offer, _is_new = Offer.objects.select_for_update().get_or_create(
        pk=offer_id, organisation=organisation, defaults={"slug": str(offer_id)}
    )
    changed = {**values, "confirmed_at": now, "asked_at": None, "unsaved": None, "unsaved_at": None}
    changed["published_mark"] = mark
    if picture or without_picture:
        changed["picture"] = pictures.store(picture) if picture else ""
        old = offer.picture.name or ""
        transaction.on_commit(lambda: pictures.forget(old))
    was_draft = offer.state == OfferState.DRAFT.value
    if was_draft:
        changed |= {"state": OfferState.OPEN.value, "slug": queries.free_slug(str(values["name"]))}
    _write(offer, changed)
    _record("published" if was_draft else "edited", Action.CREATE if was_draft else Action.UPDATE, offer, by=by)
    offer.refresh_from_db()
    return offer


def _write(offer: Offer, changed: dict[str, Any]) -> None:
    """Write the values; when somebody else takes the same address at this very moment, ours gets its id behind it."""
    try:
        with transaction.atomic():
            Offer.objects.filter(pk=offer.pk).update(**changed)
    except IntegrityError as refused:
        if "slug" not in str(refused):
            raise
        Offer.objects.filter(pk=offer.pk).update(**changed | {"slug": f"{changed['slug']}-{offer.pk.hex[-8:]}"})


@transaction.atomic
def say_room(*, offer: Offer, room: Room, by: UUID) -> None:
    """Say whether there is room in an open offer.

    Raises:
        NotOpen: it was closed in the meantime.
    """
    values = {"capacity": room.capacity.value, "free_places": room.free_places, "waiting_weeks": room.waiting_weeks}
    still_open = Offer.objects.filter(pk=offer.pk, state=OfferState.OPEN.value)
    if not still_open.update(**values, capacity_changed_at=clock.now()):
        raise NotOpen
    _record("room_told", Action.UPDATE, offer, by=by)


@transaction.atomic
def close(*, offer: Offer, by: UUID) -> None:
    """Take an offer out of sight.

    Raises:
        NotOpen: it is a draft, or closed already.
    """
    values = {"state": OfferState.CLOSED.value, "closed_because": ClosedBecause.OWNER.value, "closed_at": clock.now()}
    if not Offer.objects.filter(pk=offer.pk, state=OfferState.OPEN.value).update(**values):
        raise NotOpen
    _record("closed", Action.UPDATE, offer, by=by)


@transaction.atomic
def reopen(*, offer: Offer, by: UUID) -> None:
    """Show a closed offer again; whoever does so says that it is true.

    Raises:
        NotClosed: it is open already, or a draft.
    """
    values = {"state": OfferState.OPEN.value, "closed_because": "", "closed_at": None}
    fresh = {"confirmed_at": clock.now(), "asked_at": None}
    if not Offer.objects.filter(pk=offer.pk, state=OfferState.CLOSED.value).update(**values, **fresh):
        raise NotClosed
    _record("reopened", Action.UPDATE, offer, by=by)


def _record(verb: str, action: Action, offer: Offer, *, by: UUID) -> None:
    audit.record(f"directory.offer.{verb}", action=action, by=by, about=offer, organisation_id=offer.organisation_id)
