"""What the actions of joining promise, also to two coordinators at the same moment."""

import threading
from uuid import uuid4

import pytest
from django.db import IntegrityError, connections, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from samenspel.lib import clock
from samenspel.lib.scope import acting_for
from samenspel.networks import tasks
from samenspel.networks.actions import joining, partners
from samenspel.networks.emails import joining as emails
from samenspel.networks.models import JoinRequest, Network, Organisation, Partner
from tests.cast import Cast, make_cast
from tests.mailbox import Mailbox
from tests.networks.joining_steps import ask_to_join, checked_at_the_end, requests_of


@pytest.mark.usefixtures("committed_db")
def test_two_coordinators_who_press_at_once_give_one_outcome() -> None:
    cast = make_cast()
    asked = ask_to_join(cast.meerlinden)
    outcomes: list[str] = []
    at_once = threading.Barrier(2)

    def press() -> None:
        try:
            with transaction.atomic(), acting_for(cast.meerlinden.pk):
                mine = JoinRequest.objects.select_related("network").get(pk=asked.pk)
                at_once.wait(10)
                joining.admit(request=mine, by=cast.marjan.pk)
            outcomes.append("admitted")
        except joining.AlreadyDecided:
            outcomes.append("too late")
        finally:
            connections.close_all()

    both = [threading.Thread(target=press) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(20)
    assert sorted(outcomes) == ["admitted", "too late"]
    assert Organisation.objects.filter(name="Buurtkamer Zuid").count() == 1


@pytest.mark.django_db
def test_a_failed_admission_leaves_nothing_behind(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.huisvriend.pk).update(kvk="12345678")
    asked = ask_to_join(cast.oeverland, kvk="12345678")
    with pytest.raises(joining.OrganisationExists), acting_for(cast.oeverland.pk):
        joining.admit(request=asked, by=cast.karin.pk)
    assert requests_of(cast.oeverland)[0].state == "requested"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [{"kind": "club"}, {"kvk": "12"}, {"state": "maybe"}, {"state": "refused"}, {"decided_at": clock.now()}],
    ids=str,
)
def test_the_database_refuses_a_request_that_cannot_be(cast: Cast, wrong: dict[str, object]) -> None:
    asked = ask_to_join(cast.meerlinden)
    with acting_for(cast.meerlinden.pk), pytest.raises(IntegrityError), transaction.atomic():
        JoinRequest.objects.filter(pk=asked.pk).update(**wrong)


@pytest.mark.django_db
def test_leading_goes_from_one_partner_to_another_and_stays_known(cast: Cast) -> None:
    before = Partner.objects.get(network=cast.meerlinden, is_lead=True)
    after = Partner.objects.get(network=cast.meerlinden, organisation=cast.huisvriend)
    partners.let_lead(partner=after, by=cast.marjan.pk)
    before.refresh_from_db()
    assert (before.is_lead, before.lead_until_on, before.ended_on) == (False, clock.today(), None)
    assert list(Partner.objects.filter(network=cast.meerlinden, is_lead=True)) == [after]


@pytest.mark.django_db
def test_the_lead_partner_cannot_stop_and_another_can_and_come_back(cast: Cast) -> None:
    lead = Partner.objects.get(network=cast.meerlinden, is_lead=True)
    with pytest.raises(partners.LeadCannotEnd):
        partners.end(partner=lead, by=cast.marjan.pk)
    other = Partner.objects.get(network=cast.meerlinden, organisation=cast.huisvriend)
    partners.end(partner=other, by=cast.marjan.pk)
    with pytest.raises(partners.NotPresent):
        partners.end(partner=other, by=cast.marjan.pk)
    partners.resume(partner=other, by=cast.marjan.pk)
    with pytest.raises(partners.NotPresent):
        partners.resume(partner=other, by=cast.marjan.pk)
    assert Partner.objects.get(pk=other.pk).ended_on is None


@pytest.mark.django_db
def test_a_partnership_is_not_taken_up_again_beside_a_new_one(cast: Cast) -> None:
    old = Partner.objects.get(network=cast.meerlinden, organisation=cast.huisvriend)
    partners.end(partner=old, by=cast.marjan.pk)
    Partner.objects.create(network=cast.meerlinden, organisation=cast.huisvriend)
    with pytest.raises(partners.NotPresent):
        partners.resume(partner=old, by=cast.marjan.pk)


@pytest.mark.django_db
def test_the_database_keeps_a_lead_partner(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="keeps a lead partner"), checked_at_the_end():
        Partner.objects.filter(network=cast.meerlinden, is_lead=True).update(is_lead=False)
    with pytest.raises(IntegrityError, match="one_lead_partner"), transaction.atomic():
        Partner.objects.filter(network=cast.meerlinden, ended_on=None).update(is_lead=True)


@pytest.mark.usefixtures("committed_db")
def test_the_whole_network_can_go() -> None:
    cast = make_cast()
    cast.meerlinden.delete()
    assert not Partner.objects.filter(network_id=cast.meerlinden.pk).exists()


@pytest.mark.django_db
def test_coordinators_get_one_notice_for_all_requests_without_names(cast: Cast, mailbox: Mailbox) -> None:
    for name in ("De Brug", "Buurtkamer Zuid"):
        apply_to(cast.meerlinden, name=name)
    (job,) = ProcrastinateJob.objects.filter(task_name=emails.NOTICE_TASK)
    tasks.tell_coordinators(network_id=job.args["network_id"])
    (letter,) = mailbox.to("marjan@voorbeeld.test")
    assert "2 aanvragen" in letter.text
    assert "Brug" not in letter.text
    assert mailbox.to("karin@voorbeeld.test") == []


@pytest.mark.django_db
def test_no_notice_to_coordinators_when_nothing_waits_any_more(cast: Cast, mailbox: Mailbox) -> None:
    tasks.tell_coordinators(network_id=str(cast.meerlinden.pk))
    tasks.tell_coordinators(network_id=str(uuid4()))
    assert mailbox.to("marjan@voorbeeld.test") == []


def apply_to(network: Network, *, name: str) -> None:
    """Ask to join as the public form does."""
    application = joining.Application(
        name=name,
        kind="welfare",
        kvk="",
        motivation="Wij horen erbij.",
        contact_name="Kees",
        contact_email="kees@voorbeeld.test",
        contact_phone="",
    )
    joining.ask(network=network, application=application, mark=uuid4(), by=None)
