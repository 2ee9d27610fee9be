"""What all journeys share: the mailbox and the cast stand ready, and nobody has sent anything yet."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_sent_anything_yet() -> None:
    """The counters of how often a form was sent begin at nothing."""
    cache.clear()
