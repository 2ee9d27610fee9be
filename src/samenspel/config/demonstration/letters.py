"""Reads the mails that the demo keeps in a folder instead of sending them."""

import email
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings

SHOWN = 40
LINE_BETWEEN = b"-" * 79
"""Django's file backend writes this line after every mail."""


@dataclass(frozen=True)
class Letter:
    """A mail as it would have arrived."""

    to: str
    subject: str
    text: str
    sent_at: datetime


def newest() -> list[Letter]:
    """The newest mails, the last one first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:SHOWN]
    return [letter for path in files for letter in reversed(list(_read(path)))][:SHOWN]


def _read(path: Path) -> Iterator[Letter]:
    moment = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    for part in path.read_bytes().split(b"\n" + LINE_BETWEEN):
        if part.strip():
            message = email.message_from_bytes(part.lstrip(), policy=default)
            body = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
            text = body.get_content() if body else ""
            yield Letter(to=str(message["To"] or ""), subject=str(message["Subject"] or ""), text=text, sent_at=moment)
