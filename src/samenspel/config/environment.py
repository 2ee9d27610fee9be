"""Reads settings from the environment and says in one sentence what is missing or wrong."""

import base64
import json
import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

SEALING_KEY_BYTES = 32
SHORTEST_SECRET = 50
SUBMISSION_PORT, TLS_PORT = 587, 465


class MissingSetting(SystemExit):
    """A setting without which the product must not start."""

    def __init__(self, names: list[str]) -> None:
        listed = ", ".join(names)
        super().__init__(f"Samenspel does not start: set {listed} in the environment (see docs/settings.md).")


class WrongSetting(SystemExit):
    """A setting with which the product must not start; the sentence never repeats a value, which may be a secret."""

    def __init__(self, name: str, must: str) -> None:
        super().__init__(f"Samenspel does not start: {name} must {must} (see docs/settings.md).")


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


def number(name: str, default: int, *, least: int = 0) -> int:
    """A setting that is a whole number.

    Raises:
        WrongSetting: it is something else, or less than `least`.
    """
    value = optional(name, str(default))
    if not (value.isascii() and value.isdecimal() and int(value) >= least):
        raise WrongSetting(name, f"be a whole number, {least} or more")
    return int(value)


def yes_or_no(name: str, default: str) -> bool:
    """A setting that is `yes` or `no`.

    Raises:
        WrongSetting: it is something else, and guessing would be unsafe.
    """
    value = optional(name, default)
    if value not in {"yes", "no"}:
        raise WrongSetting(name, "be yes or no")
    return value == "yes"


def secret_key(value: str, *, name: str = "SECRET_KEY") -> str:
    """What signs sessions and links, or (by another name) what hashes are made with.

    Raises:
        WrongSetting: short enough to guess.
    """
    if len(value) < SHORTEST_SECRET:
        raise WrongSetting(name, f"be at least {SHORTEST_SECRET} signs long, made at random")
    return value


def sealing_keys(text: str) -> dict[str, str]:
    """Key names with their keys in base64.

    Raises:
        WrongSetting: not JSON, no key at all, or a key that is not 32 bytes.
    """
    try:
        keys = json.loads(text)
        fits = [len(base64.b64decode(key, validate=True)) == SEALING_KEY_BYTES for key in keys.values()]
    except (ValueError, TypeError, AttributeError):
        fits = []
    if not fits or not all(fits) or any("|" in name or not name for name in keys):
        raise WrongSetting("SEALING_KEYS", 'be JSON such as {"2026": "32 random bytes in base64"}')
    return {str(name): str(key) for name, key in keys.items()}


def site_address(value: str, hosts: list[str]) -> str:
    """The address that stands in mails, without a slash at the end.

    Raises:
        WrongSetting: not https, more than a host name, or a host name that the server would refuse.
    """
    parts = urlsplit(value.rstrip("/"))
    if parts.scheme != "https" or not parts.hostname or parts.path or parts.query:
        raise WrongSetting("SITE_ADDRESS", "look like https://samenspel.example.nl")
    if not any(parts.hostname == host or (host[:1] == "." and parts.hostname.endswith(host)) for host in hosts):
        raise WrongSetting("ALLOWED_HOSTS", "hold the host name of SITE_ADDRESS")
    return value.rstrip("/")


def host_names(name: str) -> list[str]:
    """The names under which the server answers.

    Raises:
        WrongSetting: any name at all.
    """
    found = listed(name)
    if "*" in found or not found:
        raise WrongSetting(name, "name the hosts one by one, separated by commas")
    return found


@dataclass(frozen=True)
class MailServer:
    """Where mail goes. `smtps` is TLS from the first byte; `smtp` with a password changes to TLS before it is sent."""

    host: str
    port: int
    user: str
    password: str
    tls_from_start: bool

    @property
    def changes_to_tls(self) -> bool:
        """Whether the connection starts open and changes to TLS; a password never goes over an open one."""
        return bool(self.user) and not self.tls_from_start


def mail_server(address: str) -> MailServer:
    """The mail server in `smtp://user:password@host:port` or `smtps://`.

    Raises:
        WrongSetting: the address is not one of a mail server.
    """
    wrong = WrongSetting("MAIL_URL", "look like smtp://user:password@host:port or smtps://user:password@host:port")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as unreadable:
        raise wrong from unreadable
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise wrong
    tls = parts.scheme == "smtps"
    return MailServer(
        host=parts.hostname,
        port=port or (TLS_PORT if tls else SUBMISSION_PORT),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_from_start=tls,
    )
