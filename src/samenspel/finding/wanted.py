"""What somebody wants to find: everything that stands in the address of a search, and nothing else is kept."""

from dataclasses import dataclass

from samenspel.networks.models import Network
from samenspel.places.models import Area

WITHIN_KM = (2, 5, 10)
"""The distances that can be chosen."""

Point = tuple[float, float]
"""Metres in the national grid (RD New)."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One search. `kinds` are codes of the taxonomy that a person confirmed; they and all that follows `point` limit.

    `area` is where the asker lives (a neighbourhood, or a district or municipality) and `point` where distances are
    measured from: when it is None, the middle of the area. `form`, `provider`, `days` and `languages` are the codes
    that offers have, empty for no limit; of several days or languages one has to fit. `wished_days` and
    `wished_languages` only rank.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    area: Area | None = None
    point: Point | None = None
    form: str = ""
    provider: str = ""
    days: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wished_days: tuple[str, ...] = ()
    wished_languages: tuple[str, ...] = ()
    within_km: int | None = None
    with_room: bool = False
    network: Network | None = None
    page: int = 1
