"""A question as arrays: what is wished, which bits the limits need, and the words that occur at all."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import offers, questions, ranking, targets
from samenspel.engine.index import layout
from samenspel.engine.index.lexicon import Lexicon
from samenspel.engine.index.texts import most_text

ASKED = np.dtype(
    [("x", "f8"), ("y", "f8"), ("within", "f8"), ("volunteer", "f8"), ("professional", "f8"), ("day_count", "f8")]
    + [("kinds_allowed", "u8"), ("languages", "u4"), ("days", "u4"), ("everyone", "i4"), ("placed", "?")]
    + [("near_limited", "?"), ("kinds_limited", "?"), ("owners_limited", "?"), ("areas_limited", "?")],
    align=True,
)
"""The numbers of a question; `languages` and `days` are bits of traits."""
NO_BITS = np.zeros(0, dtype=np.uint64)
EVERYBODY = np.zeros(0, dtype=np.bool_)


def numbers(question: questions.Question) -> NDArray[np.void]:
    """One record with what is asked, apart from what comes in rows."""
    limits = question.limits
    made = np.zeros(1, dtype=ASKED)
    one = made[0]
    one["placed"] = question.point is not None
    one["x"], one["y"] = question.point or (0.0, 0.0)
    one["near_limited"] = limits.within_m is not None and question.point is not None
    one["within"] = np.inf if limits.within_m is None else limits.within_m
    one["volunteer"], one["professional"] = 1 - question.professional, question.professional
    one["languages"], one["days"] = question.languages, question.days << layout.FIRST_DAY
    one["day_count"] = question.days.bit_count()
    one["everyone"] = targets.codes().index(targets.EVERYONE)
    one["kinds_limited"], one["kinds_allowed"] = bool(limits.kinds), sum(1 << kind for kind in set(limits.kinds))
    one["owners_limited"], one["areas_limited"] = limits.owners is not None, bool(limits.served)
    return made


def filters(limits: questions.Limits) -> NDArray[np.uint32]:
    """Per filter the bits of which an offer needs one, 0 when it is not set: the order of `counting.FILTERS`."""
    provider = form = 0
    if limits.provider is not None:
        provider = 1 << limits.provider | 1 << offers.Provider.BOTH
    if limits.form is not None:
        form = 1 << limits.form
    room = layout.ROOM if limits.with_room else 0
    bits = (limits.languages, limits.days << layout.FIRST_DAY, provider << layout.FIRST_PROVIDER)
    return np.array([*bits, form << layout.FIRST_FORM, room], dtype=np.uint32)


def needed(limits: questions.Limits) -> NDArray[np.uint32]:
    """The bits of which an offer needs one, for each limit that is set; it is always open."""
    masks = filters(limits)
    return np.append(masks[masks != 0], np.uint32(layout.OPEN))


def wishes(question: questions.Question) -> tuple[Any, Any]:
    """What each kind and each target group is asked, and the kinds that are asked, most first."""
    kinds = np.append(question.kinds, np.float32(0)).astype(np.float64)
    asked = np.flatnonzero(kinds)
    groups = np.flatnonzero(question.targets)
    order = asked[np.argsort(-kinds[asked], kind="stable")]
    return (kinds, groups, question.targets[groups].astype(np.float64)), order


def words(question: questions.Question, lexicon: Lexicon, sizes: Any, order: Any) -> tuple[Any, ...]:
    """The terms that some offer has, how telling each is, and the room to add them up in."""
    count = int(sizes[layout.COUNT])
    known = [(lexicon.terms.get(term.text), term.weight) for term in question.terms]
    met = [(number, weight) for number, weight in known if number is not None and lexicon.having[number]]
    numbers = np.array([number for number, _ in met], dtype=np.int32)
    telling = [weight * ranking.rarity(count, int(lexicon.having[number])) for number, weight in met]
    wanted = 0
    for place, (number, _) in enumerate(met, 1):
        wanted |= 1 << (number & 63)
        lexicon.places[number] = place
    usual = ranking.usual_length(count, int(sizes[layout.LENGTH]))
    most = lexicon.most[numbers].astype(np.float64)
    plain = (numbers, np.array(telling, np.float64), most, np.uint64(wanted), lexicon.places, usual)
    gains = np.zeros(len(met))
    return (*plain, gains, order, most_text(0, NO_BITS, (*plain, gains, order, 0.0)))
