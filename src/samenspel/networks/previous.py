"""What a text was before somebody changed it, kept in their own session for as long as it lasts, so it can be put back.

Only for texts that the public may read: a session is no place for anything else.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest


def remember(request: HttpRequest, key: UUID, values: Mapping[str, Any]) -> None:
    """Keep the values (plain JSON) of before the change; one version back is enough."""
    request.session[f"before:{key}"] = dict(values)


def take(request: HttpRequest, key: UUID) -> dict[str, Any]:
    """The values of before, once; empty when there is nothing to put back."""
    before: dict[str, Any] = request.session.pop(f"before:{key}", {})
    return before
