"""Messages to the user after an action, with a way to undo it where that can be undone.

Undo rather than 'are you sure': the undo address gets a POST, because a GET only reads.
"""

from django.contrib import messages
from django.http import HttpRequest

_UNDO = "undo="


def done(request: HttpRequest, text: str, *, undo_url: str = "") -> None:
    """Tell that something was done; with `undo_url` the message carries a button to undo it."""
    messages.success(request, text, extra_tags=f"{_UNDO}{undo_url}" if undo_url else "")


def undo_url(message: object) -> str:
    """Give the address that undoes what this Django message reports, or an empty string."""
    tags = getattr(message, "extra_tags", "") or ""
    return tags.removeprefix(_UNDO) if tags.startswith(_UNDO) else ""
