"""What somebody asks: wishes that rank and limits that exclude, made from free words and what a person confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samenspel.engine import analyser, kinds, offers, targets, taxonomy

Floats = NDArray[np.float32]
CONFIRMED_REST = 0.35
"""What a guessed kind still counts beside kinds that a person confirmed."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What excludes; None, 0 or empty is no limit. `languages` and `days` are masks of which one must be there.

    `served` are the areas in which the asker lives, from small to large: an offer for certain areas must have one of
    them. `with_room` asks for a free place now.
    """

    provider: offers.Provider | None = None
    form: offers.Form | None = None
    languages: int = 0
    days: int = 0
    within_m: float | None = None
    kinds: tuple[int, ...] = ()
    served: tuple[int, ...] = ()
    with_room: bool = False
    owners: NDArray[np.bool_] | None = field(default=None, compare=False)
    """Per number of an owner whether its offers may be shown, a number beyond the end not; None is everybody's."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What ranks: `kinds` and `targets` are values 0-1 per kind and group, `professional` 0 (volunteer) to 1.

    `languages` and `days` are masks of what is wished; `point` is RD New metres, None when no place was given.
    """

    terms: tuple[analyser.Term, ...]
    kinds: Floats
    targets: Floats
    professional: float
    languages: int = 0
    days: int = 0
    point: tuple[float, float] | None = None
    limits: Limits = field(default_factory=Limits)


def ask(
    text: str,
    *,
    confirmed: Sequence[str] = (),
    point: tuple[float, float] | None = None,
    languages: Sequence[str] = (),
    days: Sequence[str] = (),
    limits: Limits | None = None,
) -> Question:
    """A question from free words; kinds that a person confirmed weigh fully, guessed ones by their share."""
    shares = kinds.standard().shares(text)
    return Question(
        terms=analyser.standard().terms(text),
        kinds=_kind_values(shares, confirmed),
        targets=targets.guess(text),
        professional=_professional(shares, confirmed),
        languages=offers.mask(languages, offers.LANGUAGES),
        days=offers.mask(days, offers.DAYS),
        point=point,
        limits=limits or Limits(),
    )


def _kind_values(shares: Floats, confirmed: Sequence[str]) -> Floats:
    """Guessed shares with the best as 1; when kinds are confirmed those are 1 and the guess only breaks ties."""
    values = shares / max(float(shares.max()), 1e-9)
    values[values < 1e-3] = 0  # noqa: PLR2004 - below a thousandth of the best it is no guess any more
    if np.ptp(shares) == 0:
        values[:] = 0
    if places := [taxonomy.standard().place(code) for code in confirmed if taxonomy.standard().knows(code)]:
        values *= CONFIRMED_REST
        values[places] = 1
    return np.asarray(values, dtype=np.float32)


def _professional(shares: Floats, confirmed: Sequence[str]) -> float:
    """How far the need belongs with professionals: by the confirmed kinds, or else by the share of such kinds."""
    known = taxonomy.standard()
    if places := [known.place(code) for code in confirmed if known.knows(code)]:
        return float(any(known.kinds[place].professional_only for place in places))
    only = np.array([kind.professional_only for kind in known.kinds])
    return float(shares[only].sum())
