"""A collection of requests that people judged: read with care, since anybody may bring a folder of their own.

`offers.jsonl`, `requests_<half>.jsonl` and `qrels_<half>.tsv` (request, offer, grade 1-3; what is not listed is 0).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from samenspel.engine import offers

CRISIS = "crisis"
PROVIDERS = {"volunteer": offers.Provider.VOLUNTEER, "professional": offers.Provider.PROFESSIONAL}
GRADES = range(4)
Made = TypeVar("Made")


class BrokenCollection(Exception):
    """The folder cannot be measured; the sentence says which file and what is wrong."""


@dataclass(frozen=True)
class Request:
    """What somebody asked (`text`), the right kinds with the main one first, and whether it is a crisis."""

    name: str
    text: str
    kinds: tuple[str, ...]
    crisis: bool


@dataclass(frozen=True)
class Collection:
    """Offers, requests, and per request the grades (1-3) of offers that people judged good."""

    names: tuple[str, ...]
    facts: tuple[offers.OfferFacts, ...]
    requests: tuple[Request, ...]
    grades: Mapping[str, Mapping[str, int]]


def read(folder: Path, half: str) -> Collection:
    """The collection in a folder; BrokenCollection names the file and the line that is wrong."""
    if not folder.is_dir():
        raise BrokenCollection(f"There is no folder {folder}.")
    listed = _each(folder / "offers.jsonl", _offer)
    requests = tuple(_each(folder / f"requests_{half}.jsonl", _request))
    grades = _grades(folder / f"qrels_{half}.tsv")
    if not listed or not requests:
        raise BrokenCollection(f"The collection in {folder} holds no {'requests' if listed else 'offers'}.")
    names = tuple(name for name, _ in listed)
    unknown = sorted({one for graded in grades.values() for one in graded} - set(names))
    if unknown:
        raise BrokenCollection(f"qrels_{half}.tsv judges offers that do not exist: {', '.join(unknown[:5])}.")
    return Collection(names, tuple(facts for _, facts in listed), requests, grades)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BrokenCollection(f"{path.name} is missing in {path.parent}.") from None
    except (OSError, UnicodeDecodeError):
        raise BrokenCollection(f"{path} cannot be read as a text in UTF-8.") from None
    return ((number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip())


def _each(path: Path, make: Callable[[dict[str, Any]], Made]) -> list[Made]:
    """What every line of a JSONL file holds; a line that is wrong is named."""
    made: list[Made] = []
    for number, line in _lines(path):
        try:
            one = json.loads(line)
            if not isinstance(one, dict):
                raise TypeError("no object")  # noqa: TRY301 - told below with file and line
            made.append(make(one))
        except (ValueError, TypeError, KeyError, RecursionError) as fault:
            raise BrokenCollection(f"Line {number} of {path.name} is wrong: {fault}.") from None
    return made


def _offer(one: dict[str, Any]) -> tuple[str, offers.OfferFacts]:
    return _word(one, "id"), offers.OfferFacts(
        name=_word(one, "name"),
        description=str(one.get("description", "")),
        kinds=_words(one, "categories"),
        target_groups=_words(one, "target_groups"),
        provider=PROVIDERS.get(str(one.get("provider")), offers.Provider.BOTH),
        languages=_words(one, "languages"),
        days=_words(one, "days"),
        collective=one.get("delivery") == "collective",
    )


def _request(one: dict[str, Any]) -> Request:
    kinds = _words(one, "categories")
    if not kinds:
        raise ValueError("'categories' is empty")
    return Request(_word(one, "id"), _word(one, "text"), kinds, one.get("urgency") == CRISIS)


def _word(one: dict[str, Any], name: str) -> str:
    if not isinstance(value := one.get(name), str) or not value:
        raise ValueError(f"'{name}' is missing")
    return value


def _words(one: dict[str, Any], name: str) -> tuple[str, ...]:
    value = one.get(name, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError(f"'{name}' is not a list of words")
    return tuple(value)


def _grades(path: Path) -> dict[str, dict[str, int]]:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in _lines(path):
        cells = line.split("\t")
        if len(cells) != 3 or not cells[2].isdigit() or int(cells[2]) not in GRADES:  # noqa: PLR2004 - three columns
            raise BrokenCollection(
                f"Line {number} of {path.name} is not: request, offer, grade 0-3, with tabs between."
            )
        grades[cells[0]][cells[1]] = int(cells[2])
    return grades
