"""`./samenspel start` says in one sentence which setting is missing or wrong, and never shows its value."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samenspel.config.environment import mail_server

ROOT = Path(__file__).resolve().parents[2]
KEY = "c2FtZW5zcGVsLWRlbW8ta2V5LW5vdC1hLXNlY3JldCE="
GOOD = {
    "SECRET_KEY": "only for a test " * 5,
    "SEALING_KEYS": f'{{"one": "{KEY}"}}',
    "LOOKUP_KEY": "l" * 50,
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
    "ALLOWED_HOSTS": "samenspel.example",
    "SITE_ADDRESS": "https://samenspel.example",
    "MAIL_URL": "smtp://mail.example:587",
}


def started(settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What `start` says with exactly these settings."""
    command = "import sys; from samenspel.config.production import start; sys.exit(start(sys.argv[1:]))"
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, "-c", command],
        env=environment | {"PYTHONPATH": str(ROOT / "src")} | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("name", GOOD)
def test_a_missing_setting_is_named(name: str) -> None:
    done = started({key: value for key, value in GOOD.items() if key != name})
    assert done.returncode == 1
    assert done.stderr == f"Samenspel does not start: set {name} in the environment (see docs/settings.md).\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short-geheim"),
        ("SEALING_KEYS", "geheim"),
        ("SEALING_KEYS", "{}"),
        ("SEALING_KEYS", '["geheim"]'),
        ("SEALING_KEYS", '{"one": "Z2VoZWlt"}'),
        ("SEALING_KEYS", '{"one": 12}'),
        ("SEALING_KEYS", f'{{"a|b": "{KEY}"}}'),
        ("DATABASE_URL", "geheim"),
        ("DATABASE_URL", "mysql://geheim@host/x"),
        ("DATABASE_URL", "postgresql://geheim@host"),
        ("DATABASE_OWNER_URL", "geheim"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "other.example"),
        ("ALLOWED_HOSTS", " , "),
        ("SITE_ADDRESS", "http://samenspel.example"),
        ("SITE_ADDRESS", "samenspel.example"),
        ("SITE_ADDRESS", "https://samenspel.example/geheim"),
        ("MAIL_URL", "https://geheim"),
        ("MAIL_URL", "smtp://geheim:port"),
        ("MAIL_URL", "smtp://"),
        ("SESSION_IDLE_MINUTES", "geheim"),
        ("SESSION_IDLE_MINUTES", "0"),
        ("TRUSTED_PROXIES", "-1"),
        ("SECURE_SSL_REDIRECT", "perhaps"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence_without_its_value(name: str, value: str) -> None:
    done = started(GOOD | {name: value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"Samenspel does not start: {name} must ")
    assert done.stderr.count("\n") == 1
    assert "geheim" not in done.stderr


def test_a_database_that_does_not_answer_is_said() -> None:
    done = started(GOOD)
    assert done.returncode == 1
    assert done.stderr.startswith("Samenspel does not start: the database does not answer")
    assert "Traceback" not in done.stderr


def test_a_password_never_goes_to_a_mail_server_in_the_open() -> None:
    open_relay, with_password = mail_server("smtp://relay.example"), mail_server("smtp://u:p%40ss@mail.example:2525")
    assert (open_relay.port, open_relay.changes_to_tls, open_relay.tls_from_start) == (587, False, False)
    assert (with_password.password, with_password.changes_to_tls, with_password.tls_from_start) == ("p@ss", True, False)
    tls = mail_server("smtps://u:p@mail.example")
    assert (tls.port, tls.changes_to_tls, tls.tls_from_start) == (465, False, True)
