"""A question as arrays: what is wished, which bits the limits need, and the words that occur at all."""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import offers, questions, ranking, targets
from samenspel.engine.index import layout
from samenspel.engine.index.lexicon import Lexicon
from samenspel.engine.index.rows import Box

ASKED = np.dtype(
    [("x", "f8"), ("y", "f8"), ("within", "f8"), ("volunteer", "f8"), ("professional", "f8"), ("day_count", "f8")]
    + [("kinds_allowed", "u8"), ("languages", "u4"), ("days", "u4"), ("everyone", "i4"), ("placed", "?")]
    + [(f"{why}_{side}", "f4") for why in ("served", "owned") for side in ("west", "east", "south", "north")]
    + [("near_limited", "?"), ("kinds_limited", "?"), ("owners_limited", "?"), ("areas_limited", "?")],
    align=True,
)
"""The numbers of a question; `languages` and `days` are bits of traits."""
EVERYBODY = np.zeros(0, dtype=np.bool_)
WHOLE_WORLD: Box = (-np.inf, np.inf, -np.inf, np.inf)


def numbers(question: questions.Question, served: Box = WHOLE_WORLD, owned: Box = WHOLE_WORLD) -> NDArray[np.void]:
    """One record with what is asked, apart from what comes in rows; the boxes hold all that area and owner leave."""
    limits = question.limits
    near = limits.within_m is not None and question.point is not None
    within = np.inf if limits.within_m is None else limits.within_m
    point, professional = question.point or (0.0, 0.0), question.professional
    wished = (question.days.bit_count(), sum(1 << kind for kind in set(limits.kinds)), question.languages)
    limited = (near, bool(limits.kinds), limits.owners is not None, bool(limits.served))
    plain = (*point, within, 1 - professional, professional, *wished, question.days << layout.FIRST_DAY)
    return np.array([(*plain, _everyone(), question.point is not None, *served, *owned, *limited)], dtype=ASKED)


@cache
def _everyone() -> int:
    return targets.codes().index(targets.EVERYONE)


def filters(limits: questions.Limits) -> tuple[int, ...]:
    """Per filter the bits of which an offer needs one, 0 when it is not set: the order of `counting.FILTERS`."""
    provider = form = 0
    if limits.provider is not None:
        provider = 1 << limits.provider | 1 << offers.Provider.BOTH
    if limits.form is not None:
        form = 1 << limits.form
    room = layout.ROOM if limits.with_room else 0
    bits = (limits.languages, limits.days << layout.FIRST_DAY, provider << layout.FIRST_PROVIDER)
    return (*bits, form << layout.FIRST_FORM, room)


def needed(limits: questions.Limits) -> NDArray[np.uint32]:
    """The bits of which an offer needs one, for each limit that is set; it is always open."""
    return np.array([mask for mask in filters(limits) if mask] + [layout.OPEN], dtype=np.uint32)


def wishes(question: questions.Question) -> tuple[Any, Any]:
    """What each kind and each target group is asked, and the kinds that are asked, most first."""
    kinds = np.zeros(len(question.kinds) + 1)
    kinds[:-1] = question.kinds
    asked = kinds.nonzero()[0]
    groups = question.targets.nonzero()[0]
    order = asked[(-kinds[asked]).argsort(kind="stable")]
    return (kinds, groups, question.targets[groups].astype(np.float64)), order


def words(question: questions.Question, lexicon: Lexicon, sizes: Any, order: Any) -> tuple[Any, ...]:
    """The terms that some offer has, how telling each is, and the room to add them up in."""
    count = int(sizes[layout.COUNT])
    numbers: list[int] = []
    telling: list[float] = []
    wanted = 0
    for term in question.terms:
        number = lexicon.terms.get(term.text)
        if number is not None and (having := int(lexicon.having[number])):
            numbers.append(number)
            telling.append(term.weight * ranking.rarity(count, having))
            lexicon.places[number] = len(numbers)
            wanted |= 1 << (number & 63)
    terms = np.array(numbers, dtype=np.int32)
    usual = ranking.usual_length(count, int(sizes[layout.LENGTH]))
    most = lexicon.most[terms].astype(np.float64)
    room = (lexicon.places, usual, np.zeros(len(numbers)), order)
    return (terms, np.array(telling, np.float64), most, np.uint64(wanted), *room)
