"""`./samenspel start`: the product for real. Refuses to start with a clear sentence when a setting is missing."""

import os
import signal
import subprocess
import sys

from samenspel.config import demo


def start(arguments: list[str]) -> int:
    """Check the settings, the database and the migrations, then run worker and server until stopped."""
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
    port = int(arguments[arguments.index("--port") + 1]) if "--port" in arguments else 8000
    commands = (demo.server_command(port, workers=os.cpu_count() or 1), demo.worker_command())
    processes = [subprocess.Popen(command) for command in commands]
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    return demo.watch(processes)


def _database_problem() -> str | None:
    from django.db import OperationalError

    from samenspel.config.migrating import pending

    try:
        waiting = pending()
    except OperationalError as wrong:
        return f"Samenspel does not start: the database does not answer ({str(wrong).strip()})."
    if waiting:
        command = "./samenspel manage migrate --database owner"
        return f"Samenspel does not start: {len(waiting)} migrations wait. Run: {command}"
    return None
