"""Which pages the world may find: those that everybody can open, each under its one address, with when it changed.

`changed_at` is there only where it is kept; a date that is not true makes search machines ignore all dates.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferState
from samenspel.finding.queries import neighbourhoods
from samenspel.networks import queries as networks
from samenspel.networks.models import Organisation, Partner

FIXED = ("web:home", "finding:find", "web:about", "web:accessibility", "web:cookies", "privacy:register")


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its path and when it last became different, when that is known."""

    path: str
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one sort: how many there are, and some of them by their place in a fixed order."""

    count: Callable[[], int]
    between: Callable[[int, int], Iterator[Place]]


def _fixed(start: int, stop: int) -> Iterator[Place]:
    return (Place(reverse(name)) for name in FIXED[start:stop])


def _networks(start: int, stop: int) -> Iterator[Place]:
    found = networks.public_networks().order_by("pk").values_list("slug", flat=True)
    return (Place(reverse("networks:network", args=[slug])) for slug in found[start:stop])


def _home_of(organisation: str) -> Subquery:
    """The slug of the open network in which an organisation takes part longest; that network gives the address."""
    ties = Partner.objects.filter(organisation=OuterRef(organisation), ended_on=None, network__is_public=True)
    return Subquery(ties.order_by("since_on", "pk").values("network__slug")[:1])


def _partners() -> QuerySet[Organisation, tuple[str, str]]:
    found = Organisation.objects.annotate(home=_home_of("pk")).filter(home__isnull=False)
    return found.order_by("pk").values_list("home", "slug")


def _organisations(start: int, stop: int) -> Iterator[Place]:
    return (Place(reverse("networks:profile", args=row)) for row in _partners()[start:stop])


def _open_offers() -> QuerySet[Offer]:
    found = Offer.objects.filter(state=OfferState.OPEN.value)
    return found.annotate(home=_home_of("organisation")).filter(home__isnull=False).order_by("pk")


def _offers(start: int, stop: int) -> Iterator[Place]:
    rows = _open_offers().annotate(last=neighbourhoods.CHANGED_AT).values_list("home", "slug", "last")[start:stop]
    return (Place(reverse("directory:offer", args=[home, slug]), last) for home, slug, last in rows)


def _all_neighbourhoods() -> list[Place]:
    """Of every open network those where something is offered."""
    open_ones = list(networks.public_networks().order_by("pk"))
    found = neighbourhoods.of_networks(open_ones)
    return [
        Place(reverse("finding:neighbourhood", args=[network.slug, one.area.slug]), one.changed_at)
        for network in open_ones
        for one in found[network.pk]
        if one.offers
    ]


def _neighbourhoods(start: int, stop: int) -> Iterator[Place]:
    return iter(_all_neighbourhoods()[start:stop])


SECTIONS: dict[str, Section] = {
    "paginas": Section(lambda: len(FIXED), _fixed),
    "netwerken": Section(lambda: networks.public_networks().count(), _networks),
    "organisaties": Section(lambda: _partners().count(), _organisations),
    "buurten": Section(lambda: len(_all_neighbourhoods()), _neighbourhoods),
    "aanbod": Section(lambda: _open_offers().count(), _offers),
}
