"""Taking up, clarifying, parking and closing; each step from where it may begin, and never silently."""

from datetime import timedelta

import pytest

from samenspel.audit.models import Entry
from samenspel.helprequests.actions import working
from samenspel.helprequests.actions.working import Clarified, ClosedSilently, ParkedInThePast, StepNotPossible
from samenspel.helprequests.models import HelpRequest, Note
from samenspel.helprequests.rules import Answered, Complexity, Light, Outcome, RequestState, StopQuestion, Urgency
from samenspel.journal.models import Event
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.people.models import Person
from tests.factories import make_network, make_user
from tests.helprequests.making import make_request

pytestmark = pytest.mark.django_db


def test_of_two_who_take_at_once_the_second_is_told() -> None:
    network, one, other = make_network(), make_user(), make_user()
    request = make_request(network=network)
    with acting_for(network.pk):
        same = HelpRequest.objects.get(pk=request.pk)
        working.take(request=request, by=one.pk)
        with pytest.raises(StepNotPossible):
            working.take(request=same, by=other.pk)
        assert HelpRequest.objects.get().taken_by == one.pk


def test_parking_is_until_a_day_to_come() -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    with acting_for(network.pk):
        with pytest.raises(ParkedInThePast):
            working.park(request=request, until=clock.today(), by=by)
        working.park(request=request, until=clock.today() + timedelta(days=7), by=by)
        working.take(request=request, by=by)
        assert HelpRequest.objects.get().parked_until is None


def test_clarifying_keeps_what_it_is_and_how_complex() -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    found = Clarified(kinds=("respite-care",), urgency=Urgency.WEEK, complexity=(Complexity.MEMORY, Complexity.MONEY))
    with acting_for(network.pk):
        working.clarify(request=request, found=found, by=by)
        assert Event.objects.get(what="request.clarified").detail == "complexity_2"
        assert HelpRequest.objects.get().urgency == Urgency.WEEK.value


def test_the_outcome_of_the_decision_aid_is_kept_with_the_version_of_its_rules() -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    answers = dict.fromkeys(StopQuestion, Answered.NO) | {StopQuestion.MEDICATION: Answered.YES}
    with acting_for(network.pk):
        assert working.check_limits(request=request, answers=answers, by=by).light == Light.RED
        kept = HelpRequest.objects.get()
    assert (kept.light, kept.limits["because"]) == (Light.RED.value, ["medication"])
    assert kept.limits["version"].startswith("L27")


@pytest.mark.parametrize("outcome", [Outcome.NOBODY, Outcome.ELSEWHERE])
def test_nobody_can_help_is_told_in_words(outcome: Outcome) -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    with acting_for(network.pk):
        with pytest.raises(ClosedSilently):
            working.close(request=request, outcome=outcome, by=by, words="  ")
        working.close(request=request, outcome=outcome, by=by, words="Wij hebben niemand gevonden die dit kan doen.")
        assert Note.objects.get().about_id == request.person_id
        assert Event.objects.get(what="request.closed").detail == outcome.value


def test_retention_counts_from_the_last_closed_request_and_not_after_reopening() -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    with acting_for(network.pk):
        working.close(request=request, outcome=Outcome.HELPED, by=by)
        assert Person.objects.get().closed_at == request.closed_at
        with pytest.raises(StepNotPossible):
            working.close(request=request, outcome=Outcome.HELPED, by=by)
        working.reopen(request=request, by=by)
        assert Person.objects.get().closed_at is None
        assert HelpRequest.objects.get().state == RequestState.TAKEN.value


def test_each_step_is_one_line_in_the_log_and_one_in_the_journal() -> None:
    network, by = make_network(), make_user().pk
    request = make_request(network=network)
    with acting_for(network.pk):
        working.take(request=request, by=by)
        working.hand_back(request=request, by=by)
        logged = Entry.objects.filter(object_id=request.pk).values_list("event", flat=True)
        told = Event.objects.values_list("what", flat=True)
        assert [event.removeprefix("helprequests.") for event in logged] == list(told)
