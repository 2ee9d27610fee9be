"""The second lock: without a scope the database itself shows nothing of a care table."""

import pytest
from django.db import DatabaseError, connection, connections, transaction

from samenspel.config.database import Addresses
from samenspel.lib import clock, ids
from samenspel.lib.rowlock import locked_models
from samenspel.lib.scope import acting_for, set_scope
from samenspel.networks.models import JoinRequest, Message, Network


def rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return int(cursor.fetchone()[0])


def a_message() -> Message:
    network = Network.objects.create(slug="meerlinden", name="Meerlinden")
    return Message.objects.create(network=network, sender_name="Truus", text="Mijn moeder is veel alleen.")


@pytest.mark.django_db
def test_the_application_owns_nothing_and_cannot_pass_by_the_lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("samenspel_app", False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'samenspel_app'")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_without_scope_every_locked_table_is_empty_for_raw_sql() -> None:
    message = a_message()
    assert message.network_id
    for model, _lock in locked_models():
        assert rows(model._meta.db_table) == 0
    with acting_for(message.network_id):
        assert rows("networks_message") == 1


@pytest.mark.django_db
def test_every_declared_lock_is_on_in_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
        locked = {row[0] for row in cursor.fetchall()}
    assert locked == {model._meta.db_table for model, _lock in locked_models()}


@pytest.mark.django_db
def test_another_network_sees_and_changes_nothing() -> None:
    message = a_message()
    with acting_for(ids.new_id()):
        assert Message.objects.count() == 0
        assert Message.objects.filter(pk=message.pk).update(state="closed") == 0
        assert Message.objects.filter(pk=message.pk).delete()[0] == 0


@pytest.mark.django_db
def test_a_row_cannot_be_handed_to_somebody_outside_the_scope() -> None:
    message = a_message()
    other = Network.objects.create(slug="ander", name="Ander")
    assert message.network_id
    with acting_for(message.network_id), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(network=other)


@pytest.mark.django_db
def test_the_scope_ends_with_the_block_and_needs_a_transaction() -> None:
    message = a_message()
    assert message.network_id
    with acting_for(message.network_id):
        assert rows("networks_message") == 1
    assert rows("networks_message") == 0


def test_outside_a_transaction_there_is_no_scope_to_set(committed_db: Addresses) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        set_scope([ids.new_id()])


@pytest.mark.django_db
def test_the_owner_alone_sees_past_the_lock() -> None:
    assert connections["owner"].settings_dict["USER"] == "samenspel_owner"


@pytest.mark.django_db
def test_the_public_adds_only_what_is_at_its_beginning() -> None:
    network = Network.objects.create(slug="meerlinden", name="Meerlinden")
    asked = {
        "network": network,
        "name": "De Brug",
        "kind": "welfare",
        "contact_name": "Kees",
        "contact_email": "k@b.nl",
    }
    decided = {"state": "admitted", "decided_at": clock.now(), "decided_by": ids.new_id()}
    JoinRequest.objects.create(**asked)
    Message.objects.create(network=network, sender_name="Truus", text="Mag ik wat vragen?")
    for wrong in (
        JoinRequest(**asked, **decided),
        JoinRequest(**asked, reason="Van harte welkom."),
        Message(network=network, sender_name="Truus", text="Dank u.", state="answered"),
        Message(network=network, sender_name="Truus", text="Dank u.", taken_by=ids.new_id()),
    ):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            wrong.save(force_insert=True)
