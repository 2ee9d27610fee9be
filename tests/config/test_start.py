"""`./samenspel start` for real: against a PostgreSQL with two roles, as docs/settings.md tells how to make it."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samenspel.config.database import Addresses, EmbeddedPostgres
from tests.config.test_settings import GOOD, ROOT, started

BEHIND_PROXY = {"Host": "samenspel.example", "X-Forwarded-Proto": "https"}
READY_WITHIN_SECONDS = 60


def settings_for(addresses: Addresses, folder: Path) -> dict[str, str]:
    """Everything that production asks, with this database."""
    database = {"DATABASE_URL": addresses.application, "DATABASE_OWNER_URL": addresses.owner}
    return GOOD | database | {"SAMENSPEL_VAR": str(folder)}


@pytest.mark.parametrize("role", ["postgres", "samenspel_owner"])
def test_who_could_pass_by_the_second_lock_is_refused(committed_db: Addresses, tmp_path: Path, role: str) -> None:
    mighty = committed_db.application.replace("samenspel_app", role)
    done = started(settings_for(committed_db, tmp_path) | {"DATABASE_URL": mighty})
    assert done.returncode == 1
    assert "DATABASE_URL must connect as samenspel_app" in done.stderr


def test_a_role_without_rights_is_refused(postgres: EmbeddedPostgres, committed_db: Addresses, tmp_path: Path) -> None:
    with postgres.superuser() as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'somebody_else'").fetchone():
            connection.execute("CREATE ROLE somebody_else LOGIN")
    stranger = committed_db.application.replace("samenspel_app", "somebody_else")
    done = started(settings_for(committed_db, tmp_path) | {"DATABASE_URL": stranger})
    assert done.returncode == 1
    assert "DATABASE_URL must connect as samenspel_app" in done.stderr


def test_a_database_without_tables_is_told_what_to_do(postgres: EmbeddedPostgres, tmp_path: Path) -> None:
    name = f"bare_{os.getpid()}"
    postgres.create_database(name)
    try:
        done = started(settings_for(postgres.addresses(name), tmp_path))
    finally:
        postgres.drop_database(name)
    assert done.returncode == 1
    assert re.search(r"\d+ migrations wait. Run: ./samenspel manage migrate --database owner", done.stderr)


def test_it_serves_over_tls_only_without_a_demo_and_with_hashed_files(committed_db: Addresses, tmp_path: Path) -> None:
    with serving(settings_for(committed_db, tmp_path)) as port:
        status, headers, page = asked(port, "/")
        assert status == 200
        assert "max-age=31536000" in headers["Strict-Transport-Security"]
        style = re.search(r'href="(/static/design/base\.[0-9a-f]{12}\.css)"', page)
        assert style
        assert "immutable" in asked(port, style[1])[1]["Cache-Control"]
        assert asked(port, "/demo/")[0] == 404
        assert asked(port, "/demo/binnen/henk/test/")[0] == 404
        assert asked(port, "/", {"Host": "kwaad.example", "X-Forwarded-Proto": "https"})[0] == 400
        status, headers, _page = asked(port, "/vandaag/", {"Host": "samenspel.example"})
        assert (status, headers["Location"]) == (301, "https://samenspel.example/vandaag/")
        for cookie in cookies_of(asked(port, "/account/inloggen/")[1]):
            assert {"secure", "httponly", "samesite=lax"} <= cookie


def cookies_of(headers: dict[str, str]) -> list[set[str]]:
    """The attributes of each cookie that was set."""
    return [{part.strip().lower() for part in line.split(";")} for line in headers["Set-Cookie"].split("\n")]


def asked(port: int, address: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
    """One request as a proxy hands it on: status, headers (of one name in one value), text."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", address, headers=BEHIND_PROXY if headers is None else headers)
    answer = connection.getresponse()
    found: dict[str, str] = {}
    for name, value in answer.getheaders():
        found[name.title()] = f"{found[name.title()]}\n{value}" if name.title() in found else value
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, found, text


@contextmanager
def serving(settings: dict[str, str]) -> Iterator[int]:
    """`start` on a free port, stopped as a service manager stops it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = "import sys; from samenspel.config.production import start; sys.exit(start(sys.argv[1:]))"
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-c", command, "--port", str(port)],
        env=environment | {"PYTHONPATH": str(ROOT / "src")} | settings,
        cwd=ROOT,
    )
    try:
        _wait_until_it_answers(port, process)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def _wait_until_it_answers(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, "start stopped by itself"
        try:
            if asked(port, "/gezond/")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("start did not answer in time")
