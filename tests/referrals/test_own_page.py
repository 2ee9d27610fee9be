"""What stands on somebody's own page, what they change there, and that it is only theirs."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.audit.models import Entry
from samenspel.helprequests.models import HelpRequest, Involved, Story
from samenspel.helprequests.rules import RequestState
from samenspel.lib.scope import acting_for
from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import Relation
from samenspel.referrals.actions import answering
from samenspel.referrals.models import Referral
from samenspel.referrals.rules import Because, Ending, State
from tests.factories import make_network, make_organisation
from tests.helprequests.making import a_side, make_request
from tests.referrals.making import Loop, make_loop, send
from tests.referrals.own_page import Own, closed_page, open_page

pytestmark = pytest.mark.django_db


def person_of(loop: Loop) -> Person:
    return Person(id=loop.request.person_id, network=loop.network)


def accepted(loop: Loop) -> Referral:
    (referral, *_rest) = send(loop, to=len(loop.receivers))
    with acting_for(loop.receivers[0].pk):
        answering.accept(referral=referral, by=loop.receiver)
    return referral


def stop(own: Own, receiver: object) -> None:
    assert own.send("mine_stop", receiver=str(receiver)).status_code == 302


def mother_and_daughter() -> HelpRequest:
    """The daughter asks for her mother; both told something and both agreed."""
    return make_request(
        network=make_network(),
        person=a_side("Truus", words="Ik wil niet tot last zijn."),
        carer=a_side("Anja", words="Ik houd het niet meer vol."),
        relation=Relation.CHILD,
    )


def test_the_path_is_told_in_plain_words() -> None:
    loop = make_loop()
    referral = accepted(loop)
    with acting_for(loop.receivers[0].pk):
        answering.start(referral=referral, by=loop.receiver)
    page = open_page(person_of(loop)).page()
    name = loop.receivers[0].name
    assert page.index(f"Wij vroegen om hulp bij {name}") < page.index(f"{name} wil helpen") < page.index("is begonnen")
    assert "Er is hulp." in page
    assert "Ik ben veel alleen." in page


def test_a_no_is_told_with_a_reason_of_theirs_and_never_one_about_the_person() -> None:
    for because, shown in ((Because.NO_ROOM, True), (Because.PERSON_REFUSES, False)):
        loop = make_loop()
        (referral,) = send(loop)
        with acting_for(loop.receivers[0].pk):
            answering.decline(referral=referral, because=because, by=loop.receiver)
        page = open_page(person_of(loop)).page()
        assert "kan nu niet helpen" in page
        assert ("Er is nu geen plek." in page) is shown


def test_mother_and_daughter_never_read_what_the_other_told() -> None:
    request = mother_and_daughter()
    assert request.carer_id
    mother, daughter = (
        open_page(Person(id=one, network=request.network)) for one in (request.person_id, request.carer_id)
    )
    for own, theirs, others in (
        (mother, "Ik wil niet tot last zijn.", "Ik houd het niet meer vol."),
        (daughter, "Ik houd het niet meer vol.", "Ik wil niet tot last zijn."),
    ):
        for name in ("mine", "mine_paper", "mine_file"):
            page = own.page(name)
            assert theirs in page, name
            assert others not in page, name
    assert "Anja" not in mother.page() + mother.page("mine_paper")
    assert "Truus" not in daughter.page() + daughter.page("mine_paper")
    assert "Zoon of dochter" in mother.page()


def test_the_daughter_does_not_see_where_her_mother_was_referred() -> None:
    network = make_network()
    organisation = make_organisation(network=network, name="Stichting Stil")
    request = make_request(network=network, person=a_side("Truus"), carer=a_side("Anja"), share_with=(organisation,))
    loop = Loop(network, request, (organisation,), organisation.pk)
    send(loop)
    assert "Stichting Stil" in open_page(person_of(loop)).page()
    assert "Stichting Stil" not in open_page(Person(id=request.carer_id, network=network)).page()


def test_after_stopping_the_organisation_reads_nothing_in_the_same_request() -> None:
    loop = make_loop()
    accepted(loop)
    own, receiver = open_page(person_of(loop)), loop.receivers[0]
    with acting_for(receiver.pk):
        assert Person.objects.exists()
        assert Story.objects.exists()
    stop(own, receiver.pk)
    with acting_for(receiver.pk):
        assert not Person.objects.exists()
        assert not Story.objects.exists()
        assert not HelpRequest.objects.exists()
        assert Referral.objects.get().state == State.WITHDRAWN.value
    with acting_for(loop.network.pk):
        assert HelpRequest.objects.get().state == RequestState.TAKEN.value
        assert Person.objects.exists()
    assert "Leest niets meer van u" in own.page()


def test_stopping_after_the_help_ended_ends_the_work_on_the_question_too() -> None:
    loop = make_loop()
    referral = accepted(loop)
    with acting_for(loop.receivers[0].pk):
        answering.end(referral=referral, ending=Ending.HELPED, by=loop.receiver)
    stop(open_page(person_of(loop)), loop.receivers[0].pk)
    with acting_for(loop.receivers[0].pk):
        assert not Person.objects.exists()
        assert not Involved.objects.filter(ended_at=None).exists()


def test_stopping_with_one_that_stands_ready_does_not_send_it_on() -> None:
    loop = make_loop(receivers=3)
    send(loop, to=3)
    stop(open_page(person_of(loop)), loop.receivers[1].pk)
    with acting_for(loop.network.pk):
        states = dict(Referral.objects.values_list("receiver_id", "state"))
    assert [states[one.pk] for one in loop.receivers] == ["sent", "withdrawn", "planned"]


def test_stopping_with_everything_leaves_nobody_and_closes_the_question() -> None:
    loop = make_loop(receivers=3)
    accepted(loop)
    own = open_page(person_of(loop))
    assert own.send("mine_stop_all").status_code == 302
    with acting_for(loop.network.pk, *(one.pk for one in loop.receivers)):
        assert not Person.objects.exists()
        assert {one.state for one in Referral.objects.all()} == {State.WITHDRAWN.value}
        assert HelpRequest.objects.get().state == RequestState.CLOSED.value
    with acting_for(loop.request.person_id):
        assert not Consent.objects.filter(withdrawn_at=None).exists()
        assert not Reading.objects.filter(ended_at=None).exists()
    assert "Niemand mag nu iets van u lezen." in own.page()


def test_a_daughter_who_stops_does_not_stop_her_mother() -> None:
    request = mother_and_daughter()
    own = open_page(Person(id=request.carer_id, network=request.network))
    own.send("mine_stop_all")
    with acting_for(request.network_id):
        assert [one.name for one in Person.objects.all()] == ["Truus"]
        assert HelpRequest.objects.get().state != RequestState.CLOSED.value


def test_a_question_that_only_the_daughter_agreed_to_closes_when_she_stops() -> None:
    request = make_request(
        network=make_network(), person=a_side("", agreed=False), carer=a_side("Anja", words="Help mijn moeder.")
    )
    open_page(Person(id=request.carer_id, network=request.network)).send("mine_stop_all")
    with acting_for(request.network_id):
        assert HelpRequest.objects.get().state == RequestState.CLOSED.value


@pytest.mark.parametrize("receiver", ["", "x", "0190d3b0-0000-7000-8000-000000000000"])
def test_stopping_with_a_stranger_changes_nothing(receiver: str) -> None:
    loop = make_loop()
    assert open_page(person_of(loop)).send("mine_stop", receiver=receiver).status_code in {302, 404}
    with acting_for(loop.request.person_id):
        assert Consent.objects.filter(withdrawn_at=None).count() == 2


def test_details_are_put_right_and_what_is_not_asked_stays() -> None:
    loop = make_loop()
    own = open_page(person_of(loop))
    values = {"name": "Truus Bos", "phone": "0611111111", "email": "t@voorbeeld.test", "told_by": "email"}
    assert own.send("mine_details", **values).status_code == 302
    with acting_for(loop.request.person_id):
        person = Person.objects.get()
    assert (person.name, person.told_by, person.age_band) == ("Truus Bos", "email", "older")


@pytest.mark.parametrize(("way", "field"), [("email", "email"), ("letter", "address"), ("phone", "phone")])
def test_the_chosen_way_needs_what_it_needs(way: str, field: str) -> None:
    own = open_page(person_of(make_loop()))
    page = own.send("mine_details", name="Truus", told_by=way)
    assert list(page.context["form"].errors) == [field]


def test_a_text_message_is_no_choice_without_a_sender() -> None:
    own = open_page(person_of(make_loop()))
    assert "sms" not in own.page("mine_details").lower()
    assert own.send("mine_details", name="Truus", phone="0611111111", told_by="sms").status_code == 200


def test_asking_to_be_forgotten_is_kept_once() -> None:
    loop = make_loop()
    own = open_page(person_of(loop))
    own.send("mine_forget")
    own.send("mine_forget")
    with acting_for(loop.request.person_id):
        assert Person.objects.get().delete_asked_at
    assert "U vroeg ons uw gegevens te wissen" in own.page()


def test_every_look_is_one_line_and_says_it_was_the_person() -> None:
    loop = make_loop()
    own = open_page(person_of(loop))
    own.page()
    own.page("mine_paper")
    looks = Entry.objects.filter(subject_id=loop.request.person_id, action="R")
    assert {one.event for one in looks} == {"people.page.seen", "people.page.downloaded"}
    assert {one.user_id for one in looks} == {loop.request.person_id}
    assert "U zelf" in own.page()


def test_the_log_names_places_and_never_staff_and_merges_a_day() -> None:
    loop = make_loop()
    referral = accepted(loop)
    with acting_for(loop.receivers[0].pk):
        answering.start(referral=referral, by=loop.receiver)
    own = open_page(person_of(loop))
    for _time in range(3):
        page = own.page("mine_log")
    assert loop.receivers[0].name in page
    assert str(loop.user_id) not in page
    assert page.count("bekeek deze pagina") == 1
    assert "keer" in page


def test_the_file_holds_what_the_paper_holds() -> None:
    own = open_page(person_of(make_loop()))
    answer = own.client.get(own.address("mine_file"))
    values = json.loads(answer.content)
    assert set(values) == {"made_at", "person", "questions", "steps", "between", "agreed", "news", "looks"}
    assert "Truus de Wit" in json.dumps(values["person"], ensure_ascii=False)
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_one_question_and_three_take_the_same_number_of_queries() -> None:
    def queries(receivers: int) -> int:
        loop = make_loop(receivers=receivers)
        accepted(loop)
        own = open_page(person_of(loop))
        own.page()
        with CaptureQueriesContext(
            connection,
        ) as counted:
            own.page()
        return len(counted)

    assert queries(1) == queries(3) <= 45


def test_a_stranger_with_the_link_learns_no_more_than_the_network() -> None:
    loop = make_loop()
    page = closed_page(person_of(loop)).page()
    assert loop.network.name in page
    for private in ("Truus", "0612345678", "alleen.", loop.receivers[0].name):
        assert private not in page
