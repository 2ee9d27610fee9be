"""A simulated year is as the actions would have written it: the same checks as of random steps hold for it."""

from io import StringIO
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from samenspel.accounts import roles
from samenspel.audit.models import Entry
from samenspel.helprequests.models import HelpRequest, Involved, Story
from samenspel.helprequests.rules import STEPS, RequestState
from samenspel.journal.models import Event
from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network, Organisation
from samenspel.networks.rules import OrganisationKind
from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import Purpose
from samenspel.referrals.models import Passed, Referral
from samenspel.referrals.rules import FINAL, WAYS, Side, State, Step, turn
from samenspel.referrals.simulating.year import Wish, simulate
from tests.directory.making import make_offer
from tests.factories import give_role, make_network, make_organisation, make_user

pytestmark = pytest.mark.django_db
KNOWS = {State.ACCEPTED, State.STARTED, State.ENDED}
KINDS = ("social-visiting", "transport", "respite-at-home", "home-paperwork", "groceries-and-meals", "odd-jobs")
STATE_OF_VERB = {
    "taken": RequestState.TAKEN, "came_back": RequestState.TAKEN, "parked": RequestState.PARKED,
    "referred": RequestState.REFERRED, "helped": RequestState.HELPED, "closed": RequestState.CLOSED,
}  # fmt: skip


@pytest.fixture
def network() -> Network:
    """A network with a coordinator and some organisations that offer what is asked for most."""
    network = make_network()
    give_role(make_user(), roles.NETWORK_COORDINATOR, network=network)
    for number in range(6):
        kind = OrganisationKind.CARE_PROVIDER if number % 2 else OrganisationKind.VOLUNTEER_CARE
        organisation = make_organisation(network=network, kind=kind)
        for code in (*KINDS, "social-work"):
            make_offer(organisation=organisation, kinds=[code])
    return network


def make_year(network: Network, *, requests: int = 60, seed: int = 1) -> None:
    simulate(network, Wish(months=8, requests=requests, seed=seed), until=clock.now())


def reads(reader: Organisation) -> set[UUID]:
    with acting_for(reader.pk):
        return set(Person.objects.values_list("pk", flat=True))


def allowed(network: Network, reader: Organisation) -> set[UUID]:
    """Whom this organisation may read by the states of its referrals and by what people agreed to."""
    with acting_for(network.pk):
        working = Referral.objects.filter(receiver=reader, state__in=KNOWS).values("request")
        both = HelpRequest.objects.filter(pk__in=working).values_list("person_id", "carer_id")
        people = {one for pair in both for one in pair if one}
        agreed = Consent.objects.filter(organisation=reader, purpose=Purpose.SHARE.value, withdrawn_at=None)
        return people & set(agreed.values_list("person_id", flat=True))


def test_who_may_read_follows_from_state_and_consent(network: Network) -> None:
    make_year(network)
    organisations = list(Organisation.objects.filter(partnerships__network=network))
    assert any(reads(one) for one in organisations)
    assert all(reads(one) == allowed(network, one) for one in organisations)


def test_path_journal_and_state_agree(network: Network) -> None:
    make_year(network)
    with acting_for(network.pk):
        for one in Referral.objects.all():
            path = list(Passed.objects.filter(referral=one).values_list("step", "state"))
            told = list(Event.objects.filter(step_id=one.pk))
            assert len(path) == len(told)
            assert (path or [("", State.PLANNED.value)])[-1][1] == one.state
            assert (turn(State(one.state)) == Side.NOBODY) == (State(one.state) in FINAL)


def test_no_step_outside_the_table(network: Network) -> None:
    make_year(network)
    with acting_for(network.pk):
        for one in Referral.objects.all():
            state = State.PLANNED
            for step, after in Passed.objects.filter(referral=one).values_list("step", "state"):
                assert state in WAYS[Step(step)].begins
                assert WAYS[Step(step)].to == after
                state = State(after)


def test_requests_move_by_their_table(network: Network) -> None:
    make_year(network)
    with acting_for(network.pk):
        for request in HelpRequest.objects.all():
            state = RequestState.NEW
            for what in Event.objects.filter(thread_id=request.pk).values_list("what", flat=True):
                if what.startswith("request.") and (to := STATE_OF_VERB.get(what.split(".")[1])):
                    assert to in STEPS[state]
                    state = to
            assert state == request.state


def test_a_year_has_everything_in_it(network: Network) -> None:
    make_year(network, requests=150)
    with acting_for(network.pk):
        states = set(Referral.objects.values_list("state", flat=True))
        assert {"reported", "declined", "expired", "withdrawn", "started"} <= states
        assert {"closed", "helped", "referred"} <= set(HelpRequest.objects.values_list("state", flat=True))
        assert HelpRequest.objects.exclude(carer=None).exists()
        assert Referral.objects.exclude(sender=None).exists()
        assert not Event.objects.filter(at__gt=clock.now()).exists()


def test_the_front_door_reads_whom_it_works_for(network: Network) -> None:
    make_year(network)
    with acting_for(network.pk):
        agreed = Consent.objects.filter(network=network, purpose=Purpose.HANDLE.value).values_list(
            "person_id", flat=True
        )
        assert set(Person.objects.values_list("pk", flat=True)) == set(agreed)
        assert Involved.objects.filter(reader_id=network.pk).count() == HelpRequest.objects.count()
        assert Story.objects.exists()
        assert not Reading.objects.filter(ended_at=None, consent__withdrawn_at__isnull=False).exists()


def story(network: Network) -> list[tuple[object, ...]]:
    with acting_for(network.pk):
        return list(Event.objects.order_by("at", "what").values_list("what", "kinds", "detail"))


def test_the_same_seed_tells_the_same_story(network: Network) -> None:
    until = clock.now()
    wish = Wish(months=3, requests=20, seed=7)
    simulate(network, wish, until=until)
    first = story(network)
    simulate(network, wish, until=until)
    assert sorted(first * 2, key=str) == sorted(story(network), key=str)


def test_the_log_has_one_line_of_now(network: Network) -> None:
    make_year(network, requests=3)
    assert Entry.objects.filter(event="referrals.year.simulated", detail="requests=3").count() == 1


def run(network: str, *more: str) -> str:
    out = StringIO()
    call_command("simulate", "--network", network, "--requests", "5", "--months", "2", *more, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_made(network: Network) -> None:
    assert "5 hulpvragen" in run(network.slug)


def test_the_command_keeps_off_real_requests(network: Network, settings: LazySettings) -> None:
    settings.DEMO = False
    run(network.slug)
    with pytest.raises(CommandError, match="--yes"):
        run(network.slug)
    assert "5 hulpvragen" in run(network.slug, "--yes")


def test_the_command_needs_a_network_with_people() -> None:
    with pytest.raises(CommandError, match="geen netwerk"):
        run("bestaat-niet")
    empty = make_network()
    with pytest.raises(CommandError, match="geen organisaties"):
        run(empty.slug)
    make_organisation(network=empty)
    with pytest.raises(CommandError, match="niemand"):
        run(empty.slug)
