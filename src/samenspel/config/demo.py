"""`./samenspel demo`: one command from nothing to a network you can look around in.

Starts the embedded PostgreSQL in `var/`, migrates, loads the demo network once, starts worker and server, prints one
sign-in address per role, and stops everything it started at Ctrl-C.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from samenspel.config import database, prepared

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("SAMENSPEL_VAR", str(ROOT / "var")))
DATABASE_NAME = "samenspel"
READY_WITHIN_SECONDS = 90
THREADS = min(4, 2 * (os.cpu_count() or 1))
"""Requests that one server process answers at the same time; each holds a connection to the database."""
ALREADY_THERE = "The demo network is there already, in its own size. To make it again: add --fresh"
SIZES = range(37, 5001)
"""How many organisations a demo can have."""


def demo(arguments: list[str]) -> int:
    """Start the demo and stay until Ctrl-C; 1 when something did not start."""
    options = _options(arguments)
    if _taken(options.port):
        _say(f"Port {options.port} is in use. Choose another one: ./samenspel demo --port {options.port + 1}")
        return 1
    # Set by hand: a shell that starts us in the background has Python leave Ctrl-C alone.
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    if options.fresh:
        for folder in ("postgres", "mail", "media"):
            shutil.rmtree(VAR / folder, ignore_errors=True)
    try:
        with embedded_database():
            return _serve(options.port, _people(options))
    except KeyboardInterrupt:
        _say("\nStopped before it was ready.")
        return 1


def manage(arguments: list[str]) -> int:
    """Run a management command on the demo's database, or on `DATABASE_URL` when that is set."""
    if os.environ.get("DATABASE_URL"):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings.production")
        return _django(arguments)
    with embedded_database():
        return _django(arguments)


@contextmanager
def embedded_database() -> Iterator[None]:
    """The embedded PostgreSQL with the demo's database, for as long as the block lasts."""
    postgres = database.start_embedded(VAR / "postgres")
    try:
        if not postgres.has_database(DATABASE_NAME):
            postgres.create_database(DATABASE_NAME)
        addresses = postgres.addresses(DATABASE_NAME)
        os.environ["DATABASE_URL"] = addresses.application
        os.environ["DATABASE_OWNER_URL"] = addresses.owner
        os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.config.settings.demo"
        yield
    finally:
        postgres.stop()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./samenspel demo", description="Start the demo network.")
    parser.add_argument("--fresh", action="store_true", help="throw away the demo's data and start over")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--organisations", type=_size, default=SIZES[0], help="how many organisations, 37 to 5000")
    return parser.parse_args(arguments)


def _size(text: str) -> int:
    """The size that was asked for; argparse says what is wrong with it."""
    size = int(text)
    if not SIZES[0] <= size <= SIZES[-1]:
        raise argparse.ArgumentTypeError(f"{size} is not between {SIZES[0]} and {SIZES[-1]}")
    return size


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _people(options: argparse.Namespace) -> list[tuple[str, str]]:
    """Role and sign-in address of the cast; prepares the database only when something changed."""
    site, token = f"http://localhost:{options.port}", secrets.token_urlsafe(9)
    os.environ |= {"SITE_ADDRESS": site, "SAMENSPEL_DEMO_TOKEN": token}
    people = prepared.recall(VAR / "postgres", site=site, token=token)
    if people is None:
        people = _prepare(organisations=options.organisations)
        prepared.remember(VAR / "postgres", people, site=site, token=token)
    elif options.organisations != SIZES[0]:
        _say(ALREADY_THERE)
    return people


def _prepare(*, organisations: int) -> list[tuple[str, str]]:
    """Bring the database up to date and make sure the demo network is there; gives role and sign-in address."""
    import django  # a late import: settings come from the environment made above

    django.setup()
    from django.core.management import call_command

    from samenspel.config import demonstration
    from samenspel.config.migrating import migrate_if_needed
    from samenspel.config.translations import compile_catalogues

    compile_catalogues()
    migrate_if_needed()
    # Gathered and compressed, as in production: the first page stays light on a phone.
    call_command("collectstatic", interactive=False, verbosity=0)
    if not demonstration.load_once(organisations=organisations) and organisations != SIZES[0]:
        _say(ALREADY_THERE)
    return demonstration.sign_in_addresses()


def _serve(port: int, people: list[tuple[str, str]]) -> int:
    # In groups of their own: Ctrl-C reaches only us, and we stop them in order.
    commands = (server_command(port), worker_command())
    processes = [subprocess.Popen(command, process_group=0) for command in commands]
    try:
        if not _answers(port, processes):
            _stop(processes)
            _say("The server did not start; the lines above say why.")
            return 1
        _say(f"\nSamenspel is running at http://localhost:{port}/\n\nSign in as:")
        width = max(len(role) for role, _ in people)
        for role, address in people:
            _say(f"  {role:<{width}}  {address}")
        _say("\nMail that would be sent: " + f"http://localhost:{port}/demo/post/" + "\nCtrl-C stops everything.")
    except KeyboardInterrupt:
        _stop(processes)
        return 0
    return watch(processes)


def watch(processes: list[subprocess.Popen[bytes]]) -> int:
    """Stay until Ctrl-C (0) or until a process stops by itself (1); stops all of them either way."""
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.3)
    except KeyboardInterrupt:
        _say("\nStopping ...")
        return 0
    else:
        _say("A process stopped by itself; the lines above say why.")
        return 1
    finally:
        _stop(processes)


def server_command(port: int, *, workers: int = 1) -> list[str]:
    """How the web server is started; the same in demo, tests and production."""
    granian = str(Path(sys.executable).parent / "granian")
    options = [
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-ws",
        "--blocking-threads",
        str(THREADS),
    ]
    return [granian, *options, "--workers", str(workers), "--log-level", "warning", "samenspel.config.wsgi:application"]


def worker_command() -> list[str]:
    """How the worker for background tasks is started."""
    return [sys.executable, "-m", "django", "procrastinate", "worker", "--concurrency", "2"]


def _answers(port: int, processes: list[subprocess.Popen[bytes]]) -> bool:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline and all(process.poll() is None for process in processes):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond/", timeout=5):
                return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _django(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["./samenspel manage", *arguments])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201


def _without_database(arguments: list[str]) -> int:
    """For checks that need the code but no running database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.config.settings.test"
    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration history")
    return _django(arguments)


if __name__ == "__main__":
    sys.exit(_without_database(sys.argv[2:]))
