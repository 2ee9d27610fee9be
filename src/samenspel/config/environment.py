"""Reads settings from the environment and says in one sentence what is missing."""

import os
from urllib.parse import unquote, urlsplit


class MissingSetting(SystemExit):
    """A setting without which the product must not start."""

    def __init__(self, names: list[str]) -> None:
        listed = ", ".join(names)
        super().__init__(f"Samenspel does not start: set {listed} in the environment (see docs/settings.md).")


def optional(name: str, default: str = "") -> str:
    """A setting that may be absent."""
    return os.environ.get(name, default)


def required(*names: str) -> list[str]:
    """Settings that must be there.

    Raises:
        MissingSetting: naming all that are missing, not just the first.
    """
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        raise MissingSetting(missing)
    return [os.environ[name] for name in names]


def listed(name: str) -> list[str]:
    """A setting that holds several values, separated by commas."""
    return [value.strip() for value in optional(name).split(",") if value.strip()]


def mail_server(address: str) -> tuple[str, int, str, str, bool]:
    """Host, port, user, password and whether TLS is used, from `smtp://user:password@host:port` or `smtps://`.

    Raises:
        SystemExit: the address is not one of a mail server.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise SystemExit("Samenspel does not start: MAIL_URL must look like smtp://user:password@host:port.")
    return (
        parts.hostname,
        parts.port or 587,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        parts.scheme == "smtps",
    )
