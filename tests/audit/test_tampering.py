"""Somebody with all rights on the database changes the log: the check finds it and names the line."""

import io
from collections.abc import Callable

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction

from samenspel.audit import actions, queries
from samenspel.audit.chain import Place
from samenspel.audit.models import Anchor, Entry, Head, Link
from samenspel.audit.rules import Action
from samenspel.config.database import Addresses, EmbeddedPostgres
from samenspel.lib import clock

Superuser = Callable[..., None]


@pytest.fixture
def log(committed_db: Addresses) -> None:
    for _ in range(6):
        actions.record("networks.partner.admitted", action=Action.CREATE, by=None)


@pytest.fixture
def as_superuser(log: None, postgres: EmbeddedPostgres) -> Superuser:
    """Runs SQL with the guards of the log switched off, and switches them on again."""

    def run(statement: str) -> None:
        with postgres.superuser(connection.settings_dict["NAME"]) as database:
            database.execute("SET session_replication_role = replica")
            database.execute(statement)

    return run


def entry_id(number: int) -> str:
    return str(Link.objects.get(number=number).entry_id)


def findings() -> list[str]:
    return [str(finding) for finding in queries.check()]


@pytest.mark.usefixtures("log")
def test_an_untouched_log_is_intact() -> None:
    assert findings() == []
    assert queries.head().number == Entry.objects.count() == 6


def test_a_changed_byte(as_superuser: Superuser) -> None:
    changed = entry_id(3)
    as_superuser(f"UPDATE audit_entry SET event = 'networks.partner.admittef' WHERE id = '{changed}'")
    assert findings() == [f"line 3 (id {changed}): changed"]


@pytest.mark.parametrize(
    "change",
    ["at = at + interval '1 microsecond'", "user_id = gen_random_uuid()", "is_emergency = true", "roles = 'x'"],
)
def test_every_column_counts(as_superuser: Superuser, change: str) -> None:
    as_superuser(f"UPDATE audit_entry SET {change} WHERE id = '{entry_id(2)}'")
    assert findings()[0].endswith("changed")


def test_a_deleted_line(as_superuser: Superuser) -> None:
    gone = entry_id(4)
    as_superuser(f"DELETE FROM audit_entry WHERE id = '{gone}'")
    assert findings() == [f"line 4 (id {gone}): missing"]


def test_a_line_deleted_with_its_link(as_superuser: Superuser) -> None:
    as_superuser(f"DELETE FROM audit_entry WHERE id = '{entry_id(4)}'; DELETE FROM audit_link WHERE number = 4")
    assert findings() == ["line 4: missing"]


def test_two_swapped_lines(as_superuser: Superuser) -> None:
    two, five = entry_id(2), entry_id(5)
    as_superuser(
        f"UPDATE audit_link SET entry_id = gen_random_uuid() WHERE number = 2;"
        f"UPDATE audit_link SET entry_id = '{two}' WHERE number = 5;"
        f"UPDATE audit_link SET entry_id = '{five}' WHERE number = 2"
    )
    assert [line.split(" (")[0] for line in findings()] == ["line 2", "line 2", "line 5", "line 5"]


def test_an_inserted_line(as_superuser: Superuser) -> None:
    columns = "event, action, outcome, roles, object_type, purpose, permission, is_emergency, detail, access_point_type, access_point, source"  # noqa: E501
    as_superuser(
        f"INSERT INTO audit_entry (id, at, {columns}) "
        f"SELECT '00000000-0000-0000-0000-000000000001', at, {columns} FROM audit_entry LIMIT 1"
    )
    assert findings() == ["(id 00000000-0000-0000-0000-000000000001): inserted - it was never chained"]


def test_a_cut_off_tail(as_superuser: Superuser) -> None:
    as_superuser(
        "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE number > 4);"
        "DELETE FROM audit_link WHERE number > 4"
    )
    assert findings() == ["line 5 to 6: missing - the tail was cut off"]


def test_a_tail_cut_off_with_its_head_is_found_with_what_was_kept_elsewhere(as_superuser: Superuser) -> None:
    kept = queries.head()
    as_superuser(
        "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE number > 4);"
        "DELETE FROM audit_link WHERE number > 4;"
        "UPDATE audit_head SET number = 4, hash = (SELECT hash FROM audit_link WHERE number = 4)"
    )
    assert findings() == []
    assert [str(one) for one in queries.check(kept=kept)] == ["line 6: missing - the kept end of the log is not in it"]


@pytest.mark.usefixtures("log")
def test_a_kept_end_with_another_hash_is_found() -> None:
    other = Place(3, "a" * 64)
    assert [str(one) for one in queries.check(kept=other)] == [
        "line 3: changed - the kept end of the log had another hash"
    ]


def test_everything_gone(as_superuser: Superuser) -> None:
    as_superuser("TRUNCATE audit_entry, audit_link")
    assert findings() == ["line 1 to 6: missing - the tail was cut off"]


@pytest.mark.usefixtures("log")
def test_a_switched_off_guard_is_named() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_chain")
    assert findings() == ["log: guard switched off - audit_chain on audit_entry"]


CHANGES = {
    "audit_entry": "event = 'a.b.c'",
    "audit_link": "version = 2",
    "audit_anchor": "lines = 0",
    "audit_head": "number = 99",
}


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("alias", ["default", "owner"])
def test_nobody_changes_or_removes_a_line(alias: str) -> None:
    with connections["owner"].cursor() as owner:
        owner.execute("INSERT INTO audit_anchor VALUES (-1, '', 0, now(), now())")
    for table, change in CHANGES.items():
        for statement in (f"UPDATE {table} SET {change}", f"DELETE FROM {table}", f"TRUNCATE {table}"):
            with pytest.raises(DatabaseError), connections[alias].cursor() as cursor:
                cursor.execute(statement)
    assert (Entry.objects.count(), Link.objects.count(), Head.objects.get().number) == (6, 6, 6)


@pytest.mark.usefixtures("log")
def test_the_application_cannot_write_links_itself() -> None:
    with pytest.raises(DatabaseError, match="only the log itself"):
        Link.objects.create(number=7, entry_id=Link.objects.first().entry_id, version=1, content_hash="", hash="")  # type: ignore[union-attr]
    with pytest.raises(DatabaseError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute("SELECT audit_close(now())")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samenspel.audit_closing', 'on', false)")
        with pytest.raises(DatabaseError, match="permission denied"):
            cursor.execute("DELETE FROM audit_entry")


@pytest.mark.usefixtures("log")
def test_a_line_of_an_undone_transaction_leaves_no_trace() -> None:
    def undone() -> None:
        with transaction.atomic():
            actions.record("networks.partner.admitted", action=Action.CREATE, by=None)
            raise KeyError

    with pytest.raises(KeyError):
        undone()
    assert queries.head().number == 6
    assert findings() == []


@pytest.mark.usefixtures("log")
def test_writers_at_the_same_time_chain_one_after_the_other(committed_db: Addresses) -> None:
    columns = "(id, at, event, action, outcome, roles, object_type, purpose, permission, is_emergency, detail, access_point_type, access_point, source)"  # noqa: E501
    line = f"INSERT INTO audit_entry {columns} VALUES (gen_random_uuid(), now(), 'a.b.c', 'C', '0', '', '', '', '', false, '', '', '', 'web')"  # noqa: E501
    with psycopg.connect(committed_db.application) as first, psycopg.connect(committed_db.application) as second:
        for writer in (first, second, first, second):
            writer.execute(line)  # neither waits for the other: the place in the chain is given at commit
        second.commit()
        first.commit()
    assert findings() == []
    assert queries.head().number == 10


@pytest.mark.usefixtures("log")
def test_old_lines_are_closed_and_the_rest_still_holds() -> None:
    middle = Entry.objects.get(pk=entry_id(4)).at
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT audit_close(%s)", [middle])
        assert cursor.fetchone() == (3,)
        cursor.execute("SELECT audit_close(%s)", [middle])
        assert cursor.fetchone() == (0,)
    assert list(Anchor.objects.values_list("number", "lines")) == [(3, 3)]
    assert findings() == []
    assert Entry.objects.count() == 3


@pytest.mark.usefixtures("log")
def test_a_wholly_old_log_closes_and_goes_on() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT audit_close(%s)", [clock.now()])
        assert cursor.fetchone() == (6,)
    actions.record("networks.partner.admitted", action=Action.CREATE, by=None)
    assert findings() == []
    assert queries.head().number == 7


def test_since_looks_only_at_what_came_after(as_superuser: Superuser) -> None:
    as_superuser(f"UPDATE audit_entry SET roles = 'x' WHERE id = '{entry_id(2)}'")
    later = Entry.objects.get(pk=entry_id(4)).at
    assert list(queries.check(since=later)) == []
    as_superuser(f"UPDATE audit_entry SET roles = 'x' WHERE id = '{entry_id(5)}'")
    assert [finding.number for finding in queries.check(since=later)] == [5]


def test_the_command_names_the_line_and_ends_with_1(as_superuser: Superuser) -> None:
    as_superuser(f"UPDATE audit_entry SET roles = 'x' WHERE id = '{entry_id(2)}'")
    told = io.StringIO()
    with pytest.raises(CommandError) as ended:
        call_command("verify_audit", stdout=told, stderr=io.StringIO())
    assert ended.value.returncode == 1
    assert "line 2" in told.getvalue()


@pytest.mark.usefixtures("log")
def test_the_command_prints_the_head_to_keep_and_takes_it_back() -> None:
    told, progress = io.StringIO(), io.StringIO()
    call_command("verify_audit", "--head", stdout=told)
    kept = told.getvalue().strip()
    call_command("verify_audit", f"--kept={kept}", stdout=told, stderr=progress)
    assert "intact up to line 6" in told.getvalue()
    assert "6 of 6 lines" in progress.getvalue()


@pytest.mark.parametrize("wrong", ["--kept=12", "--since=gisteren"])
def test_the_command_says_how_to_write_its_options(wrong: str) -> None:
    with pytest.raises(CommandError):
        call_command("verify_audit", wrong)
