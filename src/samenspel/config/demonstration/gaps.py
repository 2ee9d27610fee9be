"""What people in the demo looked for and did not find, so that the report of the network has something to say."""

from samenspel.config.demonstration.rows import Rows
from samenspel.finding.missing import first_of_month, months_until
from samenspel.finding.models import Gap
from samenspel.lib import clock
from samenspel.networks.models import Network
from samenspel.places.models import Area

MISSED = (
    ("hospice-stay", "Centrum", 0, (0, 0, 1, 0, 0, 2, 0, 1, 1, 2, 2, 3)),
    ("pet-help", "Vogelbuurt", 0, (1, 0, 2, 1, 0, 1, 1, 0, 1, 0, 0, 1)),
    ("respite-stay", "Linderveld-Oost", 1, (0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 4)),
    ("language-buddy", "Havenkwartier", 1, (3, 2, 2, 3, 2, 1, 1, 2, 1, 1, 0, 0)),
    ("youth-mental-health", "Schrijversbuurt", 0, (0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 4)),
    ("transport", "Zandhoek", 1, (1, 2, 1, 1, 2, 2, 1, 1, 2, 1, 2, 2)),
    ("", "Lindenhof", 0, (0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1)),
    ("divorce-and-family-change", "", 0, (0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0)),
)
"""Kind or group, neighbourhood (empty for nowhere), whether looser limits gave something, and counts per month."""


def add_gaps(rows: Rows, areas: dict[str, Area]) -> None:
    """Twelve months of what was not found in Meerlinden; the network must be there."""
    network = rows.get(Network, "meerlinden")
    months = months_until(first_of_month(clock.day_of(rows.now)))
    for kind, place, is_wider, counts in MISSED:
        for month, times in zip(months, counts, strict=True):
            if times:
                counted = {"wider": times} if is_wider else {"nothing": times}
                name = f"{kind}/{place}/{month}"
                rows.add(Gap, name, network=network, area=areas.get(place), kind=kind, month=month, **counted)
