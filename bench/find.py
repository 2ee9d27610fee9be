"""Finding against other engines on the same made-up offers: time, share of the true ten, memory, building, changing.

The true ten come from looking at every offer. `--quick` leaves out the million, which takes many minutes: mostly to
make the offers and to fill the other engines.
"""

import gc
import math
import random
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from bench import find_corpus as corpus
from bench.find_others import AIMS, OTHERS
from bench.find_truth import Truth
from samenspel.engine.index import Index
from samenspel.engine.offers import OfferFacts

SIZES, QUICK = (10_000, 100_000, 1_000_000), (10_000, 100_000)
QUESTIONS, ROUNDS, SLOW_QUESTIONS, CHANGES = 200, 5, 60, 500
Row = dict[str, Any]


def run(*, quick: bool) -> dict[str, Any]:
    """Every size in turn; the ratios are those of the largest."""
    asked = corpus.asked(QUESTIONS)
    rows: list[Row] = []
    middles: dict[int, float] = {}
    ratios: dict[str, float] = {}
    for size in QUICK if quick else SIZES:
        made, middles[size], others = _measure(size, asked)
        rows += made
        what = f"{size:,}: p50 of {{}} / ours (aim at 1,000,000 at least {{}})"
        ratios |= {what.format(name, AIMS[name]): middle / middles[size] for name, middle in others.items()}
    sizes = sorted(middles)
    for small, large in pairwise(sizes):
        ratios[f"growth {small:,} to {large:,}, decades (aim .4)"] = math.log10(middles[large] / middles[small])
    return {"name": f"find: {QUESTIONS} questions, median of {ROUNDS} each", "rows": rows, "ratios": ratios}


def _measure(size: int, asked: Sequence[corpus.Asked]) -> tuple[list[Row], float, dict[str, float]]:
    offers = list(corpus.corpus(size))
    gc.freeze()
    started = time.perf_counter()
    index = Index.build(offers)
    building = time.perf_counter() - started
    truth = Truth(offers)
    times = _times(lambda one: index.find(one.question), asked, ROUNDS)
    counting = _times(lambda one: index.count(one.question), asked, 1)
    true = [truth.best(one.question) for one in asked]
    exact = [index.find(one.question).keys == keys for one, (keys, _) in zip(asked, true, strict=True)]
    rows = [
        _row(size, "p50", np.median(times) * 1e6, "us"),
        _row(size, "p99", np.percentile(times, 99) * 1e6, "us"),
        _row(size, "p99 / p50 (aim at most 3)", np.percentile(times, 99) / np.median(times), "x"),
        _row(size, "questions with exactly the true ten", np.mean(exact), "share"),
        _row(size, "counting, p50", np.median(counting) * 1e6, "us"),
        _row(size, "bytes per offer (aim at most 400)", index.nbytes / size, "B"),
        _row(size, "building, with the words (aim 20 at 1,000,000)", building, "s"),
        *_changing(size, index),
    ]
    facts = [one for _, one in offers]
    numbers = {key: number for number, (key, _) in enumerate(offers)}
    middles = {}
    for name, engine in OTHERS.items():
        middles[name], share = _other(engine, facts, asked, true, numbers)
        rows += [
            _row(size, f"{name}, p50", middles[name] * 1e6, "us"),
            _row(size, f"{name}, of the true ten", share, ""),
        ]
    return rows, float(np.median(times)), middles


def _row(size: int, what: str, value: Any, unit: str) -> Row:
    return {"what": f"{size:>9,}: {what}", "value": float(value), "unit": unit}


def _times(job: Callable[[corpus.Asked], object], asked: Sequence[corpus.Asked], rounds: int) -> Any:
    """Seconds per question, the median over rounds."""
    job(asked[0])
    found = np.zeros((rounds, len(asked)))
    for turn in range(rounds):
        for place, one in enumerate(asked):
            started = time.perf_counter()
            job(one)
            found[turn, place] = time.perf_counter() - started
    return np.median(found, axis=0)


def _changing(size: int, index: Index) -> list[Row]:
    """Microseconds of adding and of taking out, the reading of the text apart."""
    luck = random.Random(3)  # noqa: S311 -- repeatable, nothing secret
    new: list[tuple[bytes, OfferFacts]] = [corpus.offer(luck) for _ in range(CHANGES)]
    reading, putting, dropping = [], [], []
    for key, facts in new:
        at = time.perf_counter()
        row = index.read(key, facts)
        reading.append(time.perf_counter() - at)
        at = time.perf_counter()
        index.put_read(row)
        putting.append(time.perf_counter() - at)
    for key, _ in new:
        at = time.perf_counter()
        index.drop(key)
        dropping.append(time.perf_counter() - at)
    named = (
        ("reading one offer", reading),
        ("adding one offer (aim 50)", putting),
        ("taking one out (aim 50)", dropping),
    )
    return [_row(size, what, np.median(times) * 1e6, "us") for what, times in named]


def _other(engine: Any, facts: Any, asked: Any, true: Any, numbers: Any) -> tuple[float, float]:
    """The middle time of another engine, and how many of the true ten are among the thousand that it names."""
    with engine(facts) as ask:
        some = list(zip(asked, true, strict=True))[:SLOW_QUESTIONS]
        times = _times(lambda one: ask(one.text, one.question.point), [one for one, _ in some], ROUNDS)
        shares = []
        for one, (keys, _scores) in some:
            got = set(ask(one.text, one.question.point))
            shares.append(sum(numbers[key] in got for key in keys) / max(len(keys), 1))
    return float(np.median(times)), float(np.mean(shares))
