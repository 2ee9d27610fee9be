"""What stands on somebody's own page. Runs with only that person in scope: the database shows nothing of another."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from samenspel.audit import words as audit
from samenspel.audit.models import Entry
from samenspel.design.parts import Moment, Status
from samenspel.directory.words import kind_labels
from samenspel.helprequests.models import HelpRequest, Note, Story
from samenspel.lib.clock import AMSTERDAM
from samenspel.networks.models import Organisation
from samenspel.people.models import Bond, Consent, Person, Reading
from samenspel.people.rules import Purpose
from samenspel.people.words import consent_text
from samenspel.referrals import minewords
from samenspel.referrals.models import Passed, Referral
from samenspel.referrals.rules import State

HELPS = (State.ACCEPTED.value, State.STARTED.value)
WHO, DAY = ("user_id", "roles", "event", "organisation_id", "network_id", "is_emergency"), "day"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: what it was about, where it is, the way it went, and what this person told."""

    about: str
    network: str
    asked_at: datetime
    asked_by: str
    status: Status
    moments: list[Moment]
    told: list[str]
    notes: list[str]


@dataclass(frozen=True, kw_only=True)
class Helper:
    """An organisation that said yes."""

    organisation: Organisation
    since: datetime


@dataclass(kw_only=True)
class Receiver:
    """A front door or organisation, and what this person agreed to for it."""

    id: UUID
    name: str
    is_network: bool
    agreed: list[str] = field(default_factory=list)
    given_at: datetime
    how: str
    reads_since: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Look:
    """What one place did with the data of this person on one day (L23)."""

    day: date
    who: str
    role: str
    what: str
    times: int
    is_emergency: bool

    @property
    def month(self) -> date:
        """The first day of the month in which it was."""
        return self.day.replace(day=1)


def questions(person: Person) -> list[Question]:
    """Every question about this person or asked by them as a carer, the newest first."""
    found = list(
        HelpRequest.objects.filter(Q(person=person) | Q(carer=person)).select_related("network").order_by("-asked_at")
    )
    paths = _paths(person)
    told, notes = _told(person), _notes(person)
    relation = _who_asked(person)
    return [
        Question(
            about=" · ".join(kind_labels(one.kinds)) or _("Hulp"),
            network=one.network.name,
            asked_at=one.asked_at,
            asked_by=relation if one.person_id == person.pk and one.carer_id else "",
            status=minewords.status(one),
            moments=paths[one.pk],
            told=told[one.pk],
            notes=notes[one.pk],
        )
        for one in found
    ]


def helpers(person: Person) -> list[Helper]:
    """Who helps now. A carer sees here who helps the carer; what is done for another is that other's."""
    found = Referral.objects.filter(person_id=person.pk, state__in=HELPS).select_related("receiver")
    return [Helper(organisation=one.receiver, since=one.started_at or one.turn_since) for one in found]


def receivers(person: Person) -> list[Receiver]:
    """Who may see what: those that may now first, then where it was stopped."""
    consents = Consent.objects.filter(person=person).select_related("network", "organisation").order_by("given_at")
    reading = dict(Reading.objects.filter(person=person, ended_at=None).values_list("reader_id", "since"))
    found: dict[tuple[UUID, bool], Receiver] = {}
    for consent in consents:
        place = consent.network or consent.organisation
        if place is None:
            continue
        key = (place.pk, consent.withdrawn_at is None)
        one = found.setdefault(key, _receiver(consent, place.pk, place.name))
        text = consent_text(Purpose(consent.purpose), receiver=place.name, version=consent.text_version)
        if text not in one.agreed:
            one.agreed.append(text)
        one.ended_at = consent.withdrawn_at
        if consent.withdrawn_at is None:
            one.reads_since = reading.get(place.pk)
    return sorted(found.values(), key=lambda one: (one.ended_at is not None, not one.is_network, one.name))


def looks(person: Person, *, most: int | None = None) -> list[Look]:
    """Who did what with the data of this person, the newest first; lines of one day that say the same are one."""
    rows: Any = (
        Entry.objects.filter(subject_id=person.pk)
        .order_by()
        .values(*WHO, day=TruncDate("at", tzinfo=AMSTERDAM))
        .annotate(times=Count("id"), last_at=Max("at"))
        .order_by("-last_at", "event")
    )
    listed = list(rows[:most] if most else rows)
    names = _names("network", listed) | _names("organisation", listed)
    return [_look(row, names, person) for row in listed]


def _paths(person: Person) -> dict[UUID, list[Moment]]:
    """The steps of all referrals of this person, per question, in the order in which they happened."""
    steps = Passed.objects.filter(person_id=person.pk).select_related("referral__receiver").order_by("at", "id")
    paths: dict[UUID, list[Moment]] = defaultdict(list)
    for one in steps:
        paths[one.referral.request_id].append(minewords.moment(one, one.referral))
    return paths


def _told(person: Person) -> dict[UUID, list[str]]:
    """What this person told, per question; never what another told about the same question (L8)."""
    texts: dict[UUID, list[str]] = defaultdict(list)
    for one in Story.objects.filter(teller=person):
        texts[one.request_id].append(one.words)
    return texts


def _notes(person: Person) -> dict[UUID, list[str]]:
    texts: dict[UUID, list[str]] = defaultdict(list)
    for one in Note.objects.filter(about=person):
        texts[one.request_id].append(one.text)
    return texts


def _who_asked(person: Person) -> str:
    """What the carer is to this person; who exactly stands in the data of the carer, which only the carer reads."""
    bond = Bond.objects.filter(cared_for=person).order_by("since").first()
    return str(bond.get_relation_display()) if bond else _("iemand die voor u zorgt")


def _receiver(consent: Consent, place_id: UUID, name: str) -> Receiver:
    how = f"{consent.get_given_by_display()}, {str(consent.get_channel_display()).lower()}"
    return Receiver(
        id=place_id, name=name, is_network=consent.network_id is not None, given_at=consent.given_at, how=how
    )


def _names(kind: str, rows: Iterable[dict[str, Any]]) -> dict[UUID, str]:
    ids: Collection[UUID] = {row[f"{kind}_id"] for row in rows if row[f"{kind}_id"]}
    return dict(audit.names_of(kind, ids))


def _look(row: dict[str, Any], names: dict[UUID, str], person: Person) -> Look:
    place = names.get(row["organisation_id"]) or names.get(row["network_id"]) or ""
    own = row["user_id"] == person.pk or (row["user_id"] is None and row["event"].startswith("people.page."))
    texts = minewords.ABOUT_ME_TEXTS
    return Look(
        day=row[DAY],
        who=_("U zelf") if own else place or _("Het systeem"),
        role=", ".join(audit.role_text(code) for code in row["roles"].split(",") if code),
        what=str(texts[row["event"]]) if row["event"] in texts else audit.event_text(row["event"]),
        times=row["times"],
        is_emergency=row["is_emergency"],
    )
