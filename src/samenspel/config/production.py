"""`./samenspel start`: the product for real. Refuses to start with a clear sentence when a setting is missing."""

import argparse
import os
import signal
import subprocess
import sys

from samenspel.config import database, demo

TOO_MIGHTY = """
SELECT rolsuper OR rolbypassrls OR pg_has_role(current_user, (SELECT datdba FROM pg_database
    WHERE datname = current_database()), 'MEMBER') OR EXISTS (
    SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER'))
FROM pg_roles WHERE rolname = current_user
"""


def start(arguments: list[str]) -> int:
    """Check the settings, the database and the migrations, then run worker and server until stopped."""
    port = _port(arguments)
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.config.settings.production"
    import django  # a late import: the settings module speaks up when something is missing

    django.setup()
    if problem := _database_problem():
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    from django.core.management import call_command

    from samenspel.config.translations import compile_catalogues

    compile_catalogues()
    call_command("collectstatic", interactive=False, verbosity=0)
    commands = (demo.server_command(port, workers=os.cpu_count() or 1), demo.worker_command())
    processes = [subprocess.Popen(command) for command in commands]
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    return demo.watch(processes)


def _port(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./samenspel start", description="Start server and worker.")
    parser.add_argument("--port", type=int, default=8000)
    port: int = parser.parse_args(arguments).port
    return port


def _database_problem() -> str | None:
    """Why the database cannot be used as it is, in one sentence."""
    from django.db import DatabaseError

    from samenspel.config.migrating import pending

    try:
        problem = _role_problem()
        waiting = [] if problem else pending()
    except DatabaseError as wrong:
        return f"Samenspel does not start: the database does not answer ({str(wrong).strip()})."
    if waiting:
        command = "./samenspel manage migrate --database owner"
        return f"Samenspel does not start: {len(waiting)} migrations wait. Run: {command}"
    return problem and f"Samenspel does not start: {problem}"


def _role_problem() -> str | None:
    """Why the second lock would not hold, or nothing would work, for who connects like this.

    Row-level security does not bind a superuser, a role that may pass by it, or the owner of a table.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(TOO_MIGHTY)
        (too_mighty,) = cursor.fetchone()
        cursor.execute("SELECT has_table_privilege(to_regclass('public.django_migrations'), 'SELECT')")
        (has_rights,) = cursor.fetchone()
    if too_mighty:
        return f"DATABASE_URL must connect as {database.APPLICATION}, not as a superuser or the owner of the tables."
    if has_rights is False:
        return f"DATABASE_URL must connect as {database.APPLICATION}: that role gets its rights from the migrations."
    return None
