"""Applying a reading: every thing of it is checked, then all that is good comes in with one transaction.

One transaction for all of it, see docs/adr/0016: whoever looks sees the directory of before or that of after.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samenspel.api.hsds import objects
from samenspel.api.hsds.objects import Frame
from samenspel.api.importing import areas, gathering, identity, reading
from samenspel.api.importing.gathering import Feed, Told
from samenspel.api.importing.notes import Note
from samenspel.api.importing.organisations import Found, Organisations, constraint
from samenspel.api.importing.report import Entry, Outcome, Report, refused_beside
from samenspel.api.importing.staging import Show
from samenspel.api.models import HsdsImport, HsdsOrigin
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.directory import queries
from samenspel.directory.models import Offer
from samenspel.directory.rules import ClosedBecause, OfferState
from samenspel.lib import clock
from samenspel.networks.models import Organisation
from samenspel.places.models import Area

ENTITY = "services"
NO_ORGANISATION = Found(None, Note("/organization_id", "organisation_missing"))


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wants of an import: close what left the feed, or change nothing and only tell."""

    close_missing: bool = False
    is_rehearsal: bool = False


@transaction.atomic
def apply(run: HsdsImport, *, wish: Wish, show: Show) -> Report:
    """Check everything that was read and bring in what is good; the reading is finished and its items are gone.

    A rehearsal tells the same and leaves everything as it was.
    """
    report = Report(source=run.source, network=run.network.slug, remarks=list(run.remarks))
    report.is_rehearsal = wish.is_rehearsal
    _Applying(run, report).all(gathering.gather(run), wish=wish, show=show)
    if wish.is_rehearsal:
        transaction.set_rollback(True)
        return report
    run.items.all().delete()
    run.finished_at, run.counts = clock.now(), report.counts(ENTITY)
    run.save()
    _record(run, report)
    return report


class _Applying:
    """One import while it is applied."""

    def __init__(self, run: HsdsImport, report: Report) -> None:
        self._source, self._network, self._report = run.source, run.network, report
        self._now = clock.now()
        ours = HsdsOrigin.objects.filter(source=run.source, organisation=None).select_related("offer")
        self._origins = {origin.foreign_id: origin for origin in ours}
        self._still_true: list[UUID] = []
        self._seen_again: list[UUID] = []
        self._new_origins: list[HsdsOrigin] = []
        self._here: dict[UUID, Offer] = {}
        self._imported: set[UUID] = set()

    def all(self, feed: Feed, *, wish: Wish, show: Show) -> None:
        """Terms, services with their organisations, and what is no longer in the feed."""
        self._tell_faults(feed)
        found = Organisations(feed.organisations, source=self._source, network=self._network, report=self._report)
        for foreign in feed.of_ours:
            found.find(foreign)
        self._context = reading.Context(terms=feed.terms, areas=_areas(feed, self._network.area_id))
        self._look_around(feed)
        for done, one in enumerate(feed.services, start=1):
            self._report.entries.append(self._service(one, feed, found))
            show(done, len(feed.services), _("%(done)d diensten nagekeken") % {"done": done})
        self._finish()
        self._tell_disappeared({one.key for one in feed.services}, close=wish.close_missing)

    def _service(self, one: Told, feed: Feed, found: Organisations) -> Entry:
        read = reading.service(one.told, self._context)
        notes = [*one.notes, *read.notes]
        if read.is_refused or one.is_again:
            return _entry(one, read, Outcome.REFUSED, notes)
        owner = found.find(foreign) if (foreign := feed.organisation_of(one)) else NO_ORGANISATION
        if owner.organisation is None:
            return _entry(one, read, Outcome.REFUSED, [*notes, *([owner.refusal] if owner.refusal else [])])
        origin = self._origins.get(one.key)
        if origin is not None and origin.offer is not None:
            return self._again(one, read, origin, origin.offer)
        row = self._here_already(one)
        return self._unknown(one, read, owner, notes) if row is None else self._own(one, read, row, notes)

    def _own(self, one: Told, read: reading.Read, row: Offer, notes: list[Note]) -> Entry:
        """It is kept here and not by this feed; the same words, or what we export of it ourselves, are no harm."""
        told = reading.service(objects.service(row, Frame()), self._context)
        if identity.mark(read.values) in (
            identity.mark(told.values),
            identity.mark(identity.values_of(row, read.values)),
        ):
            return _entry(one, read, Outcome.UNCHANGED, notes, row)
        return _entry(one, read, Outcome.REFUSED, [*notes, Note("/id", "elsewhere")], row)

    def _unknown(self, one: Told, read: reading.Read, owner: Found, notes: list[Note]) -> Entry:
        assert owner.organisation  # noqa: S101 -- seen by who calls
        if owner.may_offer:
            return self._new(one, read, owner.organisation, notes)
        refusal = Note("/organization_id", "kept_by_members", owner.organisation.name)
        return _entry(one, read, Outcome.REFUSED, [*notes, refusal])

    def _look_around(self, feed: Feed) -> None:
        """Which offers are here already with an id of the feed, and which of those a feed brought; two questions."""
        ids = [own_id for one in feed.services if (own_id := identity.as_uuid(one.key))]
        self._here = Offer.objects.in_bulk(ids)
        brought = HsdsOrigin.objects.filter(offer__in=list(self._here)).values_list("offer", flat=True)
        self._imported = {own_id for own_id in brought if own_id}

    def _here_already(self, one: Told) -> Offer | None:
        """An offer of our own with this very id, which no feed brought."""
        own_id = identity.as_uuid(one.key)
        return None if own_id is None or own_id in self._imported else self._here.get(own_id)

    def _again(self, one: Told, read: reading.Read, origin: HsdsOrigin, row: Offer) -> Entry:
        """It came from this feed before. What somebody changed here since is left alone."""
        notes = [*one.notes, *read.notes]
        closed_here = row.state == OfferState.CLOSED.value and _closed_by_itself(row, origin)
        new, now = identity.mark(read.values), identity.mark(_as_imported(row, read.values, closed_here=closed_here))
        if row.unsaved is not None or not (now == new or identity.is_same(now, origin.written)):
            return _entry(one, read, Outcome.KEPT, [*notes, Note("", "edited_here")], row)
        if new == now and not closed_here:
            if "confirmed_at" not in read.values:
                self._still_true.append(row.pk)
            if origin.written == new:
                self._seen_again.append(origin.pk)
            else:
                self._seen(origin, new)
            return _entry(one, read, Outcome.UNCHANGED, notes, row)
        refusal = self._changed(row, read)
        if refusal is not None:
            return _entry(one, read, Outcome.REFUSED, [*notes, refusal], row)
        self._seen(origin, new)
        return _entry(one, read, Outcome.CHANGED, notes, row)

    def _changed(self, row: Offer, read: reading.Read) -> Note | None:
        changed = read.values | self._moments(read.values, row) | {"asked_at": None}
        if row.state == OfferState.DRAFT.value and read.values["state"] != OfferState.DRAFT.value:
            changed["slug"] = _free_slug(read)
        try:
            with transaction.atomic():
                Offer.objects.filter(pk=row.pk).update(**changed)
        except IntegrityError as refused:
            return Note("", "database", constraint(refused))
        return None

    def _new(self, one: Told, read: reading.Read, owner: Organisation, notes: list[Note]) -> Entry:
        own_id = identity.as_uuid(one.key)
        if own_id is None or own_id in self._here:
            own_id = identity.made(self._source, ENTITY, one.key)
            notes.append(Note("/id", "id_ours"))
        try:
            with transaction.atomic():
                row = self._created(own_id, read, owner)
        except IntegrityError as refused:
            return _entry(one, read, Outcome.REFUSED, [*notes, Note("", "database", constraint(refused))])
        written = identity.mark(read.values)
        self._new_origins.append(HsdsOrigin(source=self._source, foreign_id=one.key, offer=row, written=written))
        return _entry(one, read, Outcome.NEW, notes, row)

    def _created(self, own_id: UUID, read: reading.Read, owner: Organisation) -> Offer:
        is_draft = read.values["state"] == OfferState.DRAFT.value
        slug = str(own_id) if is_draft else _free_slug(read)
        told = self._moments(read.values, None) | read.values
        return Offer.objects.create(id=own_id, organisation=owner, slug=slug, **told)

    def _moments(self, values: Mapping[str, Any], row: Offer | None) -> dict[str, datetime | None]:
        """When it was confirmed and closed. A source confirms what it lists, at the moment of the import."""
        is_closed = values["state"] == OfferState.CLOSED.value
        is_draft = values["state"] == OfferState.DRAFT.value
        closed_at = (row.closed_at if row is not None else None) or self._now
        return {
            "confirmed_at": values.get("confirmed_at") or (None if is_draft else self._now),
            "closed_at": closed_at if is_closed else None,
        }

    def _seen(self, origin: HsdsOrigin, written: str) -> None:
        origin.written, origin.seen_at = written, self._now
        origin.save(update_fields=["written", "seen_at"])

    def _finish(self) -> None:
        """What goes for many at once. What the source still tells in the same words is confirmed by that."""
        HsdsOrigin.objects.bulk_create(self._new_origins, batch_size=500)
        HsdsOrigin.objects.filter(pk__in=self._seen_again).update(seen_at=self._now)
        still_true = Offer.objects.filter(pk__in=self._still_true, state=OfferState.OPEN.value)
        still_true.update(confirmed_at=self._now, asked_at=None)

    def _tell_disappeared(self, seen: set[str], *, close: bool) -> None:
        for key, origin in self._origins.items():
            row = origin.offer
            if key in seen or row is None or row.state == OfferState.CLOSED.value:
                continue
            if close and row.state == OfferState.OPEN.value:
                self._close(origin, row)
            outcome = Outcome.CLOSED if close and row.state == OfferState.OPEN.value else Outcome.DISAPPEARED
            self._report.entries.append(
                Entry(entity=ENTITY, number=0, foreign_id=key, name=row.name, outcome=outcome, own_id=row.pk)
            )

    def _close(self, origin: HsdsOrigin, row: Offer) -> None:
        closed = {"state": OfferState.CLOSED.value, "closed_because": ClosedBecause.OWNER.value}
        Offer.objects.filter(pk=row.pk).update(**closed, closed_at=self._now)
        self._seen(origin, identity.closed_by_import(origin.written))

    def _tell_faults(self, feed: Feed) -> None:
        """What is wrong in the lists beside the services: organisations told twice, terms that run in a circle."""
        for number, foreign in feed.again:
            note = Note("/id", "id_again", foreign)
            self._report.entries.append(refused_beside("organizations", number, foreign, note))
        for term_id, circle in feed.terms.circles.items():
            note = Note("/parent_id", "circle", circle)
            self._report.entries.append(refused_beside("taxonomy_terms", 0, term_id, note))


def _free_slug(read: reading.Read) -> str:
    """The name in the address that our own export told, as long as nobody has it; else one made of the name."""
    if read.slug and not Offer.objects.filter(slug=read.slug).exists():
        return read.slug
    return queries.free_slug(str(read.values["name"]))


def _closed_by_itself(row: Offer, origin: HsdsOrigin) -> bool:
    """Whether no person closed it: nobody answered, or an earlier import did because the feed had left it out."""
    return row.closed_because == ClosedBecause.UNANSWERED.value or identity.was_closed_by_import(origin.written)


def _as_imported(row: Offer, names: Iterable[str], *, closed_here: bool) -> dict[str, Any]:
    """The values of a row; that it closed without anybody is not an edit."""
    values = identity.values_of(row, names)
    return values | ({"state": OfferState.OPEN.value, "closed_because": ""} if closed_here else {})


def _entry(one: Told, read: reading.Read, outcome: Outcome, notes: list[Note], row: Offer | None = None) -> Entry:
    return Entry(
        entity=ENTITY,
        number=one.number,
        foreign_id=one.foreign_id,
        name=str(read.values.get("name", "")),
        outcome=outcome,
        own_id=row.pk if row is not None else None,
        state=str(read.values.get("state", "")),
        notes=notes,
    )


def _areas(feed: Feed, around: str | None) -> areas.Areas:
    """Areas that the feed names by code, and those in the municipality of the network by name."""
    codes = areas.mentioned(one.told for one in feed.services)
    named = list(Area.objects.filter(pk__in=codes).values_list("code", "name"))
    if around:
        named += Area.objects.filter(code__contains=around[2:6]).values_list("code", "name")
    return areas.Areas(dict(named).items())


def _record(run: HsdsImport, report: Report) -> None:
    counts = report.counts(ENTITY)
    audit.record(
        "api.import.applied",
        action=Action.CREATE,
        by=None,
        about=run,
        network_id=run.network_id,
        detail=f"new={counts['new']},changed={counts['changed']},refused={counts['refused']}",
    )
