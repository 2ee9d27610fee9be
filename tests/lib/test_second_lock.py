"""Whoever gets SQL into the application stays the application: nothing of the owner, nothing of their own making."""

import psycopg
import pytest

from samenspel.config.database import Addresses

REFUSED = (
    "ALTER TABLE networks_message DISABLE ROW LEVEL SECURITY",
    "DROP POLICY scope ON networks_message",
    "SET row_security = off; SELECT * FROM networks_message",
    "CREATE TABLE public.mine (a int)",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA mine",
    "ALTER FUNCTION samenspel_scope() RENAME TO mine",
    "SET ROLE samenspel_owner",
    "SET session_replication_role = replica",
    "SELECT * FROM pg_authid",
    "COPY networks_organisation TO PROGRAM 'id'",
    "SELECT pg_read_file('/etc/passwd')",
    "TRUNCATE networks_message",
    "DELETE FROM django_migrations",
    "UPDATE audit_entry SET event = 'a.b.c'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "DELETE FROM audit_link",
    "INSERT INTO audit_link VALUES (99, '0190d3b0-0000-7000-8000-000000000000', 1, 'a', 'b')",
    "UPDATE audit_head SET number = 99",
    "SELECT audit_close(now())",
)


def test_the_application_cannot_open_the_lock_or_touch_the_log(committed_db: Addresses) -> None:
    allowed = []
    for statement in REFUSED:
        with psycopg.connect(committed_db.application) as connection:
            try:
                connection.execute(statement)
                allowed.append(statement)
            except psycopg.Error:
                pass
            connection.rollback()
    assert allowed == []


def test_what_works_as_the_owner_is_not_for_the_application_to_start(committed_db: Addresses) -> None:
    with psycopg.connect(committed_db.application) as connection:
        functions = connection.execute(
            "SELECT p.proname, has_function_privilege(p.oid, 'EXECUTE'), p.proconfig::text LIKE '%search_path=%' "
            "FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE nspname = 'public' AND prosecdef"
        ).fetchall()
    assert {name for name, _may, _path in functions} == {"audit_chain", "audit_move_head", "people_end_readings"}
    assert [name for name, may, has_path in functions if may or not has_path] == []


def test_the_log_still_gets_its_chain(committed_db: Addresses) -> None:
    line = (
        "INSERT INTO audit_entry (id, at, event, action, outcome, roles, object_type, purpose, permission, detail, "
        "is_emergency, access_point_type, access_point, source) VALUES (gen_random_uuid(), now(), 'a.b.c', 'R', '0', "
        "'', '', '', '', '', false, '', '', 'background')"
    )
    with psycopg.connect(committed_db.application) as connection:
        connection.execute(line)
        connection.commit()
        assert connection.execute("SELECT count(*) FROM audit_link").fetchone() == (1,)


@pytest.mark.parametrize("value", ["not a list", "{not-a-uuid}", "{}'; DROP TABLE x; --"])
def test_a_scope_that_makes_no_sense_is_an_error_and_not_everybody(committed_db: Addresses, value: str) -> None:
    with psycopg.connect(committed_db.application) as connection:
        connection.execute("SELECT set_config('samenspel.scope', %s, true)", [value])
        with pytest.raises(psycopg.DataError):
            connection.execute("SELECT samenspel_scope()")
