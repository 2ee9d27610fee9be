"""The resident's door: five steps without an account, kept until sent, and nothing sent twice."""

from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from samenspel.helprequests.models import Draft, HelpRequest, Story
from samenspel.helprequests.rules import Door, Urgency
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network
from samenspel.people.models import Bond, Consent, Person
from samenspel.people.rules import Giver
from samenspel.places.models import Area
from tests.cast import Cast

pytestmark = pytest.mark.django_db
WORDS = {"words": "Mijn moeder is veel alleen sinds mijn vader dood is."}
WISHES = {"wish_days": ["tue"], "wish_form": "one_to_one", "urgency": "week"}


@pytest.fixture(autouse=True)
def _nobody_waits() -> None:
    """How often this machine asked in other tests does not count here."""
    cache.clear()


@pytest.fixture
def area(cast: Cast) -> Area:
    return Area.objects.filter(kind="neighbourhood").order_by("code").first() or _neighbourhood()


def _neighbourhood() -> Area:
    municipality = Area.objects.create(code="GM9901", kind="municipality", name="Meerlinden", latest_year=2024)
    district = Area.objects.create(
        code="WK990101",
        kind="district",
        name="Wijk 1",
        latest_year=2024,
        parent=municipality,
        municipality=municipality,
    )
    return Area.objects.create(
        code="BU99010101",
        kind="neighbourhood",
        name="Vogelbuurt",
        name_key="vogelbuurt",
        latest_year=2024,
        parent=district,
        municipality=municipality,
    )


def fill_in(client: Client, network: Network, number: int, values: dict[str, Any]) -> Any:
    return client.post(f"/n/{network.slug}/hulp-vragen/{number}/", values)


def who(area: Area, **rest: str) -> dict[str, str]:
    return {"for_whom": "zelf", "age_band": "older", "where": area.code} | rest


def up_to_last(client: Client, network: Network, area: Area, **rest: str) -> None:
    steps: list[tuple[int, dict[str, Any]]] = [(1, WORDS), (2, {"kinds": []}), (3, who(area, **rest)), (4, WISHES)]
    for number, values in steps:
        answer = fill_in(client, network, number, values)
        assert answer.status_code == 302, number


def reach(client: Client, network: Network, **rest: Any) -> dict[str, Any]:
    page = client.get(f"/n/{network.slug}/hulp-vragen/5/")
    mark = page.context["form"]["once"].value()
    return {"name": "Truus de Wit", "phone": "0612345678", "told_by": "phone", "agrees": "on", "once": mark} | rest


def test_a_resident_asks_in_five_steps(client: Client, cast: Cast, area: Area) -> None:
    network = cast.meerlinden
    up_to_last(client, network, area)
    values = reach(client, network, email="truus@voorbeeld.test", told_by="email")
    assert fill_in(client, network, 5, values).url == f"/n/{network.slug}/hulp-vragen/verstuurd/"
    with acting_for(network.pk):
        request = HelpRequest.objects.select_related("person").get()
        assert (request.person.name, request.area_id, request.urgency) == (
            "Truus de Wit",
            area.code,
            Urgency.WEEK.value,
        )
        assert (request.door, request.wish_days) == (Door.RESIDENT.value, ["tue"])
        assert Story.objects.get().words == WORDS["words"]
    assert "samenspel_vraag" in client.cookies
    assert not client.cookies["samenspel_vraag"].value
    assert mail.outbox == []


def test_the_same_last_step_sent_twice_is_one_request(client: Client, cast: Cast, area: Area) -> None:
    up_to_last(client, cast.meerlinden, area)
    values = reach(client, cast.meerlinden)
    kept = client.cookies["samenspel_vraag"].value
    for _twice in range(2):
        client.cookies["samenspel_vraag"] = kept
        fill_in(client, cast.meerlinden, 5, values)
    with acting_for(cast.meerlinden.pk):
        assert HelpRequest.objects.count() == 1


def test_a_daughter_asks_for_her_mother_who_does_not_know_yet(client: Client, cast: Cast, area: Area) -> None:
    network = cast.meerlinden
    up_to_last(client, network, area, for_whom="ander", relation="child")
    values = reach(client, network, name="Anja", other_name="Truus", other_knows="nee")
    assert fill_in(client, network, 5, values).status_code == 302
    with acting_for(network.pk):
        assert [person.name for person in Person.objects.all()] == ["Anja"]
        assert Bond.objects.get().relation == "child"
        assert HelpRequest.objects.get().carer_id == Person.objects.get().pk


def test_when_the_mother_agreed_it_is_kept_on_whose_word(client: Client, cast: Cast, area: Area) -> None:
    network = cast.meerlinden
    up_to_last(client, network, area, for_whom="ander", relation="child")
    fill_in(client, network, 5, reach(client, network, name="Anja", other_name="Truus", other_knows="ja"))
    with acting_for(network.pk):
        consent = Consent.objects.get(channel="oral")
        assert consent.asked_by_carer
        assert (consent.person.name, consent.asked_by_carer.name) == ("Truus", "Anja")


@pytest.mark.parametrize(
    ("band", "giver"), [("child", Giver.PARENT), ("youth", Giver.SELF_AND_PARENT), ("young", Giver.SELF)]
)
def test_who_agrees_follows_age(client: Client, cast: Cast, area: Area, band: str, giver: Giver) -> None:
    up_to_last(client, cast.meerlinden, area, age_band=band)
    fill_in(client, cast.meerlinden, 5, reach(client, cast.meerlinden))
    with acting_for(cast.meerlinden.pk):
        assert Consent.objects.get().given_by == giver.value


def test_without_consent_or_a_way_to_be_reached_nothing_is_kept_and_nothing_lost(
    client: Client, cast: Cast, area: Area
) -> None:
    up_to_last(client, cast.meerlinden, area)
    values = reach(client, cast.meerlinden, phone="")
    del values["agrees"]
    page = fill_in(client, cast.meerlinden, 5, values)
    assert set(page.context["form"].errors) == {"agrees", "phone"}
    assert "Truus de Wit" in page.content.decode()
    with acting_for(cast.meerlinden.pk):
        assert not HelpRequest.objects.exists()


def test_going_back_shows_what_was_filled_in_and_only_on_this_device(client: Client, cast: Cast, area: Area) -> None:
    up_to_last(client, cast.meerlinden, area)
    page = client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/1/").content.decode()
    assert WORDS["words"] in page
    assert WORDS["words"] not in Client().get(f"/n/{cast.meerlinden.slug}/hulp-vragen/1/").content.decode()
    assert not Draft.objects.exists()


def test_a_draft_can_be_wiped(client: Client, cast: Cast) -> None:
    fill_in(client, cast.meerlinden, 1, WORDS)
    client.post(f"/n/{cast.meerlinden.slug}/hulp-vragen/opnieuw/")
    assert WORDS["words"] not in client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/1/").content.decode()


@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_a_later_step_without_the_first_leads_to_the_first(client: Client, cast: Cast, number: int) -> None:
    answer = client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/{number}/")
    assert answer.headers["Location"] == f"/n/{cast.meerlinden.slug}/hulp-vragen/1/"


def test_words_of_danger_bring_whom_to_call_on_top_and_do_not_stop_the_question(client: Client, cast: Cast) -> None:
    fill_in(client, cast.meerlinden, 1, {"words": "Mijn zus wil zelfmoord plegen, ze heeft pillen."})
    page = client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/2/").content.decode()
    assert "0800-0113" in page
    assert page.index("0800-0113") < page.index("Waar gaat uw vraag over?")


@pytest.mark.parametrize("number", range(1, 6))
def test_the_phone_number_is_on_every_step(client: Client, cast: Cast, area: Area, number: int) -> None:
    up_to_last(client, cast.meerlinden, area)
    assert cast.meerlinden.phone in client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/{number}/").content.decode()


@pytest.mark.parametrize("number", [0, 6, 99])
def test_there_are_five_steps(client: Client, cast: Cast, number: int) -> None:
    assert client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/{number}/").status_code == 404


def test_a_forged_draft_key_opens_nothing(client: Client, cast: Cast) -> None:
    fill_in(client, cast.meerlinden, 1, WORDS)
    client.cookies["samenspel_vraag"] = client.cookies["samenspel_vraag"].value[:-2] + "xx"
    assert WORDS["words"] not in client.get(f"/n/{cast.meerlinden.slug}/hulp-vragen/1/").content.decode()
