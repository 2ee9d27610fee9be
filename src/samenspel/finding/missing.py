"""When a search missed something, and what of it may be kept: plain rules, no words of anybody.

A search with words that point at danger is never kept: that is no gap in what partners offer, and in a small
neighbourhood even the fact that somebody looked for it is too much to know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samenspel.engine import kinds, taxonomy
from samenspel.finding.answers import Answer
from samenspel.finding.wanted import Wanted

SURE = 0.5
"""So large a share of the guess has to lie in one group before it counts as that group."""
FEW = 5
"""Smaller numbers are told as 'minder dan 5' to who is not the coordinator."""
QUARTER = 3
MONTHS = 12


@dataclass(frozen=True)
class Missed:
    """What is kept of a search: a kind (or group, or empty), codes of network and area (or empty), how it missed."""

    kind: str
    area: str
    network: str
    is_wider: bool


class Trend(StrEnum):
    """The last three months against the three before."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    NEW = "new"


def missed(wanted: Wanted, answer: Answer) -> Missed | None:
    """What to keep of a search; nothing when something fits, danger speaks, or no network could be told."""
    if answer.total or answer.danger or not answer.is_understood or not (wanted.text or wanted.kinds):
        return None
    if wanted.network is None and wanted.area is None:
        return None
    return Missed(
        kind=wanted.kinds[0] if wanted.kinds else surely_meant(wanted.text),
        area=wanted.area.pk if wanted.area else "",
        network=wanted.network.slug if wanted.network else "",
        is_wider=bool(answer.nearest),
    )


def surely_meant(text: str) -> str:
    """The group of kinds that the words surely mean; empty when they may mean several."""
    guesser = kinds.standard()
    if not guesser.guess(text, most=1):
        return ""
    shares: dict[str, float] = {}
    for kind, share in zip(taxonomy.standard().kinds, guesser.shares(text), strict=True):
        shares[kind.group] = shares.get(kind.group, 0) + float(share)
    group = max(shares, key=lambda code: shares[code])
    return group if shares[group] >= SURE else ""


def first_of_month(day: date) -> date:
    """The month in which a day falls."""
    return day.replace(day=1)


def months_until(last: date, *, number: int = MONTHS) -> list[date]:
    """So many months, the last one being that of this day, oldest first."""
    at = last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(at - number + 1, at + 1)]


def trend(counts: Mapping[date, int], months: Sequence[date]) -> Trend:
    """Whether it happens more often than before; one search more or less is the same."""
    now = sum(counts.get(month, 0) for month in months[-QUARTER:])
    before = sum(counts.get(month, 0) for month in months[-2 * QUARTER : -QUARTER])
    if now and not sum(counts.get(month, 0) for month in months[:-QUARTER]):
        return Trend.NEW
    if abs(now - before) <= 1:
        return Trend.SAME
    return Trend.MORE if now > before else Trend.FEWER
