"""What the desk of a network still has to tell by phone or letter; in the network's scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.http import Http404

from samenspel.networks.models import Network
from samenspel.people.models import TOLD_TEXTS, Person, Telling
from samenspel.people.rules import ToldBy
from samenspel.referrals import minewords

BY_PEOPLE = (ToldBy.PHONE.value, ToldBy.LETTER.value)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Somebody with news, without a name: that is on the page of this person only."""

    person_id: UUID
    way: str
    by_letter: bool
    number: int
    since: datetime


@dataclass(frozen=True)
class ToTell:
    """Somebody with the news in sentences that can be said or written."""

    person: Person
    news: list[str]
    by_letter: bool


def waiting(network: Network) -> list[Waiting]:
    """Who is to be told, longest waiting first; whom the network may no longer read is not on it."""
    rows = (
        _open(network)
        .order_by()
        .values("person_id", "way")
        .annotate(number=Count("pk"), since=Min("happened_at"))
        .order_by("since", "person_id")
    )
    texts = dict(TOLD_TEXTS)
    return [
        Waiting(
            person_id=row["person_id"],
            way=str(texts[row["way"]]),
            by_letter=row["way"] == ToldBy.LETTER.value,
            number=row["number"],
            since=row["since"],
        )
        for row in rows
    ]


def count(network_ids: Sequence[UUID]) -> int:
    """How many persons wait for a call or a letter."""
    found = Telling.objects.filter(network__in=network_ids, told_at=None, way__in=BY_PEOPLE)
    return found.filter(person__created_at__isnull=False).values("person_id").distinct().count()


def to_tell(network: Network, person_id: UUID) -> ToTell:
    """One person with what waits; empty when all was told.

    Raises:
        Http404: nobody whom this network may read.
    """
    person = Person.objects.select_related("network").filter(pk=person_id).first()
    if person is None:
        raise Http404
    found = list(_open(network).filter(person=person).select_related("organisation"))
    return ToTell(
        person=person,
        news=[
            minewords.news(one.news, organisation=one.organisation.name if one.organisation else "") for one in found
        ],
        by_letter=any(one.way == ToldBy.LETTER.value for one in found),
    )


def _open(network: Network) -> QuerySet[Telling]:
    """The condition on the person joins the table whose lock says whom the network may read."""
    return Telling.objects.filter(
        network=network, told_at=None, way__in=BY_PEOPLE, person__created_at__isnull=False
    ).order_by("happened_at", "pk")
