"""The counter door: what somebody tells on the phone or in person, on whose word it rests, and nothing lost."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from samenspel.helprequests.models import HelpRequest, Story
from samenspel.helprequests.rules import Channel, Door
from samenspel.lib.scope import acting_for
from samenspel.people.models import Consent, Person
from tests.cast import Cast, as_person
from tests.helprequests.making import make_request
from tests.walk.stage import centre_of_meerlinden

pytestmark = pytest.mark.django_db
COUNTER = "/n/meerlinden/vragen/nieuw/"
NAME = "Jan Kramer"


@pytest.fixture(autouse=True)
def _in_the_centre(cast: Cast) -> None:
    """Meerlinden has a Centrum, and how often this machine asked in other tests does not count."""
    centre_of_meerlinden()
    cache.clear()


def told(page: Any, **rest: Any) -> dict[str, Any]:
    values = {
        "channel": "phone",
        "for_whom": "zelf",
        "words": "Ik kom de deur niet meer uit.",
        "seen": ["kinds"],
        "where": "Centrum",
        "age_band": "older",
        "urgency": "can_wait",
        "name": NAME,
        "phone": "0612345679",
        "told_by": "phone",
        "given_by": "self",
        "consent_channel": "oral",
        "agrees": "on",
        "once": page.context["form"]["once"].value(),
    }
    return values | rest


def daughter(page: Any, **rest: Any) -> dict[str, Any]:
    caller = {"for_whom": "ander", "relation": "child", "carer_name": "Anja", "carer_phone": "0612345670"}
    return told(page, **(caller | {"other_knows": "nee"} | rest))


def the_request(cast: Cast) -> HelpRequest:
    with acting_for(cast.meerlinden.pk):
        return HelpRequest.objects.select_related("person").get()


def test_what_somebody_tells_on_the_phone_is_written_down_on_their_word(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    assert marjan.post(COUNTER, told(marjan.get(COUNTER))).status_code == 302
    request = the_request(cast)
    assert (request.door, request.channel) == (Door.COORDINATOR.value, Channel.PHONE.value)
    with acting_for(cast.meerlinden.pk):
        consent = Consent.objects.get()
        assert (consent.asked_by, consent.channel, consent.given_by) == (cast.marjan.pk, "oral", "self")


def test_a_letter_needs_an_address_and_comes_from_the_counter(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    values = told(marjan.get(COUNTER), channel="counter", phone="", told_by="letter")
    assert set(marjan.post(COUNTER, values).context["form"].errors) == {"address"}
    assert marjan.post(COUNTER, values | {"address": "Dorpsstraat 1"}).status_code == 302
    request = the_request(cast)
    with acting_for(cast.meerlinden.pk):
        person = Person.objects.get()
        assert (request.channel, person.told_by, person.address) == ("counter", "letter", "Dorpsstraat 1")


def test_a_daughter_calls_and_her_mother_does_not_know_yet(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    values = daughter(marjan.get(COUNTER))
    assert marjan.post(COUNTER, values).status_code == 302
    with acting_for(cast.meerlinden.pk):
        assert [one.name for one in Person.objects.all()] == ["Anja"]
        assert Story.objects.get().teller.name == "Anja"


def test_when_her_mother_agreed_both_can_be_read(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    assert marjan.post(COUNTER, daughter(marjan.get(COUNTER), other_knows="ja")).status_code == 302
    with acting_for(cast.meerlinden.pk):
        assert sorted(one.name for one in Person.objects.all()) == ["Anja", NAME]
        assert Consent.objects.get(person__name_key=Person.objects.get(age_band="older").name_key).asked_by_carer


def test_who_calls_for_another_is_asked_who_they_are(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    blank = dict.fromkeys(("relation", "carer_name", "carer_phone", "other_knows"), "")
    page = marjan.post(COUNTER, daughter(marjan.get(COUNTER), **blank))
    assert set(page.context["form"].errors) == set(blank)


def test_without_a_spoken_yes_nothing_is_kept(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    values = told(marjan.get(COUNTER))
    del values["agrees"]
    page = marjan.post(COUNTER, values)
    assert set(page.context["form"].errors) == {"agrees"}
    assert NAME in page.content.decode()
    with acting_for(cast.meerlinden.pk):
        assert not HelpRequest.objects.exists()


def test_somebody_alike_is_told_after_keeping(cast: Cast) -> None:
    make_request(network=cast.meerlinden)
    marjan = as_person(cast.marjan)
    answer = marjan.post(COUNTER, told(marjan.get(COUNTER), phone="06-12345678"), follow=True)
    assert "misschien kennen wij deze persoon al" in answer.content.decode()


def test_nobody_alike_gives_no_warning(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    answer = marjan.post(COUNTER, told(marjan.get(COUNTER)), follow=True)
    assert answer.status_code == 200
    assert "misschien kennen wij" not in answer.content.decode()


def test_the_same_form_twice_is_one_request(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    values = told(marjan.get(COUNTER))
    for _twice in range(2):
        assert marjan.post(COUNTER, values).status_code == 302
    assert the_request(cast)


def test_what_was_typed_is_there_again_after_the_session_ended(cast: Cast) -> None:
    marjan = as_person(cast.marjan)
    values = told(marjan.get(COUNTER))
    key = marjan.cookies["samenspel_balie"].value
    marjan.logout()
    marjan.cookies["samenspel_balie"] = key
    assert "/account/inloggen/" in marjan.post(COUNTER, values).headers["Location"]
    again = as_person(cast.marjan)
    assert NAME not in again.get(COUNTER).content.decode()
    again.cookies["samenspel_balie"] = key
    page = again.get(COUNTER)
    assert NAME in page.content.decode()
    assert again.post(COUNTER, told(page)).status_code == 302
    assert NAME not in again.get(COUNTER).content.decode()


def test_an_outsider_leaves_nothing_behind(client: Client, cast: Cast) -> None:
    answer = client.post(COUNTER, {"words": "Ik schrijf iets op.", "name": NAME})
    assert answer.status_code == 302
    assert "samenspel_balie" not in client.cookies
    assert as_person(cast.karin).get(COUNTER).status_code == 404
