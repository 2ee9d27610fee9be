"""A sheet with offers: kept until somebody says yes, then taken over all at once, and taken back if need be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.directory import queries
from samenspel.directory.models import Offer, SheetImport
from samenspel.directory.rules import ClosedBecause, OfferState, Room
from samenspel.directory.sheets import ground, plan
from samenspel.directory.sheets.columns import Headings
from samenspel.directory.sheets.files import is_example
from samenspel.directory.sheets.plan import Plan
from samenspel.directory.sheets.reading import phone
from samenspel.lib import clock, ids, numbers
from samenspel.lib.sheets import Row
from samenspel.networks.models import Organisation
from samenspel.places import queries as places

MOST_IGNORED = 20
MOMENTS = ("confirmed_at", "asked_at", "capacity_changed_at", "closed_at")


class AlreadyDone(Exception):
    """Somebody said yes to this sheet, or took it back."""


class Changed(Exception):
    """What the sheet would do is no longer what was seen."""


class NothingToDo(Exception):
    """The sheet adds and changes nothing."""


@dataclass(frozen=True)
class Outcome:
    """How many offers were added and changed; after taking back, how many stayed because of later changes."""

    added: int = 0
    changed: int = 0
    kept: int = 0


@transaction.atomic
def keep(*, organisation: Organisation, rows: Sequence[Row], headings: Headings, by: UUID) -> SheetImport:
    """Keep the cells of the columns we know; never a number that may be a BSN, and nothing of other columns."""
    kept = [_kept(row, headings.places) for row in rows if row.number > headings.row]
    ignored = [text for text in headings.ignored[:MOST_IGNORED] if not numbers.find_bsn(text)]
    made = SheetImport.objects.create(
        organisation=organisation,
        rows=[row for row in kept if any(row["cells"].values()) and not is_example(row["cells"].get("mark", ""))],
        ignored=ignored,
    )
    _record("sent_in", Action.CREATE, made, by=by)
    return made


def _kept(row: Row, columns: Mapping[int, str]) -> dict[str, Any]:
    cells = {code: row.cells[place] if place < len(row.cells) else "" for place, code in columns.items()}
    refused = [
        code for code, text in cells.items() if numbers.find_bsn(phone(text) if code == "contact_phone" else text)
    ]
    return {"number": row.number, "cells": cells | dict.fromkeys(refused, ""), "bsn": refused}


def plan_of(sheet: SheetImport, *, locked: bool = False) -> Plan:
    """What a sheet would do now."""
    offers = queries.sheet_offers(sheet.organisation, locked=locked)
    wheres = {row["cells"].get("where", "") for row in sheet.rows} - {""}
    here = ground.ground_of(sheet.organisation, offers, wheres=wheres)
    return plan.made(sheet.rows, offers=offers, ground=here)


@transaction.atomic
def accept(*, sheet: SheetImport, seen: str, by: UUID) -> Outcome:
    """Add and change everything that has nothing wrong in it, in one go. `seen` is the plan's fingerprint.

    Raises:
        AlreadyDone: by somebody else in the meantime.
        Changed: offers were changed since the plan was seen.
        NothingToDo: there is nothing to take over.
    """
    organisation = sheet.organisation
    held = SheetImport.objects.select_for_update().filter(pk=sheet.pk, accepted_at=None).first()
    if held is None:
        raise AlreadyDone
    held.organisation = organisation
    wanted = plan_of(held, locked=True)
    if wanted.fingerprint != seen:
        raise Changed
    if not wanted.total:
        raise NothingToDo
    written = _write(wanted, organisation, now=clock.now())
    held.written, held.accepted_at = written, clock.now()
    held.save(update_fields=["written", "accepted_at"])
    outcome = Outcome(len(wanted.additions), len(wanted.changes))
    _record("accepted", Action.UPDATE, held, by=by, detail=f"added={outcome.added},changed={outcome.changed}")
    return outcome


def _write(wanted: Plan, organisation: Organisation, *, now: datetime) -> list[dict[str, Any]]:
    told = [one.values for one in wanted.additions] + [one.values for one in wanted.changes]
    codes = {str(values["where"]) for values in told if values.get("where")}
    centres = places.centres(codes)
    made = [Offer(organisation=organisation, **_new(one.values, centres, now=now)) for one in wanted.additions]
    _add(made)
    written: list[dict[str, Any]] = [{"id": str(offer.pk), "was": None, "left": _marks(offer)} for offer in made]
    for change in wanted.changes:
        fields = _fields(change.values, centres, now=now)
        was = {name: _plain(getattr(change.offer, name)) for name in fields}
        for name, value in fields.items():
            setattr(change.offer, name, value)
        change.offer.save(update_fields=list(fields))
        written.append({"id": str(change.offer.pk), "was": was, "left": _marks(change.offer)})
    return written


def _new(values: Mapping[str, Any], centres: Mapping[str, tuple[float, float]], *, now: datetime) -> dict[str, Any]:
    return {"languages": ["nl"], "slug": str(ids.new_id()), "state": OfferState.OPEN.value} | {
        name: value for name, value in _fields(values, centres, now=now).items() if name not in {"state", "closed_at"}
    }


def _add(offers: list[Offer]) -> None:
    """Each gets its name as its address; when somebody else takes one at this very moment, ids go behind them."""
    taken: set[str] = set()
    for offer in offers:
        slug = queries.free_slug(offer.name)
        offer.slug = slug if slug not in taken else f"{slug}-{offer.pk.hex[-8:]}"
        taken.add(offer.slug)
    try:
        with transaction.atomic():
            Offer.objects.bulk_create(offers)
    except IntegrityError as refused:
        if "slug" not in str(refused):
            raise
        for offer in offers:
            offer.slug = f"{offer.slug[:60]}-{offer.pk.hex[-8:]}"
        Offer.objects.bulk_create(offers)


def _fields(values: Mapping[str, Any], centres: Mapping[str, tuple[float, float]], *, now: datetime) -> dict[str, Any]:
    """The columns of an offer that these values stand for. Who sends a list says that what is in it is true."""
    apart = {"where", "room", "open", "mark"}
    fields = {name: value for name, value in values.items() if name not in apart}
    fields |= {"confirmed_at": now, "asked_at": None}
    if "mark" in values:
        fields["own_mark"] = values["mark"]
    if "where" in values:
        longitude, latitude = centres.get(values["where"], (None, None))
        fields |= {"longitude": longitude, "latitude": latitude}
    if "open" in values:
        fields |= _open_or_closed(is_open=values["open"], now=now)
    room = values.get("room")
    if isinstance(room, Room):
        fields |= {"capacity": room.capacity.value, "free_places": room.free_places}
        fields |= {"waiting_weeks": room.waiting_weeks, "capacity_changed_at": now}
    return fields


def _open_or_closed(*, is_open: bool, now: datetime) -> dict[str, Any]:
    if is_open:
        return {"state": OfferState.OPEN.value, "closed_at": None, "closed_because": ""}
    return {"state": OfferState.CLOSED.value, "closed_at": now, "closed_because": ClosedBecause.OWNER.value}


@transaction.atomic
def take_back(*, sheet: SheetImport, by: UUID) -> Outcome:
    """Remove what a sheet added and restore what it changed, as far as nobody touched it since.

    Raises:
        AlreadyDone: nobody said yes to it, or it was taken back already.
    """
    held = SheetImport.objects.select_for_update().filter(pk=sheet.pk, undone_at=None).exclude(accepted_at=None).first()
    if held is None:
        raise AlreadyDone
    offers = {str(offer.pk): offer for offer in queries.sheet_offers(sheet.organisation, locked=True)}
    added = changed = kept = 0
    for one in held.written:
        offer = offers.get(one["id"])
        if offer is None or _marks(offer) != one["left"] or (one["was"] is None and offer.unsaved_at):
            kept += 1
        elif one["was"] is None:
            offer.delete()
            added += 1
        else:
            Offer.objects.filter(pk=offer.pk).update(**{name: _value(name, told) for name, told in one["was"].items()})
            changed += 1
    held.undone_at = clock.now()
    held.save(update_fields=["undone_at"])
    _record("taken_back", Action.UPDATE, held, by=by, detail=f"removed={added},restored={changed},kept={kept}")
    return Outcome(added, changed, kept)


@transaction.atomic
def discard(*, sheet: SheetImport, by: UUID) -> None:
    """Throw away a sheet that nobody said yes to; nothing happens to one that was taken over."""
    waiting = SheetImport.objects.filter(pk=sheet.pk, accepted_at=None)
    if waiting.exists():
        _record("discarded", Action.DELETE, sheet, by=by)
        waiting.delete()


def _marks(offer: Offer) -> list[str]:
    """By what one sees that nobody wrote, closed, opened or confirmed an offer since, or said if there is room."""
    return [offer.state, *(str(_plain(getattr(offer, name))) for name in ("confirmed_at", "capacity_changed_at"))]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _value(name: str, told: Any) -> Any:
    return datetime.fromisoformat(told) if name in MOMENTS and told else told


def _record(verb: str, action: Action, sheet: SheetImport, *, by: UUID, detail: str = "") -> None:
    audit.record(
        f"directory.sheet.{verb}",
        action=action,
        by=by,
        about=sheet,
        organisation_id=sheet.organisation_id,
        detail=detail,
    )
