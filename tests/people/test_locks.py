"""Nobody reads a person without their consent, and nobody after it was withdrawn: kept by the database."""

import pytest
from django.db import IntegrityError, connection, transaction

from samenspel.audit.models import Entry
from samenspel.lib.scope import acting_for
from samenspel.people import queries
from samenspel.people.actions import consent as consents
from samenspel.people.actions.consent import Given, NoConsent, WrongGiver
from samenspel.people.models import Consent, Person, Reading
from samenspel.people.rules import AgeBand, ConsentChannel, Purpose
from tests.factories import make_network, make_organisation
from tests.people.making import agree, make_person

pytestmark = pytest.mark.django_db
ONLINE = Given(channel=ConsentChannel.ONLINE)


def names() -> list[str]:
    return [person.name for person in Person.objects.all()]


def test_who_was_not_agreed_to_reads_nothing_also_in_raw_sql() -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    make_person(network=network)
    with acting_for(network.pk, organisation.pk), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        assert cursor.fetchone() == (0,)


def test_a_consent_opens_one_person_for_one_receiver() -> None:
    network = make_network()
    one, other = make_organisation(network=network), make_organisation(network=network)
    truus, _jan = make_person(network=network), make_person(network=network, name="Jan Bos")
    agree(truus, to=one)
    with acting_for(one.pk):
        assert names() == ["Truus de Wit"]
    with acting_for(other.pk):
        assert names() == []
    with acting_for(truus.pk):
        assert names() == ["Truus de Wit"]


def test_withdrawing_stops_all_reading_in_the_same_transaction() -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    truus = make_person(network=network)
    consent = agree(truus, to=organisation)
    with acting_for(organisation.pk):
        assert names() == ["Truus de Wit"]
        consents.withdraw(consent=consent, by=None)
        assert names() == []
        assert not Reading.objects.filter(ended_at=None).exists()


def test_a_network_withdrawing_on_the_phone_ends_readings_it_cannot_see() -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    truus = make_person(network=network)
    agree(truus, to=network, purpose=Purpose.HANDLE)
    consent = agree(truus, to=organisation)
    with acting_for(network.pk):
        assert Reading.objects.filter(reader_id=organisation.pk).count() == 0
        consents.withdraw(consent=Consent.objects.get(pk=consent.pk), by=None)
    with acting_for(organisation.pk):
        assert names() == []


def test_no_reading_without_a_consent_of_this_person_to_this_receiver() -> None:
    network = make_network()
    one, other = make_organisation(network=network), make_organisation(network=network)
    truus, jan = make_person(network=network), make_person(network=network, name="Jan Bos")
    consent = agree(truus, to=one)
    for person, reader in ((truus, other), (jan, one)):
        with (
            acting_for(person.pk, reader.pk, one.pk),
            pytest.raises(IntegrityError, match="consent"),
            transaction.atomic(),
        ):
            Reading.objects.create(person=person, reader_id=reader.pk, consent=consent)


def test_after_withdrawal_nobody_begins_or_reopens_reading() -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    truus = make_person(network=network)
    consent = agree(truus, to=organisation)
    with acting_for(truus.pk):
        consents.withdraw(consent=consent, by=None)
        with pytest.raises(NoConsent):
            consents.let_read(consent=consent, by=None)
        with pytest.raises(IntegrityError, match="ended reading"), transaction.atomic():
            Reading.objects.update(ended_at=None)
        with pytest.raises(IntegrityError, match="agreed"), transaction.atomic():
            Consent.objects.update(withdrawn_at=None)


def test_what_was_agreed_to_cannot_be_changed_afterwards() -> None:
    network = make_network()
    consent = agree(make_person(network=network), to=network, purpose=Purpose.HANDLE)
    with acting_for(network.pk), pytest.raises(IntegrityError, match="agreed"), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(text_version="other")


def test_a_child_needs_a_parent_to_agree() -> None:
    network = make_network()
    child = make_person(network=network, band=AgeBand.CHILD)
    with acting_for(child.pk), pytest.raises(WrongGiver):
        consents.give(person=child, purpose=Purpose.HANDLE, to=network, given=ONLINE)


def test_agreeing_twice_is_one_consent_and_each_step_is_one_line_in_the_log() -> None:
    network = make_network()
    truus = make_person(network=network)
    agree(truus, to=network, purpose=Purpose.HANDLE)
    agree(truus, to=network, purpose=Purpose.HANDLE)
    with acting_for(truus.pk):
        assert Consent.objects.count() == Reading.objects.count() == 1
    events = list(Entry.objects.filter(subject_id=truus.pk).values_list("event", flat=True))
    assert events == ["people.person.added", "people.consent.given", "people.reading.began"]


def test_stopping_to_read_leaves_the_consent_and_closes_the_record() -> None:
    network = make_network()
    organisation = make_organisation(network=network)
    truus = make_person(network=network)
    agree(truus, to=organisation)
    with acting_for(organisation.pk):
        consents.stop_reading(person=truus, reader_id=organisation.pk, by=None)
        assert names() == []
    with acting_for(truus.pk):
        assert queries.standing_consent(truus.pk, purpose=Purpose.SHARE, receiver_id=organisation.pk)
        assert [one.ended_at is not None for one in queries.readings_of(truus)] == [True]
