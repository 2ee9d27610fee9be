"""Asking through three doors: once, with consent, and only for who may read it."""

from uuid import uuid4

import pytest
from django.db import connection

from samenspel.audit.models import Entry
from samenspel.helprequests.actions.asking import NobodyAgreed, ask
from samenspel.helprequests.models import Draft, HelpRequest, Story
from samenspel.helprequests.rules import Channel, Door
from samenspel.journal.models import Event
from samenspel.lib.scope import acting_for
from samenspel.people import queries as people
from samenspel.people.models import Bond, Consent, Person
from samenspel.people.rules import Purpose, Relation
from tests.factories import make_network, make_organisation, make_user
from tests.helprequests.making import a_side, asked, make_request

pytestmark = pytest.mark.django_db


def test_a_resident_asks_and_her_network_can_read_it() -> None:
    network = make_network()
    request = make_request(network=network)
    with acting_for(network.pk):
        found = HelpRequest.objects.get(pk=request.pk)
        assert (found.person.name, found.stories.get().words) == ("Truus de Wit", "Ik ben veel alleen.")
    with acting_for(make_network().pk, make_organisation(network=network).pk):
        assert not HelpRequest.objects.exists()
        assert not Person.objects.exists()
        assert not Story.objects.exists()


def test_the_same_form_sent_twice_is_one_request() -> None:
    network = make_network()
    once = asked(network=network)
    assert ask(once)
    assert ask(once) is None
    with acting_for(network.pk):
        assert HelpRequest.objects.count() == Person.objects.count() == Story.objects.count() == 1


def test_without_anybody_who_agreed_nothing_is_kept() -> None:
    network = make_network()
    with pytest.raises(NobodyAgreed):
        ask(asked(network=network, person=a_side(agreed=False)))
    with acting_for(network.pk):
        assert not HelpRequest.objects.exists()


def test_a_daughter_asks_while_her_mother_has_not_agreed_yet() -> None:
    network = make_network()
    daughter = a_side("Anja de Wit", words="Ik maak me zorgen om mijn moeder.", phone="0611111111")
    mother = a_side("Truus de Wit", agreed=False)
    request = make_request(network=network, person=mother, carer=daughter, relation=Relation.CHILD)
    with acting_for(network.pk):
        assert [person.name for person in Person.objects.all()] == ["Anja de Wit"]
        assert HelpRequest.objects.get().kinds == ["buddy"]
        assert Bond.objects.get().relation == Relation.CHILD.value
        assert Story.objects.get().teller_id == request.carer_id


def test_what_the_daughter_tells_is_not_shown_to_the_mother() -> None:
    network = make_network()
    daughter = a_side("Anja de Wit", words="Het wordt mij te veel.")
    request = make_request(network=network, carer=daughter, relation=Relation.CHILD)
    with acting_for(request.person_id):
        assert [story.words for story in Story.objects.all()] == ["Ik ben veel alleen."]
    assert request.carer_id
    with acting_for(request.carer_id):
        assert [story.words for story in Story.objects.all()] == ["Het wordt mij te veel."]
        assert [person.name for person in Person.objects.all()] == ["Anja de Wit"]


def test_a_professional_asks_for_a_client_and_may_hear_the_end() -> None:
    network = make_network()
    practice, helper = make_organisation(network=network), make_organisation(network=network)
    nurse = make_user()
    request = make_request(
        network=network, door=Door.PROFESSIONAL, organisation=practice, share_with=(helper,), by=nurse.pk
    )
    with acting_for(request.person_id):
        receivers = {(one.purpose, one.receiver_id) for one in Consent.objects.all()}
        assert receivers == {
            (Purpose.HANDLE.value, network.pk),
            (Purpose.SHARE.value, helper.pk),
            (Purpose.REPORT_BACK.value, practice.pk),
        }
    with acting_for(practice.pk, helper.pk):
        assert not Person.objects.exists()


def test_a_coordinator_at_the_counter_leaves_who_and_how() -> None:
    network, coordinator = make_network(), make_user()
    request = make_request(network=network, door=Door.COORDINATOR, channel=Channel.COUNTER, by=coordinator.pk)
    line = Entry.objects.get(event="helprequests.request.asked")
    assert (line.user_id, line.subject_id) == (coordinator.pk, request.person_id)
    assert request.channel == Channel.COUNTER.value


def test_the_journal_has_one_line_without_anything_that_says_who() -> None:
    network = make_network()
    request = make_request(network=network)
    with acting_for(network.pk):
        line = Event.objects.get()
    assert (line.what, line.thread_id, line.kinds, line.detail) == ("request.asked", request.pk, ["buddy"], "resident")


def test_the_draft_goes_when_the_question_is_sent() -> None:
    network, draft_id = make_network(), uuid4()
    with acting_for(draft_id):
        Draft.objects.create(id=draft_id, network=network, typed="{}")
    make_request(network=network, draft_id=draft_id)
    with acting_for(draft_id), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM helprequests_draft")
        assert cursor.fetchone() == (0,)


def test_somebody_who_asks_again_is_seen_to_be_known() -> None:
    network = make_network()
    first, second = make_request(network=network), make_request(network=network)
    with acting_for(network.pk):
        assert [one.person.pk for one in people.alike(second.person)] == [first.person_id]
