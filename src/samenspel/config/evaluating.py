"""`./samenspel eval --collection FOLDER [--half open] [--json]`: how well the engine finds, beside plain BM25.

The requests and their judgements are for measuring only: nothing in the engine is made from them.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from samenspel.config import judgements
from samenspel.config.judgements import BrokenCollection, Collection, Request
from samenspel.engine import danger, kinds, offers, quality, questions, ranking


def evaluate(arguments: list[str]) -> int:
    """Measure and print; 2 with a clear sentence when the folder is missing or broken."""
    parser = argparse.ArgumentParser(prog="./samenspel eval", description="How well the engine finds.")
    parser.add_argument("--collection", required=True, type=Path, help="folder with offers, requests and judgements")
    parser.add_argument("--half", default="open", help="which half: requests_HALF.jsonl and qrels_HALF.tsv")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--each", action="store_true", help="also print the figures of every request")
    asked = parser.parse_args(arguments)
    try:
        figures = measure(judgements.read(asked.collection, asked.half), each=asked.each)
    except BrokenCollection as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - a command's answer
        return 2
    print(json.dumps(figures, indent=1) if asked.json else "\n".join(_lines(figures)))  # noqa: T201
    return 0


def measure(collection: Collection, *, each: bool = False) -> dict[str, Any]:
    """All figures of one run: the engine unaided and with the first right kind confirmed, BM25, kinds, danger."""
    columns = offers.build(collection.facts)
    plain = quality.PlainBM25(
        {name: f"{one.name} {one.description}" for name, one in zip(collection.names, collection.facts, strict=True)}
    )

    def engine(request: Request, confirmed: tuple[str, ...]) -> list[str]:
        found = ranking.rank(questions.ask(request.text, confirmed=confirmed), columns)
        return [collection.names[number] for number in found.numbers]

    guessed = {one.name: [guess.code for guess in kinds.standard().guess(one.text)] for one in collection.requests}
    ways: dict[str, Callable[[Request], list[str]]] = {
        "engine, unaided": lambda one: engine(one, ()),
        "engine, right ones of five guessed kinds ticked": lambda one: engine(
            one, tuple(code for code in guessed[one.name] if code in one.kinds)
        ),
        "engine, first kind confirmed": lambda one: engine(one, one.kinds[:1]),
        "BM25": lambda one: plain.rank(one.text),
    }
    found = {way: {one.name: order(one) for one in collection.requests} for way, order in ways.items()}
    flagged = {one.name for one in collection.requests if danger.flags(one.text)}
    result = {
        "requests": len(collection.requests),
        "ranking": {way: _ranking_figures(orders, collection.grades) for way, orders in found.items()},
        "kinds": _kind_figures(collection.requests, guessed),
        "danger": _danger_figures(collection.requests, flagged),
    }
    if each:
        result["each"] = {
            one.name: {
                **{
                    way: round(quality.ndcg(orders[one.name], collection.grades[one.name]), 3)
                    for way, orders in found.items()
                },
                "kinds": list(one.kinds),
                "guessed": guessed[one.name],
                "flagged": one.name in flagged,
            }
            for one in collection.requests
        }
    return result


def _ranking_figures(orders: Mapping[str, list[str]], grades: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    return {
        "ndcg@10": _mean(quality.ndcg(order, grades[name]) for name, order in orders.items()),
        "recall@10": _mean(quality.recall(order, grades[name]) for name, order in orders.items()),
    }


def _kind_figures(requests: tuple[Request, ...], guessed: Mapping[str, list[str]]) -> dict[str, int]:
    return {
        "first is right": sum(guessed[one.name][:1] == [code] for one in requests for code in one.kinds),
        "right one in first five": sum(bool(set(guessed[one.name]) & set(one.kinds)) for one in requests),
        "main one in first five": sum(one.kinds[0] in guessed[one.name] for one in requests),
        "of": len(requests),
    }


def _danger_figures(requests: tuple[Request, ...], flagged: set[str]) -> dict[str, int]:
    crises = {one.name for one in requests if one.crisis}
    return {
        "crises": len(crises),
        "crises flagged": len(crises & flagged),
        "others": len(requests) - len(crises),
        "others flagged": len(flagged - crises),
    }


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def _lines(figures: Mapping[str, Any]) -> list[str]:
    lines = [f"{figures['requests']} requests"]
    for way, row in figures["ranking"].items():
        lines.append(f"  {way:<50} nDCG@10 {row['ndcg@10']:.3f}   recall@10 {row['recall@10']:.3f}")
    guess, alarm = figures["kinds"], figures["danger"]
    lines.append(f"  a right kind among the first five: {guess['right one in first five']} of {guess['of']}")
    lines.append(f"  the main kind among the first five: {guess['main one in first five']} of {guess['of']}")
    lines.append(f"  the first guess is right: {guess['first is right']} of {guess['of']}")
    lines.append(f"  crises flagged: {alarm['crises flagged']} of {alarm['crises']}")
    lines.append(f"  others flagged: {alarm['others flagged']} of {alarm['others']}")
    return lines + [f"  {name}: {json.dumps(row)}" for name, row in figures.get("each", {}).items()]
