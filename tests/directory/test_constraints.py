"""What the database itself refuses about an offer: one test for each constraint."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from samenspel.directory.models import Offer
from samenspel.lib import clock
from tests.cast import Cast
from tests.directory.making import make_offer

pytestmark = pytest.mark.django_db
NOW = clock.now()
BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("offer_state_known", {"state": "gone"}),
    ("offer_form_known", {"form": "letter"}),
    ("offer_provider_known", {"provider": "robot"}),
    ("offer_published_is_complete", {"name": ""}),
    ("offer_published_is_complete", {"description": ""}),
    ("offer_published_is_complete", {"kinds": []}),
    ("offer_published_is_complete", {"confirmed_at": None}),
    ("offer_has_few_kinds", {"kinds": ["a", "b", "c", "d"]}),
    ("offer_times_known", {"days": ["someday"]}),
    ("offer_times_known", {"day_parts": ["night"]}),
    ("offer_point_is_whole", {"longitude": 5.2}),
    ("offer_point_is_whole", {"latitude": 52.2}),
    ("offer_point_is_whole", {"longitude": 5.2, "latitude": 152.2}),
    ("offer_numbers_go_with_capacity", {"capacity": "full", "free_places": 2, "capacity_changed_at": NOW}),
    ("offer_numbers_go_with_capacity", {"capacity": "room", "waiting_weeks": 2, "capacity_changed_at": NOW}),
    ("offer_numbers_go_with_capacity", {"capacity": "plenty", "capacity_changed_at": NOW}),
    ("offer_capacity_has_moment", {"capacity": "full"}),
    ("offer_picture_has_words", {"picture": "organisations/x.webp"}),
    ("offer_closed_has_reason", {"state": "closed"}),
    ("offer_closed_has_reason", {"state": "closed", "closed_at": NOW}),
    ("offer_closed_has_reason", {"closed_at": NOW, "closed_because": "owner"}),
    ("offer_asked_after_confirmed", {"asked_at": NOW - timedelta(days=1)}),
    ("offer_unsaved_has_moment", {"unsaved": {"name": ["x"]}}),
    ("offer_unsaved_has_moment", {"unsaved_at": NOW}),
]


@pytest.mark.parametrize(("constraint", "values"), BROKEN)
def test_the_database_refuses(cast: Cast, constraint: str, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        make_offer(cast.huisvriend, **({"confirmed_at": NOW} | values))


def test_every_constraint_is_broken_here() -> None:
    named = {constraint.name for constraint in Offer._meta.constraints}
    assert named - {"offer_own_mark_once"} == {name for name, _values in BROKEN}


def test_an_own_mark_stands_for_one_offer_of_an_organisation(cast: Cast) -> None:
    make_offer(cast.huisvriend, own_mark="A1")
    make_offer(cast.welzijn, own_mark="A1")
    with pytest.raises(IntegrityError, match="offer_own_mark_once"):
        make_offer(cast.huisvriend, own_mark="A1")


def test_a_draft_may_be_empty_and_an_address_belongs_to_one(cast: Cast) -> None:
    make_offer(cast.huisvriend, state="draft", name="", description="", kinds=[], confirmed_at=None, slug="een")
    with pytest.raises(IntegrityError, match="slug"):
        make_offer(cast.welzijn, slug="een")
