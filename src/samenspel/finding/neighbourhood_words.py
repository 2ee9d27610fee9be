"""The page of a neighbourhood in words: ways in which help reaches people, distances, districts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.design import linked
from samenspel.design.parts import FilterChip
from samenspel.directory import words
from samenspel.directory.models import Offer
from samenspel.finding.queries.neighbourhood import Reach
from samenspel.finding.queries.neighbourhoods import Served
from samenspel.places import geometry
from samenspel.places.models import Area, AreaEdition
from samenspel.places.words import distance_in_words

REACH_TEXTS: dict[Reach, Promise] = {
    Reach.NEAR: gettext_lazy("Dichtbij"),
    Reach.HOME: gettext_lazy("Komt bij u thuis"),
    Reach.REMOTE: gettext_lazy("Telefonisch en online"),
}
FIGURES = (
    "inhabitants", "inhabitants_65plus", "share_65plus", "share_single_households", "lonely_18plus",
    "informal_carers_18plus", "volunteers_18plus",
)  # fmt: skip
"""Who lives here, and what this network is about; the page of the area has all the others."""
REACH_EXPLAINED: dict[Reach, Promise] = {
    Reach.NEAR: gettext_lazy("U gaat er zelf naartoe."),
    Reach.HOME: gettext_lazy("Bij u thuis, of op een plek die u samen afspreekt."),
    Reach.REMOTE: gettext_lazy("U hoeft er de deur niet voor uit."),
}


@dataclass(frozen=True)
class Row:
    """An offer in the list, and how it is tied to the neighbourhood in words; empty when that is unknown."""

    card: words.Card
    where: str


@dataclass(frozen=True)
class Group:
    """The offers on this page that reach people in one way."""

    reach: Reach
    title: str
    explained: str
    rows: list[Row]


@dataclass(frozen=True)
class District:
    """A district with its neighbourhoods; the name is empty for a network that works in one district."""

    name: str
    served: list[Served]


def groups(found: Iterable[tuple[Reach, list[Offer]]], *, centre: AreaEdition | None, today: date) -> list[Group]:
    """The offers under their headings, on this day."""
    return [
        Group(
            reach,
            str(REACH_TEXTS[reach]),
            str(REACH_EXPLAINED[reach]),
            [Row(words.card(offer, today=today), where(offer, centre)) for offer in offers],
        )
        for reach, offers in found
    ]


def where(offer: Offer, centre: AreaEdition | None) -> str:
    """How far it is, or else that it is for this neighbourhood."""
    return far(offer, centre) or (_("voor deze buurt") if vars(offer).get("is_own") else "")


def far(offer: Offer, centre: AreaEdition | None) -> str:
    """The distance as the crow flies from the middle of the neighbourhood; empty for help without a place or abroad."""
    if centre is None or offer.longitude is None or offer.latitude is None:
        return ""
    if not geometry.in_netherlands(offer.longitude, offer.latitude):
        return ""
    point = geometry.to_rd(offer.longitude, offer.latitude)
    metres = geometry.distance((float(point[0]), float(point[1])), (centre.centre_x, centre.centre_y))
    return _("ongeveer %(distance)s") % {"distance": distance_in_words(metres)}


def chips(totals: Mapping[Reach, int], *, chosen: str, url: str) -> list[FilterChip]:
    """All ways with how many offers each has; nothing to choose when there is one way only."""
    some = [reach for reach in Reach if totals[reach]]
    if len(some) <= 1:
        return []
    everything = FilterChip(label=_("Alles"), url=url, count=sum(totals.values()), chosen=chosen not in list(Reach))
    return [
        everything,
        *(
            FilterChip(
                label=str(REACH_TEXTS[reach]), url=f"{url}?waar={reach}", count=totals[reach], chosen=chosen == reach
            )
            for reach in some
        ),
    ]


def by_district(served: Sequence[Served]) -> list[District]:
    """The neighbourhoods under the names of their districts, by name."""
    ordered = sorted(served, key=lambda one: (_district(one), one.area.name_key, one.area.pk))
    return [District(name, list(group)) for name, group in groupby(ordered, key=_district)]


def _district(one: Served) -> str:
    return one.area.parent.name if one.area.parent else ""


def as_place(area: Area, centre: AreaEdition | None, url: str) -> linked.Thing:
    """A neighbourhood for machines: its name, official code, place on earth and municipality."""
    point = (
        {"@type": "GeoCoordinates", "latitude": centre.centre_lat, "longitude": centre.centre_lon} if centre else None
    )
    inside = linked.area(area.municipality.name, area.municipality.pk) if area.municipality else None
    return {
        **linked.area(area.name, area.pk),
        "@id": linked.absolute(url),
        "url": linked.absolute(url),
        "geo": point,
        "containedInPlace": inside,
    }
