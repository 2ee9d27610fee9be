"""Finding against other engines on the same made-up offers: time, share of the true ten, memory, building, changing.

The true ten come from looking at every offer. Questions are as the page poses them: words and a place, only offers that
serve that place, one of four with a confirmed kind, one of four with a filter. Times are processor time
of this thread, so that a busy machine does not count; PostgreSQL works in processes of its own and is timed by the
clock, against our time by the clock. Questions that are slow elsewhere are fewer there, see `QUESTIONS` and beyond.
`--quick` leaves out the million, which takes many
minutes: mostly to make the offers and to fill the other engines.
"""

import gc
import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from bench import find_corpus as corpus
from bench.find_others import AIMS, APART, BOX_M, OTHERS, words
from bench.find_truth import Truth
from samenspel.engine import questions
from samenspel.engine.index import Index
from samenspel.engine.offers import OfferFacts

SIZES, QUICK = (10_000, 100_000, 1_000_000), (10_000, 100_000)
QUESTIONS, ROUNDS, CHANGES = 200, 5, 500
TRUE_QUESTIONS = {1_000_000: 60}
"""How many questions are compared with looking at every offer, where that are not all of them."""
SLOW_QUESTIONS = {1_000_000: 20}
"""How many questions the other engines get; elsewhere `MOST_SLOW`."""
MOST_SLOW = 60
NETWORK = 12
"""Municipalities of which the organisations form a network, where counting for some owners is measured."""
Row = dict[str, Any]
Facts = tuple[bytes, OfferFacts]
Clock = Callable[[], int]
CPU, WALL = time.thread_time_ns, time.perf_counter_ns


def run(*, quick: bool) -> dict[str, Any]:
    """Every size in turn; each ratio with the share of the true ten that the other engine names at all."""
    asked = corpus.asked(QUESTIONS)
    rows: list[Row] = []
    middles: dict[int, float] = {}
    ratios: dict[str, float] = {}
    for size in QUICK if quick else SIZES:
        made, middles[size], others = _measure(size, asked)
        rows += made
        ratios |= others
    for small, large in pairwise(sorted(middles)):
        ratios[f"growth {small:,} to {large:,}, decades (aim .4)"] = math.log10(middles[large] / middles[small])
    return {"name": f"find: {QUESTIONS} questions, median of {ROUNDS} each", "rows": rows, "ratios": ratios}


def _measure(size: int, asked: Sequence[corpus.Asked]) -> tuple[list[Row], float, dict[str, float]]:
    offers = list(corpus.corpus(size))
    gc.freeze()
    started = time.process_time()
    index = Index.build(offers)
    rows = [_row(size, "building, with the words (aim 20 at 1,000,000)", time.process_time() - started, "s")]
    times = _times(lambda one: index.find(one.question), asked)
    rows += [
        _row(size, "p50", np.median(times), "us"),
        _row(size, "p99", np.percentile(times, 99), "us"),
        _row(size, "p99 / p50 (aim at most 3)", np.percentile(times, 99) / np.median(times), "x"),
        *_counting(size, index, asked),
        _row(size, "bytes per offer (aim at most 400)", index.nbytes / size, "B"),
        *_changing(size, index),
    ]
    some = [(one, index.find(one.question).keys) for one in asked[: SLOW_QUESTIONS.get(size, MOST_SLOW)]]
    by_clock = float(np.median(_times(lambda one: index.find(one.question), asked, clock=WALL)))
    ours = {CPU: float(np.median(times)), WALL: by_clock}
    rows.append(_row(size, "p50 by the clock", by_clock, "us"))
    ratios = {}
    for name, engine in OTHERS.items():
        clock = WALL if name in APART else CPU
        middle, share = _other(engine, offers, some, clock)
        rows.append(_row(size, f"{name}, p50 over {len(some)} questions", middle, "us"))
        told = f"{size:,}: p50 of {name} / ours (aim {AIMS[name]} at 1,000,000), has {share:.2f} of the true ten"
        ratios[told] = middle / ours[clock]
        sys.stderr.write(f"{told}: {ratios[told]:.1f}\n")
    rows += _compared(size, index, offers, asked[: TRUE_QUESTIONS.get(size, QUESTIONS)])
    return rows, float(np.median(times)), ratios


def _compared(size: int, index: Index, offers: Sequence[Facts], asked: Sequence[corpus.Asked]) -> list[Row]:
    """How often the index gives exactly the true ten, and where those are; last, because it takes longest."""
    truth = Truth(offers)
    true = [truth.best(one.question)[0] for one in asked]
    found = [index.find(one.question) for one in asked]
    exact = [one.keys == keys for one, keys in zip(found, true, strict=True)]
    facts = dict(offers)
    far = np.concatenate([one.metres for one in found])
    remote = [facts[key].remote for keys in true for key in keys]
    return [
        _row(size, f"of {len(asked)} questions with exactly the true ten", np.mean(exact), "share"),
        _row(size, "offers in a true ten", len(remote) / len(asked), ""),
        _row(size, "of the true ten by phone or online", np.mean(remote), "share"),
        _row(size, "of the true ten within 15 km", np.mean(far <= BOX_M), "share"),
    ]


def _counting(size: int, index: Index, asked: Sequence[corpus.Asked]) -> list[Row]:
    """Counting for an area that was not asked since the last change, and for a network that was not."""
    last = (bytes(15) + b"1", OfferFacts(name="Samen eten"))
    owners = np.zeros(corpus.OWNERS, np.bool_)
    first = corpus.squares(corpus.towns()[0][:2])[0]
    for number in range(first, first + NETWORK):
        owners[number * corpus.OWNERS_EACH : (number + 1) * corpus.OWNERS_EACH] = True

    def forget(_: object) -> None:
        index.put(*last)

    def network(one: corpus.Asked) -> object:
        return index.count(replace(one.question, limits=questions.Limits(owners=owners)))

    for_area = _times(lambda one: index.count(one.question), asked, before=forget)
    for_network = _times(network, asked[:MOST_SLOW], before=forget)
    again = _times(lambda one: index.count(one.question), asked)
    index.drop(last[0])
    return [
        _row(size, "counting for an area after a change, p50 (aim 2000)", np.median(for_area), "us"),
        _row(size, "counting for an area after a change, p99", np.percentile(for_area, 99), "us"),
        _row(size, "counting for a network after a change, p50 (aim 2000)", np.median(for_network), "us"),
        _row(size, "counting again, p50", np.median(again), "us"),
    ]


def _row(size: int, what: str, value: Any, unit: str) -> Row:
    """A line of the outcome, also told at once: a million takes many minutes."""
    sys.stderr.write(f"{size:>9,}: {what} {value:.4g} {unit}\n")
    return {"what": f"{size:>9,}: {what}", "value": float(value), "unit": unit}


def _times(
    job: Callable[[Any], object],
    asked: Sequence[Any],
    *,
    clock: Clock = CPU,
    before: Callable[[object], None] = lambda _: None,
) -> Any:
    """Microseconds per question, the median over rounds."""
    job(asked[0])
    found = np.zeros((ROUNDS, len(asked)))
    for turn in range(ROUNDS):
        for place, one in enumerate(asked):
            before(one)
            started = clock()
            job(one)
            found[turn, place] = (clock() - started) / 1_000
    return np.median(found, axis=0)


def _changing(size: int, index: Index) -> list[Row]:
    """Microseconds of adding and of taking out, the reading of the text apart."""
    luck = random.Random(3)  # noqa: S311 -- repeatable, nothing secret
    new = [corpus.offer(luck) for _ in range(CHANGES)]
    taken: dict[str, list[int]] = {"reading one offer": [], "adding one offer (aim 50)": []}
    reading, putting = taken.values()
    for key, facts in new:
        start = CPU()
        row = index.read(key, facts)
        read = CPU()
        index.put_read(row)
        putting.append(CPU() - read)
        reading.append(read - start)
    dropping = taken["taking one out (aim 50)"] = []
    for key, _ in new:
        start = CPU()
        index.drop(key)
        dropping.append(CPU() - start)
    return [_row(size, what, np.median(times) / 1_000, "us") for what, times in taken.items()]


def _other(engine: Any, offers: Sequence[Facts], some: Sequence[Any], clock: Clock) -> tuple[float, float]:
    """The middle time of another engine, and how many of our ten are among the thousand that it names.

    Ours are the true ten as far as `_compared` tells.
    """
    asked = [(words(*one), one.question.point) for one, _ in some]
    numbers = {key: number for number, (key, _) in enumerate(offers)}
    with engine([facts for _, facts in offers]) as ask:
        times = _times(lambda one: ask(*one), asked, clock=clock)
        shares = []
        for one, (_, keys) in zip(asked, some, strict=True):
            got = set(ask(*one))
            shares += [numbers[key] in got for key in keys]
    return float(np.median(times)), float(np.mean(shares))
