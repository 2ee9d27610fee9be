"""The offers of a network counted for one area: a few questions to the database, however many offers there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenspel.directory import queries, words
from samenspel.directory.models import Offer
from samenspel.directory.reviewing import counting
from samenspel.directory.reviewing.counting import Counts, Fact
from samenspel.directory.rules import Freshness
from samenspel.engine import taxonomy
from samenspel.networks.models import Network
from samenspel.places import queries as places
from samenspel.places.models import Area
from samenspel.places.rules import AreaKind

OLD = {Freshness.OLD, Freshness.OVERDUE}


@dataclass(frozen=True)
class Overview:
    """What a network offers in the chosen area; `choices` are the areas that can be chosen.

    `near_targets` counts per neighbourhood and target group what is of that neighbourhood or district alone.
    """

    chosen: Area | None
    choices: list[Area]
    total: int
    old: int
    areas: list[tuple[Area, Counts]]
    near_targets: list[tuple[Area, dict[str, Counts]]]
    kinds: dict[str, Counts]
    targets: dict[str, Counts]

    @property
    def where(self) -> str:
        """The name of the area, as it stands in a sentence."""
        return self.chosen.name if self.chosen else ""


def overview(network: Network, *, code: str, today: date) -> Overview:
    """Count the open offers; an area that is not of this network counts as none chosen."""
    choices = queries.areas_of_network(network)
    chosen = next((area for area in choices if area.pk == code), None) or next(
        (area for area in choices if area.pk == network.area_id), None
    )
    facts = _facts(queries.offers_to_review(network), today=today)
    inside = [fact for fact in facts if chosen is None or counting.reaches(fact, chosen.pk)]
    shown = [
        area
        for area in choices
        if area.kind == AreaKind.NEIGHBOURHOOD and (chosen is None or counting.touches(area.pk, chosen.pk))
    ]
    ground, targets = counting.Ground(facts), [target for target, _text in words.TARGET_TEXTS]
    return Overview(
        chosen=chosen,
        choices=choices,
        total=len(inside),
        old=sum(fact.is_old for fact in inside),
        areas=[(area, ground.counts(area.pk)) for area in shown],
        near_targets=[(area, counting.per_target(ground.near(area.pk), targets)) for area in shown],
        kinds=counting.per_kind(inside, taxonomy.standard().codes),
        targets=counting.per_target(inside, targets),
    )


def _facts(offers: Sequence[Offer], *, today: date) -> list[Fact]:
    located = [offer for offer in offers if offer.longitude is not None and offer.latitude is not None]
    spots = places.codes_at([(offer.longitude or 0.0, offer.latitude or 0.0) for offer in located])
    spot_of = {offer.pk: spot or "" for offer, spot in zip(located, spots, strict=True)}
    return [
        Fact(
            form=offer.form,
            kinds=tuple(offer.kinds),
            targets=tuple(offer.target_groups),
            areas=tuple(offer.area_codes),
            spot=spot_of.get(offer.pk, ""),
            capacity=offer.capacity,
            is_old=offer.freshness(today=today) in OLD,
        )
        for offer in offers
    ]
