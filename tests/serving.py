"""Our server as a real process on a database of its own, for tests that come in through the front door."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from samenspel.config.database import Addresses
from samenspel.config.demo import server_command

ROOT = Path(__file__).resolve().parents[1]
READY_WITHIN_SECONDS = 30


@contextmanager
def serving(addresses: Addresses, *, port: int = 0, **settings: str) -> Iterator[str]:
    """Run granian on this database with these settings in the environment; gives the address of the site.

    The name is `localhost`, because a browser keeps passkeys for names and not for numbers.
    """
    port = port or free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings.test",
        "DATABASE_URL": addresses.application,
        "DATABASE_OWNER_URL": addresses.owner,
        "PYTHONPATH": str(ROOT / "src"),
        "SITE_ADDRESS": f"http://localhost:{port}",
        **settings,
    }
    with running(server_command(port), environment=environment):
        wait_until_it_answers(f"http://127.0.0.1:{port}/gezond/")
        yield f"http://localhost:{port}"


@contextmanager
def running(command: list[str], *, environment: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_it_answers(address: str) -> None:
    """Come back when this address gives an answer.

    Raises:
        TimeoutError: it did not within half a minute.
    """
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 -- our own address
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(address)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
