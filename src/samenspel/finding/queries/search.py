"""The search: danger first, five guesses of what is meant, and the best ten offers with the reasons in words.

Wishes rank: what the words of a text point to. Limits exclude: kinds that a person confirmed, where the asker lives,
and every filter. Beside the looking for changes (at most every half second) one question to the database, however
many results there are.
"""

import logging
from dataclasses import replace

from django.db import DatabaseError, connection

from samenspel.directory.words import kind_labels
from samenspel.engine import danger, folding, kinds, taxonomy
from samenspel.engine.index import Found
from samenspel.engine.questions import Question
from samenspel.finding import counted, loosening, posing, snapshot
from samenspel.finding.answers import PER_PAGE, Answer, Guess, Loosened, Result
from samenspel.finding.queries.results import Results
from samenspel.finding.snapshot import Snapshot
from samenspel.finding.wanted import Wanted

logger = logging.getLogger(__name__)
__all__ = ["PER_PAGE", "Answer", "Guess", "Loosened", "Result", "Wanted", "search"]
FEW, MOST_OTHERS = 8, 5
"""With fewer of the confirmed kinds than this, so many of other kinds are shown as well."""


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
    is_understood = _is_understood(wanted, question, guesses, now)
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
        others = _others(wanted, found, now) if total < FEW and wanted.kinds else []
        return replace(answer, results=Results(wanted, question, now).of(found), others=others)
    return _nearest(wanted, answer, now) if is_understood else answer


def _others(wanted: Wanted, found: Found, now: Snapshot) -> list[Result]:
    """The best beside what was found of the confirmed kinds, which still rank but exclude no longer."""
    question = posing.question(wanted, now)
    question = replace(question, limits=replace(question.limits, kinds=()))
    wider = now.index.find(question, most=len(found.keys) + MOST_OTHERS)
    return Results(wanted, question, now).of(wider.without(found.keys, most=MOST_OTHERS))


def _nearest(wanted: Wanted, answer: Answer, now: Snapshot) -> Answer:
    """Nothing fits: what comes closest, and which limit stands in the way."""
    ways = loosening.loosened(wanted, lambda left: now.index.count(posing.question(left, now)).total)
    closest = ways[0][1] if ways else loosening.without_any(wanted)
    question = posing.question(closest, now)
    nearest = Results(closest, question, now).of(now.index.find(question, most=PER_PAGE))
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


def _is_understood(wanted: Wanted, question: Question, guesses: list[Guess], now: Snapshot) -> bool:
    """Whether there is anything to go by; without a text the place, the kinds and the filters are enough."""
    return not wanted.text.strip() or bool(guesses) or now.index.knows(posing.whole_words(question))
