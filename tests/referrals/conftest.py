"""What the tests of referrals share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_tried_anything_yet() -> None:
    """The counters of how often a form was sent begin at nothing in every test."""
    cache.clear()
