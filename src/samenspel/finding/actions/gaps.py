"""Counting that something was looked for and not found.

No audit line: it would hold the moment and the address of a visitor, which is what this count is made to forget
(ADR 0014). Nobody does this; it is a count, not a decision.
"""

from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction

from samenspel.finding.missing import Missed, first_of_month
from samenspel.lib.ids import new_id
from samenspel.networks.models import Network

# Written out: one statement that adds, so that two visitors at once count as two and never as an error.
ADD = """
INSERT INTO finding_gap (id, network_id, area_id, kind, month, nothing, wider) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (network_id, area_id, kind, month)
DO UPDATE SET nothing = finding_gap.nothing + EXCLUDED.nothing, wider = finding_gap.wider + EXCLUDED.wider
"""


@transaction.atomic
def count(*, missed: Missed, networks: Iterable[Network], today: date) -> None:
    """Add one to the count of this month at each of these networks."""
    with connection.cursor() as cursor:
        for network in networks:
            place = [new_id(), network.pk, missed.area or None, missed.kind, first_of_month(today)]
            cursor.execute(ADD, [*place, int(not missed.is_wider), int(missed.is_wider)])
