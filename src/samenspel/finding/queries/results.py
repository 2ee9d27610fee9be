"""From what the index found to results: each offer with its pages, and in words why it stands there."""

from dataclasses import dataclass
from functools import cache, cached_property
from math import isnan
from uuid import UUID

import numpy as np
from django.urls import reverse

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferForm
from samenspel.directory.words import card
from samenspel.engine import analyser, folding, targets, taxonomy
from samenspel.engine.index import Found
from samenspel.engine.questions import Question
from samenspel.engine.ranking import Factor
from samenspel.finding import posing, words
from samenspel.finding.answers import Result
from samenspel.finding.queries import shown
from samenspel.finding.snapshot import Snapshot
from samenspel.finding.wanted import Wanted
from samenspel.lib import clock
from samenspel.places.rules import AreaKind

MOST_WORDS_SHOWN = 2
LIKELY = 0.3
"""What a kind or group must count in the question to be named as a reason."""


@dataclass(frozen=True)
class Results:
    """Makes results of what the index found for one question."""

    wanted: Wanted
    question: Question
    now: Snapshot

    def of(self, found: Found) -> list[Result]:
        """The results in order; what was closed this very moment is left out."""
        offers = shown.offers(found.keys)
        today = clock.today()
        results = []
        for place, key in enumerate(found.keys):
            if (offer := offers.get(UUID(bytes=key))) and (slug := self._slug(offer)):
                metres = float(found.metres[place])
                is_near_no_place = isnan(metres) or offer.form == OfferForm.REMOTE or not self._is_exact(offer)
                points = {factor: float(values[place]) for factor, values in found.points.items()}
                fit = self._fit(offer, points, None if is_near_no_place else metres)
                results.append(
                    Result(
                        offer=offer,
                        url=_address("directory:offer", slug, offer.slug),
                        organisation_url=_address("networks:profile", slug, offer.organisation.slug),
                        why=words.reasons(offer, fit),
                        card=card(offer, today=today),
                        metres=fit.metres,
                    )
                )
        return results

    @cached_property
    def _kinds(self) -> list[str]:
        return _likely(self.question.kinds, taxonomy.standard().codes)

    @cached_property
    def _targets(self) -> list[str]:
        return _likely(self.question.targets, targets.codes())

    @cached_property
    def _days(self) -> tuple[str, ...]:
        return posing.wished_days(self.wanted)

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return posing.wished_languages(self.wanted)

    @cached_property
    def _looked_for(self) -> dict[str, str]:
        """The whole words of the question: term to the word as it was typed."""
        return posing.whole_words(self.question)

    def _slug(self, offer: Offer) -> str:
        return self.now.partners.slug_for(
            offer.organisation_id,
            network_id=self.wanted.network.pk if self.wanted.network else None,
            area=self.wanted.area.code if self.wanted.area else "",
        )

    def _is_exact(self, offer: Offer) -> bool:
        """Whether both ends are smaller than a town: from the middle of a municipality no distance is true."""
        area = self.wanted.area
        is_placed = offer.latitude is not None or (len(offer.area_codes) == 1 and offer.area_codes[0][:2] != "GM")
        return is_placed and (self.wanted.point is not None or area is None or area.kind != AreaKind.MUNICIPALITY)

    def _fit(self, offer: Offer, points: dict[Factor, float], metres: float | None) -> words.Fit:
        return words.Fit(
            points=points,
            metres=metres,
            kinds=self._kinds,
            targets=self._targets,
            days=self._days,
            languages=self._languages,
            words=_words_in(offer, self._looked_for),
            asks_provider=bool(self.wanted.provider),
            place=self.wanted.area.name if self.wanted.area else "",
        )


def _likely(values: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", codes: tuple[str, ...]) -> list[str]:
    """The codes that count in the question, the strongest first."""
    order = np.argsort(-values, kind="stable")
    return [codes[place] for place in order if values[place] >= LIKELY]


def _words_in(offer: Offer, looked_for: dict[str, str]) -> list[str]:
    """The words of the question that the offer has too, as they were typed."""
    words_of = analyser.standard().of_word
    there = {term.text for word in set(folding.words(f"{offer.name} {offer.description}")) for term in words_of(word)}
    return list(dict.fromkeys(word for term, word in looked_for.items() if term in there))[:MOST_WORDS_SHOWN]


def _address(name: str, slug: str, thing: str) -> str:
    """The address of a page of a network: the pattern is looked up once, for twenty of them stand on every page."""
    return _pattern(name).replace("-network-", slug).replace("-thing-", thing)


@cache
def _pattern(name: str) -> str:
    return reverse(name, args=["-network-", "-thing-"])
