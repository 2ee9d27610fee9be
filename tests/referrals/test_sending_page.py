"""The page on which a request is given to who can help: reasons, consent per receiver, one act, never twice."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.helprequests.models import HelpRequest
from samenspel.helprequests.rules import Light
from samenspel.lib.formfields import new_mark
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Organisation
from samenspel.people.actions.consent import Given
from samenspel.people.models import Consent
from samenspel.people.rules import AgeBand, ConsentChannel, Giver
from samenspel.referrals.models import Passed, Referral, Word
from samenspel.referrals.rules import State
from tests.cast import Cast, as_person
from tests.directory.making import make_offer
from tests.helprequests.making import a_side, make_request

pytestmark = pytest.mark.django_db


def a_request(cast: Cast, **rest: Any) -> HelpRequest:
    """Truus asks in Meerlinden for somebody who visits her."""
    return make_request(network=cast.meerlinden, **({"kinds": ("social-visiting",)} | rest))


def address(cast: Cast, request: HelpRequest) -> str:
    return reverse("referrals:send", args=[cast.meerlinden.slug, request.pk])


def filled(*to: Organisation, agreed: bool = True, **more: Any) -> dict[str, Any]:
    """The form as the coordinator fills it in after calling."""
    ticks = {f"agrees-{one.pk.hex[-12:]}": "on" for one in to if agreed}
    usual = {"naar": [str(one.pk) for one in to], "channel": "oral", "urgency": "week", "words": "", "once": new_mark()}
    return usual | ticks | more


def sent(cast: Cast) -> list[Referral]:
    with acting_for(cast.meerlinden.pk):
        return list(Referral.objects.select_related("receiver").order_by("rank"))


@pytest.fixture
def marjan(cast: Cast) -> Client:
    return as_person(cast.marjan)


def test_an_offer_that_fits_is_suggested_with_its_reasons_and_without_a_name(cast: Cast, marjan: Client) -> None:
    make_offer(cast.huisvriend, name="Bezoek op dinsdag", days=["tue"])
    request = a_request(cast, person=a_side(words="Ik ben veel alleen."))
    with acting_for(cast.meerlinden.pk):
        HelpRequest.objects.update(wish_days=["tue"])
    page = marjan.get(address(cast, request)).content.decode()
    assert "Bezoek op dinsdag" in page
    assert "op dinsdag" in page
    assert "Truus" not in page
    assert "veel alleen" not in page


def test_without_the_persons_yes_nothing_is_sent_and_nothing_typed_is_lost(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    page = marjan.post(address(cast, request), filled(cast.huisvriend, agreed=False, words="Graag in de ochtend."))
    assert "mag Stichting Huisvriend niet weten wie het is" in page.content.decode()
    assert "Graag in de ochtend." in page.content.decode()
    assert sent(cast) == []


def test_a_yes_by_phone_is_kept_with_text_channel_and_who_asked(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    marjan.post(address(cast, request), filled(cast.huisvriend, words="Graag in de ochtend."))
    (referral,) = sent(cast)
    assert (referral.receiver, referral.state, referral.urgency) == (cast.huisvriend, State.SENT.value, "week")
    with acting_for(cast.meerlinden.pk):
        consent = Consent.objects.get(organisation=cast.huisvriend)
        assert (consent.channel, consent.given_by, consent.asked_by) == ("oral", "self", cast.marjan.pk)
        assert Word.objects.get().text == "Graag in de ochtend."


def test_a_second_press_gives_one_referral_and_another_form_is_told(cast: Cast, marjan: Client) -> None:
    request, form = a_request(cast), filled(cast.huisvriend)
    assert [marjan.post(address(cast, request), form).status_code for _press in range(2)] == [302, 302]
    again = marjan.post(address(cast, request), filled(cast.huisvriend))
    assert again.status_code == 409
    assert "heeft deze vraag al" in again.content.decode()
    assert len(sent(cast)) == 1


def test_several_in_order_and_the_words_go_along_with_each(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    marjan.post(address(cast, request), filled(cast.huisvriend, cast.welzijn, words="Zij houdt van wandelen."))
    first, second = sent(cast)
    assert (first.receiver, first.state) == (cast.huisvriend, State.SENT.value)
    assert (second.receiver, second.state) == (cast.welzijn, State.PLANNED.value)
    with acting_for(cast.welzijn.pk):
        assert Word.objects.get().text == "Zij houdt van wandelen."


@pytest.mark.parametrize(
    ("button", "order"),
    [("kies", ["huisvriend", "welzijn"]), ("weg", []), ("eerder", ["huisvriend"])],
)
def test_choosing_another_keeps_what_was_typed(cast: Cast, marjan: Client, button: str, order: list[str]) -> None:
    request = a_request(cast)
    pressed = {button: str(cast.welzijn.pk if button == "kies" else cast.huisvriend.pk)}
    page = marjan.post(address(cast, request), filled(cast.huisvriend, words="Graag in de ochtend.") | pressed)
    chosen = [one.organisation for one in page.context["desk"].choices]
    assert chosen == [getattr(cast, name) for name in order]
    assert not order or "Graag in de ochtend." in page.content.decode()
    assert sent(cast) == []


@pytest.mark.parametrize(
    "words", ["Truus is blij.", "Mevrouw de Wit is blij.", "Bel 06 1234 5678.", "truus@voorbeeld.test"]
)
def test_a_name_or_number_in_the_words_is_pointed_out_first(cast: Cast, marjan: Client, words: str) -> None:
    request = a_request(cast)
    page = marjan.post(address(cast, request), filled(cast.huisvriend, words=words))
    assert "naam of nummer" in page.content.decode()
    assert sent(cast) == []
    marjan.post(address(cast, request), filled(cast.huisvriend, words=words, no_names="on"))
    assert len(sent(cast)) == 1


def test_beyond_the_limits_volunteers_need_a_professional_who_was_consulted(cast: Cast, marjan: Client) -> None:
    make_offer(cast.huisvriend, name="Bezoek aan huis")
    request = a_request(cast)
    with acting_for(cast.meerlinden.pk):
        HelpRequest.objects.update(light=Light.RED.value)
    desk = marjan.get(address(cast, request)).context["desk"]
    assert [one.organisation for one in desk.suggested.apart] == [cast.huisvriend]
    marjan.post(address(cast, request), filled(cast.huisvriend))
    assert sent(cast) == []
    talked: dict[str, Any] = {
        f"talked-{cast.huisvriend.pk.hex[-12:]}": "on",
        "consulted": "J. Visser, wijkverpleegkundige",
    }
    marjan.post(address(cast, request), filled(cast.huisvriend, **talked))
    with acting_for(cast.meerlinden.pk):
        assert Word.objects.get().text == "Overlegd met J. Visser, wijkverpleegkundige."


def test_for_a_child_a_parent_says_yes(cast: Cast, marjan: Client) -> None:
    by_parent = Given(by=Giver.PARENT, channel=ConsentChannel.ONLINE)
    request = a_request(cast, person=replace(a_side("Sem de Wit", band=AgeBand.CHILD), agreed=by_parent))
    page = marjan.get(address(cast, request), {"naar": str(cast.huisvriend.pk)})
    assert "Een ouder of voogd zegt voor het kind" in page.content.decode()
    marjan.post(address(cast, request), filled(cast.huisvriend))
    with acting_for(cast.meerlinden.pk):
        assert Consent.objects.get(organisation=cast.huisvriend).given_by == "parent"


def test_when_only_the_carer_agreed_it_is_blocked_with_the_way_out(cast: Cast, marjan: Client) -> None:
    request = a_request(cast, person=a_side(agreed=False), carer=a_side("Els Bos", words="Moeder is veel alleen."))
    page = marjan.post(address(cast, request), filled(cast.huisvriend))
    assert "De persoon zelf zei nog niet dat u dit mag regelen" in page.content.decode()
    assert sent(cast) == []


def test_danger_in_the_story_comes_before_everything(cast: Cast, marjan: Client) -> None:
    request = a_request(cast, person=a_side(words="Hij slaat mij en ik ben bang thuis."))
    page = marjan.get(address(cast, request)).content.decode()
    assert page.index("tel:112") < page.index("<h1")


def test_taking_back_by_the_undo_takes_back_the_whole_order(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    page = marjan.post(address(cast, request), filled(cast.huisvriend, cast.welzijn), follow=True)
    undo = reverse("referrals:network_withdraw", args=[cast.meerlinden.slug, sent(cast)[0].pk])
    assert f"{undo}?alles=1" in page.content.decode()
    marjan.post(f"{undo}?alles=1")
    assert {one.state for one in sent(cast)} == {State.WITHDRAWN.value}


def test_somebody_says_yes_and_what_stood_ready_goes_nowhere(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    marjan.post(address(cast, request), filled(cast.huisvriend, cast.welzijn))
    accept(cast.henk, cast.huisvriend, sent(cast)[0].pk)
    assert [one.state for one in sent(cast)] == [State.ACCEPTED.value, State.WITHDRAWN.value]


def accept(user: Any, organisation: Organisation, pk: UUID) -> None:
    page = reverse("referrals:referral", args=[organisation.slug, pk])
    as_person(user).post(page, {"do": "accept"})


def test_a_volunteer_asks_a_professional_and_all_of_it_is_one_path(cast: Cast, marjan: Client) -> None:
    request = a_request(cast, organisation=cast.practice)
    marjan.post(address(cast, request), filled(cast.huisvriend))
    accept(cast.henk, cast.huisvriend, sent(cast)[0].pk)
    henk, first = as_person(cast.henk), sent(cast)[0]
    where = [cast.huisvriend.slug, first.pk]
    asking = henk.post(reverse("referrals:escalate", args=where), follow=True)
    assert "Huisartsenpraktijk De Linde" in asking.content.decode()  # no consent yet, so it is asked first
    henk.post(reverse("referrals:onward", args=where) + "?omhoog=1", filled(cast.practice))
    up = next(one for one in sent(cast) if one.receiver == cast.practice)
    assert (up.is_escalation, up.parent_id, up.sender_id) == (True, first.pk, cast.huisvriend.pk)
    accept(cast.samira, cast.practice, up.pk)
    page = marjan.get(reverse("referrals:request_path", args=[cast.meerlinden.slug, request.pk])).content.decode()
    assert page.index("Stichting Huisvriend") < page.index("Huisartsenpraktijk De Linde")
    assert "Truus" not in page


def test_escalating_to_who_may_know_already_is_one_press(cast: Cast, marjan: Client) -> None:
    request = a_request(cast, organisation=cast.practice, share_with=(cast.practice,))
    marjan.post(address(cast, request), filled(cast.huisvriend))
    accept(cast.henk, cast.huisvriend, sent(cast)[0].pk)
    henk, where = as_person(cast.henk), reverse("referrals:escalate", args=[cast.huisvriend.slug, sent(cast)[0].pk])
    for _press in range(2):
        henk.post(where)
    assert [one.is_escalation for one in sent(cast) if one.receiver == cast.practice] == [True]


def test_passing_on_needs_the_yes_of_the_person_or_asks_for_it(cast: Cast, marjan: Client) -> None:
    request = a_request(cast, share_with=(cast.nursing,))
    marjan.post(address(cast, request), filled(cast.huisvriend))
    first = sent(cast)[0]
    henk, onward = as_person(cast.henk), reverse("referrals:onward", args=[cast.huisvriend.slug, first.pk])
    blocked = henk.get(onward, {"naar": str(cast.welzijn.pk)}).content.decode()
    assert "De persoon zei nog geen ja tegen Welzijn Meerlinden" in blocked
    henk.post(onward, {"naar": str(cast.welzijn.pk), "vraag": "1"})
    assert sent(cast)[0].state == State.ASKED.value
    henk.post(onward, {"naar": str(cast.nursing.pk), "words": "", "once": new_mark()})
    states = {one.receiver: one.state for one in sent(cast)}
    assert states == {cast.huisvriend: State.PASSED_ON.value, cast.nursing: State.SENT.value}


def test_a_partner_without_an_offer_is_found_by_name(cast: Cast, marjan: Client) -> None:
    page = marjan.get(address(cast, a_request(cast)), {"wie": "verpleg"})
    assert [one.organisation for one in page.context["desk"].partners] == [cast.nursing]


@pytest.mark.parametrize("keys", [["onzin"], ["00000000-0000-0000-0000-000000000000"], []])
def test_choosing_nobody_is_told_and_never_an_error(cast: Cast, marjan: Client, keys: list[str]) -> None:
    page = marjan.post(address(cast, a_request(cast)), {"naar": keys})
    assert "Kies eerst een organisatie" in page.content.decode()


def test_the_outbox_tells_whose_turn_it_is_and_the_file_holds_no_name(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    marjan.post(address(cast, request), filled(cast.huisvriend))
    page = marjan.get(reverse("referrals:network_outbox", args=[cast.meerlinden.slug])).content.decode()
    assert "Stichting Huisvriend is aan zet" in page
    assert "Truus" not in page
    file = marjan.get(reverse("referrals:network_outbox_file", args=[cast.meerlinden.slug]))
    assert file.status_code == 200
    assert "Truus" not in file.content.decode("latin-1")


def test_an_organisation_sees_what_it_sent_and_not_what_others_sent(cast: Cast, marjan: Client) -> None:
    marjan.post(address(cast, a_request(cast)), filled(cast.huisvriend))
    page = as_person(cast.henk).get(reverse("referrals:outbox", args=[cast.huisvriend.slug])).content.decode()
    assert "U hebt nog niets verstuurd" in page


def test_a_closed_request_is_not_sent(cast: Cast, marjan: Client) -> None:
    request = a_request(cast)
    with acting_for(cast.meerlinden.pk):
        HelpRequest.objects.update(state="closed", outcome="helped", closed_at=request.asked_at)
    page = marjan.post(address(cast, request), filled(cast.huisvriend))
    assert "Deze vraag is afgesloten" in page.content.decode()
    with acting_for(cast.meerlinden.pk):
        assert not Passed.objects.exists()
