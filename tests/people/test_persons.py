"""Writing somebody down, finding them again, carers, and merging that can be taken back."""

from datetime import date

import pytest
from django.db import connection

from samenspel.lib.scope import acting_for
from samenspel.networks.models import Network
from samenspel.people import queries, words
from samenspel.people.actions import persons
from samenspel.people.actions.persons import Details, NotTwoPersons
from samenspel.people.models import Bond, Person
from samenspel.people.rules import AgeBand, Likeness, Purpose, Relation
from tests.factories import make_network, make_organisation, make_user
from tests.people.making import agree, make_person

pytestmark = pytest.mark.django_db


def at_the_door(network: Network, **details: object) -> Person:
    person = make_person(network=network, **details)  # type: ignore[arg-type]
    agree(person, to=network, purpose=Purpose.HANDLE)
    return person


def test_the_database_holds_neither_name_nor_number() -> None:
    network = make_network()
    person = at_the_door(network, name="Truus de Wit", phone="06 12 34 56 78", born_on=date(1946, 3, 1))
    with acting_for(person.pk), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(p)::text FROM people_person p")
        row = cursor.fetchone()[0].replace(str(person.pk), "")
    assert not [plain for plain in ("Truus", "12 34 56", "0612345678", "1946-03") if plain in row]
    assert person.age_band == AgeBand.OLDEST.value


def test_the_same_person_is_found_again_by_phone_mail_or_birth_date() -> None:
    network = make_network()
    born = date(1950, 5, 5)
    first = at_the_door(network, name="Truus de Wit", born_on=born, phone="06 12345678")
    again = at_the_door(network, name="TRUUS de Wit", born_on=born, phone="+31612345678")
    house = at_the_door(network, name="Kees de Wit", phone="0612345678")
    at_the_door(network, name="Truus de Wit", phone="0611111111")
    with acting_for(network.pk):
        found = [(one.person.pk, one.how_sure) for one in queries.alike(again)]
    assert found == [(first.pk, Likeness.SURE), (house.pk, Likeness.POSSIBLE)]


def test_another_network_does_not_learn_that_somebody_is_known_elsewhere() -> None:
    here, there = make_network(), make_network()
    at_the_door(there, phone="0612345678")
    person = at_the_door(here, phone="0612345678")
    with acting_for(here.pk):
        assert queries.alike(person) == []


def test_a_merge_is_a_choice_that_can_be_taken_back() -> None:
    network, coordinator = make_network(), make_user()
    kept, gone = (at_the_door(network, phone="0612345678") for _ in range(2))
    with acting_for(network.pk):
        persons.merge(gone=gone, kept=kept, by=coordinator.pk)
        assert queries.alike(kept) == []
        with pytest.raises(NotTwoPersons):
            persons.merge(gone=gone, kept=kept, by=coordinator.pk)
        persons.part(person=gone, by=coordinator.pk)
        assert [one.person.pk for one in queries.alike(kept)] == [gone.pk]


def test_nobody_is_merged_with_themselves() -> None:
    person = make_person(network=make_network())
    with acting_for(person.pk), pytest.raises(NotTwoPersons):
        persons.merge(gone=person, kept=person, by=make_user().pk)


def test_a_carer_and_a_mother_are_two_persons_with_one_bond() -> None:
    network = make_network()
    mother, daughter = make_person(network=network), make_person(network=network, name="Anja de Wit")
    with acting_for(mother.pk, daughter.pk):
        for _twice in range(2):
            persons.tie(carer=daughter, cared_for=mother, relation=Relation.CHILD, by=None)
        assert Bond.objects.count() == 1
    organisation = make_organisation(network=network)
    agree(daughter, to=organisation)
    with acting_for(organisation.pk):
        assert [person.name for person in Person.objects.all()] == ["Anja de Wit"]


def test_correcting_changes_what_the_person_is_found_by() -> None:
    network = make_network()
    person = at_the_door(network, phone="0612345678")
    before = person.phone_key
    with acting_for(network.pk):
        persons.correct(person=person, details=Details(name="Truus", phone="0699999999"), by=None)
        found = Person.objects.get(pk=person.pk)
    assert (found.name, found.phone) == ("Truus", "0699999999")
    assert found.phone_key not in {"", before}


def test_asking_to_be_forgotten_is_noted_once() -> None:
    person = make_person(network=make_network())
    with acting_for(person.pk):
        persons.ask_to_delete(person=person, by=None)
        first = person.delete_asked_at
        persons.ask_to_delete(person=person, by=None)
    assert first
    assert person.delete_asked_at == first


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_purpose_has_words_with_the_receiver_in_them(purpose: Purpose) -> None:
    assert "Humanitas" in words.consent_text(purpose, receiver="Humanitas")
