"""Words that point at acute danger, so that the emergency box stands on top, before and apart from any ranking.

Better one flag too many than one too few, but not for everything: 'geen doodswens' and what lies years back do not
count. A flag says what may be the matter, whom to call and which words made it; a person decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from samenspel.engine import analyser, folding, spelling

WIDEST_GAP = 3
NEGATION_REACH = 3
SOUND_FROM, EDIT_FROM, PREFIX_FROM = 4, 8, 5
"""From how many letters a word may sound alike, have one other letter, or begin alike by sound."""


class Danger(StrEnum):
    """What may be the matter."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    CHILD = "child"
    FIRE = "fire"
    COLLAPSE = "collapse"
    STROKE = "stroke"
    PSYCHOSIS = "psychosis"


class Route(StrEnum):
    """Whom to call."""

    EMERGENCY = "112"
    SUICIDE_PREVENTION = "113"
    SAFE_HOME = "veilig_thuis"
    GP = "huisarts"


ROUTES: Mapping[Danger, tuple[Route, ...]] = {
    Danger.SUICIDE: (Route.EMERGENCY, Route.SUICIDE_PREVENTION, Route.GP),
    Danger.SELF_HARM: (Route.SUICIDE_PREVENTION, Route.GP),
    Danger.VIOLENCE: (Route.EMERGENCY, Route.SAFE_HOME),
    Danger.CHILD: (Route.EMERGENCY, Route.SAFE_HOME),
    Danger.FIRE: (Route.EMERGENCY,),
    Danger.COLLAPSE: (Route.EMERGENCY, Route.GP),
    Danger.STROKE: (Route.EMERGENCY,),
    Danger.PSYCHOSIS: (Route.EMERGENCY, Route.GP),
}
LASTING = frozenset({Danger.SUICIDE, Danger.SELF_HARM, Danger.VIOLENCE, Danger.CHILD, Danger.PSYCHOSIS, Danger.FIRE})
"""Dangers that people also tell about afterwards; 'bewusteloos' is never told in advance of a question for company."""

CLAUSE = re.compile(
    r"[.,;:!?\n()]+|\b(?:maar|but|because|en nu|and now)\b"
    r"|\bwant (?=(?:ik|hij|zij|ze|wij|we|je|u|er|het|dat|de|mijn|zijn|haar)\b)"
)
SENTENCE = re.compile(r"[.!?\n]+")
NEGATIONS = frozenset({
    "geen", "niet", "nooit", "zonder", "noch", "ontkent", "ontkend", "uitgesloten",
    "no", "not", "never", "without", "denies",
})  # fmt: skip
PAST = re.compile(
    r"\b(?:vroeger|destijds|verleden|geleden|als kind|in (?:mijn|zijn|haar|hun) jeugd|achter de rug"
    r"|achter (?:mij|me|zich)|nabestaanden?|gepleegd|verloren|overleden|voorgeschiedenis|hersteld|ervaringsdeskundige?"
    r"|na (?:een|de|het|zijn|haar|mijn|hun) (?:brand|psychose|poging|suicide|zelfdoding|zelfmoord|overdosis)"
    r"|na jaren|(?:psychose|delier|inbraak|overval) gehad|gescheiden van|verloor|meegemaakt"
    r"|door (?:zelfmoord|zelfdoding|suicide)"
    r"|ago|in the past|used to|years back|as a child|bereaved|committed|lost)\b"
)
PRESENT = re.compile(
    r"\b(?:nu|weer|opnieuw|vandaag|vannacht|nog steeds|sindsdien|vanavond|straks|steeds"
    r"|now|again|today|tonight|still)\b"
)


@dataclass(frozen=True)
class Flag:
    """A sign of acute danger: what, whom to call (first first), and the words of the text that made it."""

    danger: Danger
    routes: tuple[Route, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One part of an expression: any of these words, straight after the one before or with a gap."""

    alternatives: frozenset[str]
    adjacent: bool


@dataclass(frozen=True)
class Expression:
    """Words in order that point at a danger; `ends` when the last has to end its clause."""

    danger: Danger
    steps: tuple[Step, ...]
    ends: bool


def flags(text: str) -> tuple[Flag, ...]:
    """The dangers that the text points at, each once, in the order of `Danger`; nothing for an ordinary question."""
    found: dict[Danger, tuple[str, ...]] = {}
    for sentence in SENTENCE.split(folding.fold(text)):
        past = bool(PAST.search(sentence)) and not PRESENT.search(sentence)
        for clause in CLAUSE.split(sentence):
            for danger, words in _in_clause(folding.words(clause)):
                if not (past and danger in LASTING):
                    found.setdefault(danger, words)
    return tuple(Flag(danger, ROUTES[danger], found[danger]) for danger in Danger if danger in found)


def _in_clause(words: Sequence[str]) -> Iterator[tuple[Danger, tuple[str, ...]]]:
    """Every expression found in one clause that is not denied, with its words."""
    meanings = [_meanings(word) for word in words]
    for start, meant in enumerate(meanings):
        for expression in (one for name in meant for one in _expressions().get(name, ())):
            places = _match(expression, meanings, start)
            if places and not _denied(words, places):
                yield expression.danger, tuple(words[place] for place in places)


def _match(expression: Expression, meanings: Sequence[frozenset[str]], start: int) -> tuple[int, ...] | None:
    """The places of the words of the expression, the first at `start`; None when it is not there."""
    places = [start]
    for step in expression.steps[1:]:
        furthest = places[-1] + 1 + (0 if step.adjacent else WIDEST_GAP)
        window = range(places[-1] + 1, min(furthest + 1, len(meanings)))
        place = next((one for one in window if meanings[one] & step.alternatives), None)
        if place is None:
            return None
        places.append(place)
    return None if expression.ends and places[-1] != len(meanings) - 1 else tuple(places)


def _denied(words: Sequence[str], places: tuple[int, ...]) -> bool:
    """Whether a denial stands just before, or inside without being part of it: 'geen doodswens', 'wil niet dood'."""
    around = [*range(max(0, places[0] - NEGATION_REACH), places[0]), *range(places[0], places[-1])]
    return any(words[place] in NEGATIONS for place in around if place not in places)


@cache
def _expressions() -> Mapping[str, tuple[Expression, ...]]:
    """First word of an expression to the expressions that begin with it, from `danger_words.txt`."""
    found: dict[str, list[Expression]] = defaultdict(list)
    for line in (Path(__file__).parent / "danger_words.txt").read_text().splitlines():
        name, _, rest = line.partition(":")
        for written in rest.split(";") if not line.startswith("#") else ():
            expression = _read(Danger(name), written)
            for word in sorted(expression.steps[0].alternatives):
                found[word].append(expression)
    return {word: tuple(listed) for word, listed in found.items()}


def _read(danger: Danger, written: str) -> Expression:
    parts = written.split()
    ends = parts[-1] == "$"
    steps = [Step(frozenset(part.lstrip("+").split("/")), part.startswith("+")) for part in parts if part != "$"]
    return Expression(danger, tuple(steps), ends)


@cache
def _names() -> tuple[frozenset[str], Mapping[str, frozenset[str]], tuple[tuple[str, str, str], ...]]:
    """All words of expressions: as written, by sound, and the beginnings with their sound."""
    listed = [one for kept in _expressions().values() for one in kept]
    written = {word for one in listed for step in one.steps for word in step.alternatives}
    by_sound: dict[str, set[str]] = defaultdict(set)
    for word in written:
        if not word.endswith("*") and len(word) >= SOUND_FROM:
            by_sound[spelling.sound(word)].add(word)
    beginnings = sorted((word, word[:-1], spelling.sound(word[:-1])) for word in written if word.endswith("*"))
    return frozenset(written), {sound: frozenset(words) for sound, words in by_sound.items()}, tuple(beginnings)


@lru_cache(maxsize=20_000)
def _meanings(word: str) -> frozenset[str]:
    """The words of expressions that this word may be: itself, or what was meant when nobody knows it."""
    written, by_sound, beginnings = _names()
    sound = spelling.sound(word)
    found = {word} & written
    misspelled = not analyser.standard().knows(word)
    if misspelled and len(word) >= SOUND_FROM:
        found |= by_sound.get(sound, frozenset())
    if misspelled and len(word) >= EDIT_FROM:
        near = (known for heard, known in by_sound.items() if spelling.one_edit_apart(sound, heard))
        found |= {one for known in near for one in known if len(one) >= EDIT_FROM - 1}
    for name, plain, heard in beginnings:
        if word.startswith(plain) or (misspelled and len(plain) >= PREFIX_FROM and sound.startswith(heard)):
            found.add(name)
    return frozenset(found)
