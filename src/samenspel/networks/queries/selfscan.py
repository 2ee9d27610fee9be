"""What the self-scans of a network say, the newest beside the one before."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from samenspel.networks import scanning
from samenspel.networks.models import Network, SelfScan
from samenspel.networks.statements import BAND_NAMES, BANDS, FIRST_STEPS, THEMES


@dataclass(frozen=True, kw_only=True)
class ThemeLine:
    """One theme in words, with its numbers."""

    name: Promise
    result: scanning.ThemeResult
    band: Promise
    sentence: Promise
    first_step: Promise
    begin_here: bool


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The newest scan, and the moments of the earlier ones with their means per theme."""

    filled_in_at: datetime
    before_at: datetime | None
    themes: list[ThemeLine]
    earlier: list[tuple[datetime, list[float | None]]]


def outcome(network: Network) -> Outcome | None:
    """The results of the newest scan, in one query; nothing before the first."""
    scans = list(SelfScan.objects.filter(network=network).order_by("-filled_in_at", "-pk"))
    if not scans:
        return None
    before = scans[1] if len(scans) > 1 else None
    found = scanning.results(scans[0].scores, before=before.scores if before else None)
    weakest = scanning.weakest(found)
    return Outcome(
        filled_in_at=scans[0].filled_in_at,
        before_at=before.filled_in_at if before else None,
        themes=[_line(one, begin_here=one is weakest) for one in found],
        earlier=[(scan.filled_in_at, [one.mean for one in scanning.results(scan.scores)]) for scan in scans[1:]],
    )


def _line(result: scanning.ThemeResult, *, begin_here: bool) -> ThemeLine:
    return ThemeLine(
        name=THEMES[result.theme],
        result=result,
        band=BAND_NAMES[result.band],
        sentence=BANDS[result.band],
        first_step=FIRST_STEPS[result.theme][result.band],
        begin_here=begin_here,
    )
