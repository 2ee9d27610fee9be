"""What the tests of networks share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_sent_anything_yet() -> None:
    """The counters of how often a form was sent begin at nothing in every test."""
    cache.clear()
