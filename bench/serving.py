"""Starts the real server on a database of its own, and asks it for pages as fast as it answers."""

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from samenspel.config import database, demo

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def server(fill: Callable[[], None]) -> Iterator[int]:
    """A server with one worker on a fresh database that `fill` puts rows in; gives the port.

    Where there are two cores the server gets the first, the asking process the second.
    """
    postgres = database.start_embedded(ROOT / "var" / "bench-postgres", for_tests=True)
    name = f"bench_{os.getpid()}"
    postgres.create_database(name)
    addresses = postgres.addresses(name)
    settings = {"DATABASE_URL": addresses.application, "DATABASE_OWNER_URL": addresses.owner}
    os.environ.update(settings | {"DJANGO_SETTINGS_MODULE": "bench.settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"})
    _fill(fill)
    port = _free_port()
    process = subprocess.Popen(demo.server_command(port))
    try:
        _wait_for(port)
        _spread_over_cores(process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)
        postgres.drop_database(name)
        postgres.stop()


def requests_per_second(port: int, path: str, *, seconds: float, cookie: str = "") -> float:
    """How many times one connection gets this page in a second; every answer must be a 200.

    Raises:
        RuntimeError: the server answered something else.
    """
    extra = f"Cookie: {cookie}\r\n" if cookie else ""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: identity\r\n{extra}\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        for _warm in range(20):
            ask(connection, request)
        count, until = 0, time.perf_counter() + seconds
        start = time.perf_counter()
        while time.perf_counter() < until:
            ask(connection, request)
            count += 1
        return count / (time.perf_counter() - start)


def medians(port: int, paths: list[str], *, rounds: int, seconds: float) -> dict[str, float]:
    """The median requests per second of each page over rounds in which all take turns."""
    seen: dict[str, list[float]] = {path: [] for path in paths}
    for _round in range(rounds):
        for path in paths:
            seen[path].append(requests_per_second(port, path, seconds=seconds))
    return {path: statistics.median(values) for path, values in seen.items()}


def ask(connection: socket.socket, request: bytes) -> int:
    """Send one request and read the whole answer; gives how long it was.

    Raises:
        RuntimeError: the answer is not a 200.
    """
    connection.sendall(request)
    answer = connection.recv(262_144)
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode(errors="replace"))
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    read = len(body)
    while read < length:
        read += len(connection.recv(262_144))
    return length


def _fill(fill: Callable[[], None]) -> None:
    import django

    django.setup()
    from samenspel.config.migrating import migrate_if_needed

    migrate_if_needed()
    fill()


def _spread_over_cores(process: subprocess.Popen[bytes]) -> None:
    if (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        return
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
    )
    for pid in [process.pid, *map(int, children.stdout.split())]:
        os.sched_setaffinity(pid, {0})
    os.sched_setaffinity(0, {1})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    sys.exit("The server of the bench did not start.")
