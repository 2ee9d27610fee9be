"""Made-up offers all over the Netherlands and questions that people could ask, the same for every seed.

Texts come from the phrase bank: what an offer of a kind says, with the name of an organisation and of a place in it,
so that words are shared as in real texts. Places lie clustered: few big towns, many small ones, some countryside.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from samenspel.engine import offers, questions, targets, taxonomy

PHRASES = Path(offers.__file__).parent / "phrases"
WEST, EAST, SOUTH, NORTH = 20_000.0, 275_000.0, 310_000.0, 615_000.0
TOWNS = 900
COUNTRYSIDE, REMOTE, EVERYWHERE, OPEN, LIMITED = 0.08, 0.04, 0.1, 0.98, 0.25
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
    square = int(where[0]) // 5_000 * 100 + int(where[1]) // 5_000 % 100
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
        owner=square % 20_000,
        areas=() if luck.random() < EVERYWHERE else (square,),
    )


def corpus(count: int, seed: int = 1) -> Iterator[tuple[bytes, offers.OfferFacts]]:
    """So many offers, one after another."""
    luck = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    for _ in range(count):
        yield offer(luck)


class Asked(NamedTuple):
    """A question as it was typed, and as the engine takes it."""

    text: str
    question: questions.Question


def _limits(luck: random.Random) -> questions.Limits:
    """One of four has a limit."""
    if luck.random() >= LIMITED:
        return questions.Limits()
    return luck.choice((
        questions.Limits(form=luck.choice(list(offers.Form)[:2])),
        questions.Limits(provider=offers.Provider.VOLUNTEER),
        questions.Limits(days=1 << luck.randrange(5)),
        questions.Limits(languages=1 << luck.randrange(1, 5)),
        questions.Limits(within_m=luck.choice((5_000.0, 10_000.0))),
        questions.Limits(with_room=True),
    ))  # fmt: skip


def ask(luck: random.Random) -> Asked:
    """What somebody asks: words for a kind of help and a place; one of four has chosen a kind, some a day."""
    known = _texts(("contact", "family", "practical", "professional", "situations"))
    kind = luck.choice(list(known))
    text = luck.choice(known[kind])
    made = questions.ask(
        text,
        confirmed=(kind,) if luck.random() < LIMITED else (),
        point=point(luck)[0],
        days=luck.sample(offers.DAYS, k=1) if luck.random() < LIMITED else (),
        limits=_limits(luck),
    )
    return Asked(text, made)


def asked(count: int, seed: int = 2) -> list[Asked]:
    """So many questions."""
    luck = random.Random(seed)  # noqa: S311 -- repeatable, nothing secret
    return [ask(luck) for _ in range(count)]
