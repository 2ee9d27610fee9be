"""The year: when people ask, each life until today, and everything saved in parts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from samenspel.audit import actions as audit
from samenspel.audit.rules import Action
from samenspel.lib import clock
from samenspel.networks.models import Network
from samenspel.referrals.models import Referral
from samenspel.referrals.simulating import shares
from samenspel.referrals.simulating.arriving import Arrival
from samenspel.referrals.simulating.gathered import Gathered
from samenspel.referrals.simulating.living import Life
from samenspel.referrals.simulating.town import town_of

DAYS_IN_A_MONTH = 30.44
AT_ONCE = 250
"""Requests that are saved together."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How much is to be made up, and by which seed; the same wish on the same network gives the same story."""

    months: int
    requests: int
    seed: int = 1


@dataclass(frozen=True)
class Made:
    """How much was made."""

    requests: int
    referrals: int


def simulate(
    network: Network, wish: Wish, *, until: datetime, show: Callable[[int], None] = lambda _done: None
) -> Made:
    """Make up what happened in this network until this moment, and save it.

    Raises:
        NobodyAtTheDoor, NoPartners: see `town`.
    """
    town, kinds_of = town_of(network, seed=wish.seed), shares.kinds_of_group()
    dice = Random(f"{wish.seed}/{network.slug}")  # noqa: S311 -- made-up people need no secrets
    moments, referrals = _moments(wish, until, dice), 0
    scope = [network.pk, *town.places]
    for start in range(0, len(moments), AT_ONCE):
        rows = Gathered()
        for number, at in enumerate(moments[start : start + AT_ONCE], start=start):
            own = Random(f"{wish.seed}/{network.slug}/{number}")  # noqa: S311 -- made-up people need no secrets
            case = Arrival(town, own, at, rows, kinds_of).case()
            Life(case, town, own, until).run()
        rows.save(scope=scope)
        referrals += len(rows.rows[Referral])
        show(min(start + AT_ONCE, len(moments)))
    audit.record(
        "referrals.year.simulated",
        action=Action.CREATE,
        by=None,
        about=network,
        network_id=network.pk,
        detail=f"requests={len(moments)}",
    )
    return Made(len(moments), referrals)


def _moments(wish: Wish, until: datetime, dice: Random) -> list[datetime]:
    """When people ask, in order: more in winter, on Mondays and in the morning."""
    days = [until - timedelta(days=number) for number in range(1, max(2, round(wish.months * DAYS_IN_A_MONTH)))]
    heavy = [shares.MONTHS[day.month - 1] * shares.WEEKDAYS[day.weekday()] for day in days]
    hours, often = zip(*shares.HOURS, strict=True)
    chosen = zip(dice.choices(days, heavy, k=wish.requests), dice.choices(hours, often, k=wish.requests), strict=True)
    return sorted(_at(day, hour, dice) for day, hour in chosen)


def _at(day: datetime, hour: int, dice: Random) -> datetime:
    here = day.astimezone(clock.AMSTERDAM)
    return here.replace(hour=hour, minute=dice.randrange(60), second=dice.randrange(60), microsecond=0)
