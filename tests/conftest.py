"""What all tests share: a database made once per version of the migrations, and the harness's strictness."""

import fcntl
import hashlib
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from samenspel.config import database

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var"
COUNTER = itertools.count()
pytest_plugins = ["tests.cast", "tests.mailbox", "tests.browsing"]


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Tests with a browser come last: its library keeps an event loop running, in which no worker can start its own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[database.EmbeddedPostgres]:
    """The embedded PostgreSQL of the tests, shared by all runs on this machine."""
    server = database.start_embedded(VAR / "test-postgres", for_tests=True)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def empty_database(postgres: database.EmbeddedPostgres, django_db_blocker: DjangoDbBlocker) -> str:
    """A database with all tables and no rows, made once for each version of models and migrations."""
    with django_db_blocker.unblock():
        return _template(postgres, f"empty_{_version()}")


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Every run works in its own copy; tests connect as the application, not as the owner."""
    name = f"test_{os.getpid()}"
    postgres.drop_database(name)
    postgres.create_database(name, template=empty_database)
    with django_db_blocker.unblock():
        point_at(postgres.addresses(name))
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    postgres.drop_database(name)


@pytest.fixture
def committed_db(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_blocker: DjangoDbBlocker, django_db_setup: None
) -> Iterator[database.Addresses]:
    """A database of its own for a test that needs real commits: several connections, processes, threads."""
    with django_db_blocker.unblock(), own_database(postgres, empty_database) as addresses:
        yield addresses


@contextmanager
def own_database(postgres: database.EmbeddedPostgres, template: str) -> Iterator[database.Addresses]:
    """A fresh copy of a database to which Django's connections point, for as long as the block lasts."""
    name = f"committed_{os.getpid()}_{next(COUNTER)}"
    before = {alias: dict(connections[alias].settings_dict) for alias in ("default", "owner")}
    postgres.create_database(name, template=template)
    point_at(postgres.addresses(name))
    try:
        yield postgres.addresses(name)
    finally:
        for alias, settings in before.items():
            connections[alias].close()
            connections[alias].settings_dict.update(settings)
        postgres.drop_database(name)


def point_at(addresses: database.Addresses) -> None:
    """Let Django's connections work on this database."""
    for alias, address in (("default", addresses.application), ("owner", addresses.owner)):
        connections[alias].close()
        settings = connections[alias].settings_dict
        made = database.django_settings(address)
        settings.update({key: made[key] for key in ("NAME", "USER", "HOST", "PORT")})


def _template(postgres: database.EmbeddedPostgres, name: str) -> str:
    with (VAR / "test-template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not postgres.has_database(name):
            postgres.create_database(f"{name}_new")
            point_at(postgres.addresses(f"{name}_new"))
            call_command("migrate", database="owner", interactive=False, verbosity=0)
            connections.close_all()
            with postgres.superuser() as connection:
                connection.execute(f'ALTER DATABASE "{name}_new" RENAME TO "{name}"')
    return name


def _version() -> str:
    """Changes when a model or a migration changes."""
    seen = hashlib.sha256()
    sources = [*ROOT.glob("src/samenspel/*/migrations/*.py"), *ROOT.glob("src/samenspel/*/models*/**/*.py")]
    for path in sorted([*sources, *ROOT.glob("src/samenspel/*/models.py"), *ROOT.glob("src/samenspel/lib/*.py")]):
        seen.update(path.read_bytes())
    seen.update((ROOT / "requirements.lock").read_bytes())
    return seen.hexdigest()[:12]
