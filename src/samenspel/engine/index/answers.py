"""What the index answers: the best offers with their points, and how many each filter would leave."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from samenspel.engine.offers import Form, Provider
from samenspel.engine.ranking import Factor

Floats = NDArray[np.float32]
WITHIN_M = (2_000, 5_000, 10_000)
"""The distances that can be chosen as a filter, in metres."""


@dataclass(frozen=True)
class Found:
    """The best offers, best first: their keys, scores, points per factor (weight included) and metres.

    Metres are nan without a place, 0 for help by phone or online.
    """

    keys: list[bytes]
    scores: Floats
    points: Mapping[Factor, Floats]
    metres: Floats

    def without(self, keys: Collection[bytes], *, most: int) -> Self:
        """The best `most` of these, without the offers of these keys."""
        left = [place for place, key in enumerate(self.keys) if key not in keys][:most]
        return type(self)(
            keys=[self.keys[place] for place in left],
            scores=self.scores[left],
            points={factor: values[left] for factor, values in self.points.items()},
            metres=self.metres[left],
        )


@dataclass(frozen=True)
class Counts:
    """How many offers are possible now, and per filter value when that value stood in place of its filter's own."""

    total: int = 0
    form: Mapping[Form, int] = field(default_factory=dict)
    provider: Mapping[Provider, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    within: Mapping[int, int] = field(default_factory=dict)
    """By metres, as in `WITHIN_M`; without a place a distance leaves out nothing."""
    with_room: int = 0
