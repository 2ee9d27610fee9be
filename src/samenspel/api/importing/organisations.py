"""The organisations of a feed: known here or made, and whether a feed may say what they offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from samenspel.api.importing import identity, reading
from samenspel.api.importing.notes import Note
from samenspel.api.importing.report import Entry, Outcome, Report
from samenspel.api.models import HsdsOrigin
from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.models import Network, Organisation, Partner, RoleGrant
from samenspel.networks.queries.slugs import free_slug
from samenspel.networks.rules import core_of_name
from samenspel.places.models import Area

ENTITY = "organizations"


@dataclass(frozen=True)
class Found:
    """An organisation, or why there is none; `may_offer` is whether this feed may add offers to it."""

    organisation: Organisation | None
    refusal: Note | None = None
    may_offer: bool = True


class Organisations:
    """Finds and makes the organisations of one import; each is looked at once."""

    def __init__(self, told: Mapping[str, Any], *, source: str, network: Network, report: Report) -> None:
        """`told` holds what the feed tells, by foreign id."""
        self._told, self._source, self._network, self._report = told, source, network, report
        self._found: dict[str, Found] = {}
        ours = HsdsOrigin.objects.filter(source=source, offer=None).select_related("organisation")
        self._origins = {origin.foreign_id: origin for origin in ours}
        self._names: dict[str, str] | None = None
        self._numbers = {foreign_id: number for number, foreign_id in enumerate(told, start=1)}

    def find(self, foreign_id: str) -> Found:
        """The organisation with this id in the feed."""
        if foreign_id not in self._found:
            self._found[foreign_id] = self._looked_up(foreign_id)
        return self._found[foreign_id]

    def _looked_up(self, foreign_id: str) -> Found:
        if foreign_id not in self._told:
            return Found(None, Note("/organization_id", "organisation_unknown", foreign_id))
        read = reading.organisation(self._told[foreign_id])
        area = read.values.get("area_id")
        if area and not Area.objects.filter(pk=area).exists():
            read.values["area_id"] = None
            read.notes.append(Note("/attributes", "area_unknown", area))
        if read.is_refused:
            self._tell(foreign_id, read, Outcome.REFUSED)
            why = "; ".join(f"{note.at} {note.sentence}" for note in read.notes)
            return Found(None, Note("/organization", "organisation_refused", why))
        origin = self._origins.get(foreign_id)
        if origin is not None and origin.organisation is not None:
            return self._again(origin, origin.organisation, read)
        return self._here_already(foreign_id, read) or self._new(foreign_id, read)

    def _again(self, origin: HsdsOrigin, row: Organisation, read: reading.Read) -> Found:
        """It came from this feed before; what its members or others changed since stays."""
        new, now = identity.mark(read.values), identity.mark(identity.values_of(row, read.values))
        outcome, notes = Outcome.UNCHANGED, list(read.notes)
        if now not in (origin.written, new) or (new != now and has_members(row)):
            outcome = Outcome.KEPT
            notes.append(Note("", "edited_here"))
        elif new != now:
            outcome = Outcome.CHANGED
            Organisation.objects.filter(pk=row.pk).update(**read.values)
        if outcome != Outcome.KEPT:
            origin.written = new
        origin.seen_at = clock.now()
        origin.save(update_fields=["written", "seen_at"])
        self._tell(origin.foreign_id, read, outcome, own_id=row.pk, notes=notes)
        return Found(row)

    def _here_already(self, foreign_id: str, read: reading.Read) -> Found | None:
        """It is here by another way: the same id, or the same number in the trade register. It is left as it is."""
        own_id, kvk = identity.as_uuid(foreign_id), read.values["kvk"]
        row = Organisation.objects.filter(pk=own_id).first() if own_id else None
        if row is None and kvk:
            row = Organisation.objects.filter(kvk=kvk).first()
        if row is None:
            return None
        self._tell(foreign_id, read, Outcome.UNCHANGED, own_id=row.pk, notes=self._join(row))
        imported = HsdsOrigin.objects.filter(organisation=row).exists()
        return Found(row, may_offer=imported or not has_members(row))

    def _new(self, foreign_id: str, read: reading.Read) -> Found:
        own_id = identity.as_uuid(foreign_id)
        notes = list(read.notes)
        if own_id is None:
            own_id = identity.made(self._source, ENTITY, foreign_id)
            notes.append(Note("/id", "id_ours"))
        if alike := self._alike(read.values["name"]):
            notes.append(Note("/name", "alike", alike))
        try:
            with transaction.atomic():
                row = self._created(own_id, foreign_id, read)
        except IntegrityError as refused:
            note = Note("", "database", constraint(refused))
            self._tell(foreign_id, read, Outcome.REFUSED, notes=[*notes, note])
            return Found(None, note)
        if self._names is not None:
            self._names[core_of_name(row.name)] = row.name
        self._tell(foreign_id, read, Outcome.NEW, own_id=row.pk, notes=notes)
        return Found(row)

    def _created(self, own_id: UUID, foreign_id: str, read: reading.Read) -> Organisation:
        row = Organisation.objects.create(id=own_id, slug=_slug(read), **read.values)
        Partner.objects.create(network=self._network, organisation=row)
        HsdsOrigin.objects.create(
            source=self._source, foreign_id=foreign_id, organisation=row, written=identity.mark(read.values)
        )
        audit.record(
            "api.organisation.imported",
            action=Action.CREATE,
            by=None,
            about=row,
            organisation_id=row.pk,
            network_id=self._network.pk,
        )
        return row

    def _join(self, row: Organisation) -> list[Note]:
        """Makes it a partner when it never was one here and nobody works with it who could be asked."""
        ties = Partner.objects.filter(network=self._network, organisation=row)
        if not ties.exists() and not has_members(row):
            Partner.objects.create(network=self._network, organisation=row)
        elif ties.exists() and not ties.filter(ended_on=None).exists():
            return [Note("", "left_network")]
        return []

    def _alike(self, name: str) -> str:
        """The name of an organisation in this network that says the same; empty when there is none."""
        if self._names is None:
            here = Organisation.objects.filter(partnerships__network=self._network).values_list("name", flat=True)
            self._names = {core_of_name(one): one for one in here}
        return self._names.get(core_of_name(name), "")

    def _tell(
        self,
        foreign_id: str,
        read: reading.Read,
        outcome: Outcome,
        *,
        own_id: UUID | None = None,
        notes: list[Note] | None = None,
    ) -> None:
        told = read.notes if notes is None else notes
        number = self._numbers[foreign_id]
        name = str(read.values.get("name", ""))
        entry = Entry(
            entity=ENTITY, number=number, foreign_id=foreign_id, name=name, outcome=outcome, own_id=own_id, notes=told
        )
        self._report.entries.append(entry)


def _slug(read: reading.Read) -> str:
    """The name in the address that our own export told, as long as nobody has it; else one made of the name."""
    if read.slug and not Organisation.objects.filter(slug=read.slug).exists():
        return read.slug
    return free_slug(Organisation, read.values["name"])


def has_members(organisation: Organisation) -> bool:
    """Whether people work here for this organisation, who keep what it tells themselves."""
    return RoleGrant.objects.filter(organisation=organisation).exists()


def constraint(refused: IntegrityError) -> str:
    """The name of the rule of the database that refused; never the values."""
    diagnosis = getattr(refused.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or "?"
