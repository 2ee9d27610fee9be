"""Real rows: what is due goes, the rest stays, twice is the same, and half a night leaves nothing half-done."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections

from samenspel.audit import queries as log
from samenspel.audit.models import Anchor, Entry
from samenspel.audit.rules import Outcome
from samenspel.config.database import Addresses
from samenspel.lib import clock, ids
from samenspel.lib.scope import acting_for
from samenspel.networks.models import Answer, Message, Network
from samenspel.networks.rules import MessageState
from samenspel.privacy import actions, register, tasks
from samenspel.privacy.models import RetentionRun
from samenspel.privacy.rules import Act
from tests.factories import make_network, make_user

NOW = clock.now()


@pytest.fixture
def network(committed_db: Addresses) -> Network:
    return make_network()


def make_message(network: Network, *, closed_days_ago: int | None = None, sent_days_ago: int = 0) -> Message:
    closed_at = None if closed_days_ago is None else NOW - timedelta(days=closed_days_ago)
    with acting_for(network.pk):
        message = Message.objects.create(
            network=network,
            sender_name="Truus",
            sender_email="truus@voorbeeld.test",
            sender_phone="0300 111 222",
            text="Mijn moeder is veel alleen.",
            state=(MessageState.CLOSED if closed_at else MessageState.NEW).value,
            sent_at=NOW - timedelta(days=sent_days_ago),
            closed_at=closed_at,
        )
        Answer.objects.create(message=message, receiver_id=network.pk, text="Wij bellen u.", by=ids.new_id())
    return message


def left(network: Network) -> set[object]:
    with acting_for(network.pk):
        return set(Message.objects.values_list("pk", flat=True))


def test_messages_past_their_term_go_with_their_answers_and_others_stay(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    make_message(network, sent_days_ago=1096)
    stays = {make_message(network, closed_days_ago=729).pk, make_message(network, sent_days_ago=1094).pk}
    done = actions.apply(now=NOW)
    assert left(network) == stays
    assert ("networks_message", "delete:closed_at+730d", 1) in {(one.table, one.rule, one.count) for one in done}
    with acting_for(network.pk):
        assert Answer.objects.count() == 2


def test_contact_details_are_emptied_before_the_message_goes(network: Network) -> None:
    old, recent = make_message(network, closed_days_ago=181), make_message(network, closed_days_ago=179)
    actions.apply(now=NOW)
    with acting_for(network.pk):
        old, recent = Message.objects.get(pk=old.pk), Message.objects.get(pk=recent.pk)
    assert (old.sender_email, old.sender_phone, old.sender_name) == ("", "", "Truus")
    assert recent.sender_email == "truus@voorbeeld.test"


def test_what_was_done_is_written_down_without_content(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    actions.apply(now=NOW)
    runs = list(RetentionRun.objects.order_by("at").values_list("table", "rule", "count"))
    assert runs == [
        ("networks_message", "empty:sender_email+sender_phone:closed_at+180d", 1),
        ("networks_message", "delete:closed_at+730d", 1),
        ("", "night", 2),
    ]
    line = Entry.objects.get(event="privacy.rows.removed")
    assert (line.object_type, line.detail, line.outcome) == ("networks_message", "rows=1", Outcome.SUCCESS.value)
    assert list(log.check()) == []


def test_twice_changes_nothing_more(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    make_message(network, closed_days_ago=200)
    assert actions.apply(now=NOW) != []
    assert actions.apply(now=NOW) == []
    assert RetentionRun.objects.order_by("at").last().count == 0  # type: ignore[union-attr]


def test_a_rule_that_fails_undoes_only_itself_and_is_named(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    make_message(network, closed_days_ago=800)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;"
            "CREATE TRIGGER fail AFTER DELETE ON networks_message FOR EACH ROW EXECUTE FUNCTION fail()"
        )
    Session.objects.create(session_key="oud", session_data="", expire_date=NOW - timedelta(days=3))
    with pytest.raises(actions.RetentionFailed, match="networks_message"):
        actions.apply(now=NOW)
    assert len(left(network)) == 2
    with acting_for(network.pk):
        assert Answer.objects.count() == 2  # they went first, and came back
    assert not RetentionRun.objects.filter(rule__startswith="delete:closed_at").exists()
    assert not Session.objects.exists()


def test_only_counting_changes_nothing(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    done = actions.apply(now=NOW, only_count=True)
    assert {(one.table, one.count) for one in done} == {("networks_message", 1)}
    assert len(left(network)) == 1
    assert not RetentionRun.objects.exists()


def test_sessions_accounts_and_finished_jobs_go_too(committed_db: Addresses) -> None:
    gone = make_user(name="Weg")
    gone.is_active, gone.last_login = False, NOW - timedelta(days=91)
    gone.save()
    stays = make_user(name="Blijft")
    Session.objects.create(session_key="oud", session_data="", expire_date=NOW - timedelta(days=2))
    Session.objects.create(session_key="nieuw", session_data="", expire_date=NOW + timedelta(hours=2))
    old, new = a_job(days_ago=31), a_job(days_ago=29)
    actions.apply(now=NOW)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["nieuw"]
    assert list(type(stays).objects.values_list("pk", flat=True)) == [stays.pk]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM procrastinate_jobs WHERE id = ANY(%s)", [[old, new]])
        assert cursor.fetchall() == [(new,)]


def a_job(*, days_ago: int) -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, priority) "
            "VALUES ('q', 't', '{}', 'todo', 0) RETURNING id"
        )
        job = int(cursor.fetchone()[0])
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job])
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [job])
        cursor.execute(
            "UPDATE procrastinate_events SET at = %s WHERE job_id = %s", [NOW - timedelta(days=days_ago), job]
        )
        return job


def test_old_lines_of_the_log_are_closed_and_the_chain_holds(committed_db: Addresses) -> None:
    for years in (6, 6, 1):
        Entry.objects.create(event="a.b.c", action="R", outcome="0", at=NOW - timedelta(days=365 * years))
    actions.apply(now=NOW)
    assert Anchor.objects.get().lines == 2
    assert list(log.check()) == []
    assert Entry.objects.filter(event="a.b.c").count() == 1


def test_every_rule_of_the_register_can_be_carried_out(committed_db: Addresses) -> None:
    assert actions.apply(now=NOW) == []
    acts = {rule.act for table in register.current().tables for rule in table.due_rules}
    assert acts == {Act.DELETE, Act.EMPTY, Act.CLOSE_LOG}


def test_without_the_owner_it_refuses_instead_of_doing_nothing(committed_db: Addresses) -> None:
    connections["owner"].close()
    connections["owner"].settings_dict["USER"] = "samenspel_app"
    with pytest.raises(actions.NotTheOwner, match="DATABASE_OWNER_URL"):
        actions.apply(now=NOW)


def test_the_command_tells_and_with_dry_run_only_tells(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    told = io.StringIO()
    call_command("apply_retention", "--dry-run", stdout=told)
    assert "nothing was changed" in told.getvalue()
    call_command("apply_retention", stdout=told)
    assert "2 row(s) done" in told.getvalue()
    assert left(network) == set()


def test_the_command_ends_badly_when_it_could_not_do_its_work(committed_db: Addresses) -> None:
    connections["owner"].close()
    connections["owner"].settings_dict["USER"] = "samenspel_app"
    with pytest.raises(CommandError, match="Not everything"):
        call_command("apply_retention")


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        (datetime(2026, 11, 22, 2, 15, tzinfo=UTC), True),
        (datetime(2026, 11, 22, 1, 15, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 1, 15, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 2, 15, tzinfo=UTC), False),
    ],
)
def test_the_nightly_job_works_at_quarter_past_three_in_summer_and_winter(moment: datetime, right: bool) -> None:  # noqa: FBT001
    assert tasks.is_time(moment) is right


def test_the_nightly_job_does_its_work(network: Network) -> None:
    make_message(network, closed_days_ago=731)
    tasks.tidy_up(timestamp=int(datetime(2026, 11, 22, 1, 15, tzinfo=UTC).timestamp()))
    assert len(left(network)) == 1
    tasks.tidy_up(timestamp=int(datetime(2026, 11, 22, 2, 15, tzinfo=UTC).timestamp()))
    assert left(network) == set()


@pytest.mark.parametrize(("table", "rule"), [("", "delete:x"), ("networks_message", "night")])
def test_a_run_names_its_table(committed_db: Addresses, table: str, rule: str) -> None:
    with pytest.raises(IntegrityError, match="retention_names_its_table"):
        RetentionRun.objects.create(table=table, rule=rule, count=1)
