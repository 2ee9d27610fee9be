"""Where each field of an offer stands in HSDS, and ids that stay."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from samenspel.api.hsds import naming, objects, parts, terms
from samenspel.api.hsds.objects import Frame
from samenspel.api.hsds.terms import Topic
from samenspel.directory.models import Offer
from samenspel.networks.models import Organisation

AT = datetime(2026, 3, 28, 23, 30, 12, 345678, tzinfo=UTC)
OFFER, OWNER = UUID("019a0000-0000-7000-8000-000000000001"), UUID("019a0000-0000-7000-8000-000000000002")


def offer(**values: Any) -> Offer:
    """An open offer that is in no database."""
    owner = Organisation(id=OWNER, name="Huisvriend", slug="huisvriend", kind="volunteer_care")
    told = {"name": "Bezoek", "description": "Elke week.", "kinds": ["social-visiting"], "state": "open"}
    return Offer(id=OFFER, organisation=owner, slug="bezoek", confirmed_at=AT, **(told | values))


def told(**values: Any) -> dict[str, Any]:
    return objects.service(offer(**values), Frame())


@pytest.mark.parametrize(
    ("written", "street", "postcode", "city"),
    [
        ("Dorpsstraat 12a, 1211 AB Meerlinden", "Dorpsstraat 12a", "1211 AB", "Meerlinden"),
        ("Dorpsstraat 12, achterom, 1211AB 's-Graveland", "Dorpsstraat 12, achterom", "1211AB", "'s-Graveland"),
        ("Buurthuis De Zaal", "Buurthuis De Zaal", "", ""),
        ("Dorpsstraat 1, Meerlinden", "Dorpsstraat 1, Meerlinden", "", ""),
        ("1211 AB Meerlinden", "1211 AB Meerlinden", "", ""),
        ("Dorpsstraat 1, 1211 AB Meerlinden, zaal 2", "Dorpsstraat 1, 1211 AB Meerlinden, zaal 2", "", ""),
    ],
)
def test_an_address_comes_apart_so_that_it_can_be_put_together(
    written: str, street: str, postcode: str, city: str
) -> None:
    found = told(address=written)["service_at_locations"][0]["location"]["addresses"][0]
    assert (found["address_1"], found["postal_code"], found["city"]) == (street, postcode, city)
    town = " ".join(filter(None, (postcode, city)))
    assert ", ".join(filter(None, (street, town))) == written


def test_a_point_alone_is_a_place_and_nothing_is_none() -> None:
    location = told(longitude=5.0, latitude=52.5)["service_at_locations"][0]["location"]
    assert (location["longitude"], location["latitude"]) == (5.0, 52.5)
    assert "addresses" not in location
    assert "service_at_locations" not in told()


def test_days_stand_in_the_order_of_the_week_and_times_also_without_days() -> None:
    weekly = told(days=["sun", "tue"], times="10 uur")["schedules"][0]
    assert (weekly["freq"], weekly["byday"], weekly["description"]) == ("WEEKLY", "TU,SU", "10 uur")
    assert "freq" not in told(times="na afspraak")["schedules"][0]
    assert "schedules" not in told()


@pytest.mark.parametrize(("cost", "amount"), [("gratis", 0), ("Geen kosten.", 0), ("gratis voor leden", None)])
def test_only_what_is_free_for_everybody_has_an_amount(cost: str, amount: int | None) -> None:
    option = told(cost=cost)["cost_options"][0]
    assert (option.get("amount"), option["amount_description"]) == (amount, cost)


@pytest.mark.parametrize(
    ("room", "available", "code"),
    [
        ({"capacity": "room", "free_places": 4}, 4, "room"),
        ({"capacity": "room"}, 1, "room-some"),
        ({"capacity": "waiting", "waiting_weeks": 3}, 0, "waiting"),
        ({"capacity": "full"}, 0, "full"),
    ],
)
def test_room_is_counted_in_places(room: dict[str, Any], available: int, code: str) -> None:
    capacity = told(capacity_changed_at=AT, **room)["capacities"][0]
    assert (capacity["available"], capacity["attributes"][0]["taxonomy_term"]["code"]) == (available, code)
    assert capacity["updated"] == "2026-03-28T23:30:12.345Z"


def test_room_that_nobody_told_is_not_made_up() -> None:
    assert "capacities" not in told(capacity_changed_at=AT)


def test_the_day_is_dutch_and_the_moment_is_the_latest() -> None:
    service = told(capacity_changed_at=AT + timedelta(hours=2))
    assert service["assured_date"] == "2026-03-29"  # half past midnight in the Netherlands
    assert service["last_modified"] == "2026-03-29T01:30:12.345Z"


def test_codes_that_no_taxonomy_knows_any_more_are_left_out() -> None:
    attributes = told(kinds=["gone", "social-visiting", "social-visiting"])["attributes"]
    assert [one["taxonomy_term"]["code"] for one in attributes if one["link_type"] == "kinds"] == ["social-visiting"]


def test_a_file_has_no_addresses_of_this_installation() -> None:
    with_picture = offer(picture=f"organisations/{OWNER}.webp", picture_alt="Twee mensen")
    assert {"url", "additional_urls"}.isdisjoint(objects.service(with_picture, Frame()))
    here = Frame(homes={OWNER: "meerlinden"}, site="https://samenspel.example")
    assert objects.service(with_picture, here)["url"] == "https://samenspel.example/n/meerlinden/aanbod/bezoek/"


def test_ids_that_went_out_stay() -> None:
    """Whoever changes one of these breaks every directory that read us."""
    service = told(contact_phone="0300 123 456")
    assert service["phones"][0]["id"] == "87082295-5377-586f-b95c-25ec4ffb3765"
    assert terms.topic_id(Topic.KINDS) == "046a8e64-57b0-5125-a670-1f5d9ed55596"
    kind = terms.term(Topic.KINDS, "social-visiting")
    assert kind is not None
    assert kind.id == "c5345ccf-c862-5c8e-bf39-dff6c25f3235"
    assert str(naming.placed_id(OFFER)) == "019a0000-0000-7000-9f5a-3c967e21b84c"


def test_the_id_of_a_place_leads_back_to_its_service() -> None:
    placed = naming.placed_id(OFFER)
    assert naming.service_id_of(placed) == OFFER != placed
    assert (placed.version, placed.variant) == (OFFER.version, OFFER.variant)


def test_two_terms_never_share_an_id() -> None:
    assert len(terms.terms_by_id()) == len(list(terms._all()))
    assert parts.classified(OFFER, "service", Topic.KINDS, ["nothing"]) == []
