"""Telling the directory how organisations answer.

No audit line: nobody does this and nothing is decided; the numbers are counted anew every night from what was logged.
"""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from samenspel.directory.models import ResponseRecord
from samenspel.directory.responding import LEAST
from samenspel.lib import clock
from samenspel.referrals import pace
from samenspel.referrals.pace import Sent
from samenspel.referrals.queries import answered, news
from samenspel.referrals.queries.answered import Key

AT_ONCE = 1_000


def record_responses(*, now: datetime) -> int:
    """Count every organisation, and each offer with enough referrals of its own; gives how many records there are."""
    sent: dict[Key, list[Sent]] = defaultdict(list)
    for network_id in news.networks():
        for key, found in answered.of_receivers(network_id, now=now).items():
            sent[key] += found
    records = [_record(key, found, now=now) for key, found in sent.items()]
    kept = [one for one in records if one.number and (one.offer_id is None or one.number >= LEAST)]
    with transaction.atomic():
        ResponseRecord.objects.all().delete()
        ResponseRecord.objects.bulk_create(kept, batch_size=AT_ONCE)
    return len(kept)


def _record(key: Key, sent: list[Sent], *, now: datetime) -> ResponseRecord:
    organisation_id, offer_id = key
    found = pace.response(sent, now=now)
    return ResponseRecord(
        organisation_id=organisation_id,
        offer_id=offer_id,
        median_days=found.median_days,
        accepted_share=found.accepted_share,
        number=found.number,
        counted_on=clock.day_of(now),
    )
