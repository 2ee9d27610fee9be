"""The search: danger first, five guesses of what is meant, and the best ten offers with the reasons in words.

Wishes rank: what the words of a text point to. Limits exclude: kinds that a person confirmed, where the asker lives,
and every filter. Beside the looking for changes (at most every half second) one question to the database, however
many results there are.
"""

import logging
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import isnan
from uuid import UUID

import numpy as np
from django.db import DatabaseError, connection
from django.urls import reverse

from samenspel.directory.models import Offer
from samenspel.directory.rules import OfferForm
from samenspel.directory.words import card, kind_labels
from samenspel.engine import analyser, danger, folding, kinds, targets, taxonomy
from samenspel.engine.index import Found
from samenspel.engine.questions import Question
from samenspel.engine.ranking import Factor
from samenspel.finding import counted, loosening, posing, snapshot, words
from samenspel.finding.answers import PER_PAGE, Answer, Guess, Loosened, Result
from samenspel.finding.queries import shown
from samenspel.finding.snapshot import Snapshot
from samenspel.finding.wanted import Wanted
from samenspel.lib import clock

logger = logging.getLogger(__name__)
__all__ = ["PER_PAGE", "Answer", "Guess", "Loosened", "Result", "Wanted", "search"]
MOST_WORDS_SHOWN = 2
LIKELY = 0.3
"""What a kind or group must count in the question to be named as a reason."""


def get_ready() -> None:
    """Read everything once, when a process starts, so that nobody has to wait for it at the first search.

    A database that is not there yet is no trouble: the first search then does it.
    """
    try:
        search(Wanted(text="hulp"))
    except DatabaseError:
        logger.warning("finding: the offers could not be read yet; the first search does it")
    finally:
        connection.close()


def search(wanted: Wanted) -> Answer:
    """Everything that the page of a search shows."""
    now = snapshot.current()
    question = posing.question(wanted, now)
    guesses = _guesses(wanted)
    counts = now.index.count(question)
    is_understood = _is_understood(wanted, guesses)
    total = counts.total if is_understood else 0
    page = min(wanted.page, max(1, -(-total // PER_PAGE)))
    answer = Answer(
        danger=danger.flags(posing.text_of(wanted)),
        guesses=guesses,
        total=total,
        counts=counted.by_filter(counts),
        page=page,
        is_understood=is_understood,
        was_cut=len(wanted.text) > folding.LONGEST_TEXT,
    )
    if total:
        found = now.index.find(question, most=PER_PAGE, skip=(page - 1) * PER_PAGE)
        return replace(answer, results=_Results(wanted, question, now).of(found))
    return _nearest(wanted, answer, now)


def _nearest(wanted: Wanted, answer: Answer, now: Snapshot) -> Answer:
    """Nothing fits: what comes closest, and which limit stands in the way."""
    ways = loosening.loosened(wanted, lambda left: now.index.count(posing.question(left, now)).total)
    closest = ways[0][1] if ways else loosening.without_any(wanted)
    question = posing.question(closest, now)
    nearest = _Results(closest, question, now).of(now.index.find(question, most=PER_PAGE))
    return replace(answer, nearest=nearest, loosened=[told for told, _left in ways])


def _guesses(wanted: Wanted) -> list[Guess]:
    """What was confirmed, then the likeliest others: five together, or more when more were confirmed."""
    made = {guess.code: guess.words for guess in kinds.standard().guess(posing.text_of(wanted))}
    confirmed = [code for code in wanted.kinds if taxonomy.standard().knows(code)]
    codes = [*confirmed, *(code for code in made if code not in confirmed)][: max(kinds.SHOWN, len(confirmed))]
    return [
        Guess(code, label, code in confirmed, made.get(code, ()))
        for code, label in zip(codes, kind_labels(codes), strict=True)
    ]


def _is_understood(wanted: Wanted, guesses: list[Guess]) -> bool:
    """Whether there is anything to go by; without a text the place, the kinds and the filters are enough."""
    return not wanted.text.strip() or bool(guesses)


@dataclass(frozen=True)
class _Results:
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
                is_near_no_place = isnan(metres) or offer.form == OfferForm.REMOTE
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
        return {term.text: term.word for term in self.question.terms if term.weight >= analyser.MEANT}

    def _slug(self, offer: Offer) -> str:
        return self.now.partners.slug_for(
            offer.organisation_id,
            network_id=self.wanted.network.pk if self.wanted.network else None,
            area=self.wanted.area.code if self.wanted.area else "",
        )

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
