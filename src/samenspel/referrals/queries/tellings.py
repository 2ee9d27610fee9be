"""What the desk of a network still has to tell by phone or letter; in the network's scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from samenspel.networks.models import Network
from samenspel.people.models import Person, Telling
from samenspel.people.rules import ToldBy
from samenspel.referrals import minewords

BY_PEOPLE = (ToldBy.PHONE.value, ToldBy.LETTER.value)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Somebody with news, without a name: that is on the page of this person only."""

    person_id: UUID
    network_slug: str
    network_name: str
    by_letter: bool
    number: int
    since: datetime


@dataclass(frozen=True)
class ToTell:
    """Somebody with the news in sentences that can be said or written."""

    person: Person
    news: list[str]
    by_letter: bool


def oldest() -> Subquery:
    """Since when somebody waits for news at the network that this is added to; nothing when nobody does."""
    waits = Telling.objects.filter(
        network=OuterRef("pk"), told_at=None, way__in=BY_PEOPLE, person__created_at__isnull=False
    )
    return Subquery(waits.order_by("happened_at").values("happened_at")[:1])


def waiting(network: Network) -> list[Waiting]:
    """Who is to be told at one front door."""
    return waiting_in([network.pk])


def waiting_in(network_ids: Collection[UUID]) -> list[Waiting]:
    """Who is to be told, longest waiting first; whom the network may no longer read is not on it."""
    rows = (
        _open(network_ids)
        .order_by()
        .values("person_id", "network__slug", "network__name")
        .annotate(
            number=Count("pk"),
            since=Min("happened_at"),
            letters=Count("pk", filter=Q(way=ToldBy.LETTER.value)),
        )
        .order_by("since", "person_id")
    )
    return [
        Waiting(
            person_id=row["person_id"],
            network_slug=row["network__slug"],
            network_name=row["network__name"],
            by_letter=row["letters"] > 0,
            number=row["number"],
            since=row["since"],
        )
        for row in rows
    ]


def to_tell(network: Network, person_id: UUID) -> ToTell:
    """One person with what waits; empty when all was told.

    Raises:
        Http404: nobody whom this network may read.
    """
    person = Person.objects.select_related("network").filter(pk=person_id).first()
    if person is None:
        raise Http404
    found = list(_open([network.pk]).filter(person=person).select_related("organisation"))
    return ToTell(
        person=person,
        news=[
            minewords.news(one.news, organisation=one.organisation.name if one.organisation else "") for one in found
        ],
        by_letter=any(one.way == ToldBy.LETTER.value for one in found),
    )


def _open(network_ids: Collection[UUID]) -> QuerySet[Telling]:
    """The condition on the person joins the table whose lock says whom the network may read."""
    return Telling.objects.filter(
        network__in=network_ids, told_at=None, way__in=BY_PEOPLE, person__created_at__isnull=False
    ).order_by("happened_at", "pk")
