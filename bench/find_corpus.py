"""Made-up offers all over the Netherlands and questions that people could ask, the same for every seed.

Texts come from the phrase bank: what an offer of a kind says, with the name of an organisation and of a place in it,
so that words are shared as in real texts. Places lie clustered: few big towns, many small ones, some countryside.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from samenspel.engine import offers, questions, targets, taxonomy

PHRASES = Path(offers.__file__).parent / "phrases"
WEST, EAST, SOUTH, NORTH = 20_000.0, 275_000.0, 310_000.0, 615_000.0
TOWNS = 900
COUNTRYSIDE, REMOTE, OPEN, LIMITED = 0.08, 0.0002, 0.98, 0.25
SIDES_M, SERVED = (12_000, 4_000, 1_500), (60, 20, 16)
"""Sides of the squares that stand for municipality, district and neighbourhood, and how many of a hundred offers are
for one; the other four of a hundred are for two municipalities, help by phone or online is for everywhere."""
OWNERS_EACH = 25
"""Organisations per municipality."""
OWNERS = (int(2 * EAST) // SIDES_M[0]) * (int(2 * NORTH) // SIDES_M[0]) * OWNERS_EACH
SYLLABLES = (
    "ber",
    "den",
    "wijk",
    "hout",
    "sum",
    "veld",
    "dam",
    "ooster",
    "noord",
    "lo",
    "zand",
    "meer",
    "brug",
    "kerk",
)
NAMES = (
    "Zonnebloem",
    "Samen",
    "De Brug",
    "Welzijn",
    "Humanitas",
    "De Kade",
    "Buurtkracht",
    "Hartig",
    "Present",
    "Sien",
)


@cache
def towns() -> list[tuple[float, float, float, str]]:
    """East, north, spread in metres and name of each town, biggest first."""
    luck = random.Random(5)  # noqa: S311 -- repeatable, nothing secret
    made = []
    for number in range(TOWNS):
        place = (luck.uniform(WEST, EAST), luck.uniform(SOUTH, NORTH))
        spread = 6_000 / (1 + number) ** 0.35
        made.append((*place, spread, "".join(luck.sample(SYLLABLES, 3)).capitalize()))
    return made


@cache
def _shares() -> list[float]:
    """How many live in the biggest towns up to each, as with real towns: the second has half of the first."""
    return list(accumulate(1 / (1 + number) ** 0.8 for number in range(TOWNS)))


@cache
def _texts(files: tuple[str, ...]) -> dict[str, list[str]]:
    """Per kind what the phrase bank has."""
    found: dict[str, list[str]] = {}
    for file in files:
        kind = ""
        for line in (PHRASES / f"{file}.txt").read_text().splitlines():
            if line.startswith("# "):
                kind = line[2:].strip()
            elif line.strip():
                found.setdefault(kind, []).append(line.strip())
    return {kind: lines for kind, lines in found.items() if taxonomy.standard().knows(kind)}


def point(luck: random.Random) -> tuple[tuple[float, float], str]:
    """A place where somebody lives, and the name of the town."""
    if luck.random() < COUNTRYSIDE:
        return (luck.uniform(WEST, EAST), luck.uniform(SOUTH, NORTH)), "het buitengebied"
    east, north, spread, name = luck.choices(towns(), cum_weights=_shares())[0]
    return (luck.gauss(east, spread), luck.gauss(north, spread)), name


def offer(luck: random.Random) -> tuple[bytes, offers.OfferFacts]:
    """One offer with its key, in the shape of real ones."""
    texts = _texts(("offers",))
    kind = luck.choice(list(texts))
    lines = luck.sample(texts[kind], k=min(len(texts[kind]), 2))
    where, town = point(luck)
    others = tuple(luck.sample(list(texts), k=luck.choices((0, 1, 2), (5, 4, 1))[0]))
    around = squares(where)
    remote = luck.random() < REMOTE
    groups = luck.choices(targets.codes(), k=luck.choice((1, 1, 2, 3)))
    return luck.randbytes(16), offers.OfferFacts(
        name=f"{lines[0].split('.')[0]} {town}",
        description=f"{luck.choice(NAMES)} {town}. {lines[-1]}",
        kinds=(kind, *others),
        target_groups=tuple(dict.fromkeys(groups)),
        provider=luck.choices(list(offers.Provider), (6, 3, 1))[0],
        languages=("nl", *luck.sample(offers.LANGUAGES[1:], k=luck.choices((0, 1, 2), (7, 2, 1))[0])),
        days=luck.choice((offers.DAYS, tuple(luck.sample(offers.DAYS[:5], k=luck.choice((1, 1, 2, 3)))))),
        collective=luck.choice((False, False, True)),
        remote=remote,
        point=None if remote else where,
        free_places=luck.choice((None, 0, 0, 1, 2, 4)),
        waiting_days=luck.choice((None, 0, 7, 14, 21, 42, 90)),
        open=luck.random() < OPEN,
        owner=around[0] * OWNERS_EACH + luck.randrange(OWNERS_EACH),
        areas=() if remote else _served(luck, around),
    )


def squares(where: tuple[float, float]) -> tuple[int, int, int]:
    """The numbers of the municipality, district and neighbourhood in which a place lies, no number used twice."""
    first, found = 0, []
    for side in SIDES_M:
        columns, rows = (int(2 * EAST) // side, int(2 * NORTH) // side)
        found.append(first + int(where[0]) // side % columns * rows + int(where[1]) // side % rows)
        first += columns * rows
    return found[0], found[1], found[2]


def _served(luck: random.Random, around: tuple[int, int, int]) -> tuple[int, ...]:
    """The areas that an offer is for."""
    chosen = luck.choices((0, 1, 2, 3), (*SERVED, 100 - sum(SERVED)))[0]
    return (around[chosen],) if chosen < len(around) else (around[0], around[0] + 1)


def corpus(count: int, seed: int = 1) -> Iterator[tuple[bytes, offers.OfferFacts]]:
    """So many offers, one after another."""
    luck = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    for _ in range(count):
        yield offer(luck)


class Asked(NamedTuple):
    """A question as it was typed, and as the engine takes it."""

    text: str
    question: questions.Question


def _limits(luck: random.Random, served: tuple[int, ...], kind: str) -> questions.Limits:
    """Always where the asker lives; one of four has confirmed a kind, one of four has set a filter."""
    kinds = (taxonomy.standard().place(kind),) if kind else ()
    always = questions.Limits(served=served, kinds=kinds)
    if luck.random() >= LIMITED:
        return always
    return luck.choice((
        replace(always, form=luck.choice(list(offers.Form)[:2])),
        replace(always, provider=offers.Provider.VOLUNTEER),
        replace(always, days=1 << luck.randrange(5)),
        replace(always, languages=1 << luck.randrange(1, 5)),
        replace(always, within_m=luck.choice((5_000.0, 10_000.0))),
        replace(always, with_room=True),
    ))  # fmt: skip


def ask(luck: random.Random) -> Asked:
    """What somebody asks on the page: words for a kind of help and a place; some confirm a kind, wish a day."""
    known = _texts(("contact", "family", "practical", "professional", "situations"))
    kind = luck.choice(list(known))
    text = luck.choice(known[kind])
    confirmed = kind if luck.random() < LIMITED else ""
    where = point(luck)[0]
    made = questions.ask(
        text,
        confirmed=(confirmed,) if confirmed else (),
        point=where,
        days=luck.sample(offers.DAYS, k=1) if luck.random() < LIMITED else (),
        limits=_limits(luck, squares(where), confirmed),
    )
    return Asked(text, made)


def asked(count: int, seed: int = 2) -> list[Asked]:
    """So many questions."""
    luck = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    return [ask(luck) for _ in range(count)]
