"""Guards that refuse to start: a page that nobody thought about access for cannot be mounted."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver


@register()
def every_page_has_an_access_rule(**_kwargs: Any) -> list[CheckMessage]:
    """An error for each address whose view carries no access decorator (see `samenspel.accounts.access`)."""
    return [
        Error(f"{address or '/'} has no access decorator", hint="use samenspel.accounts.access", id="samenspel.E001")
        for address, view in pages()
        if not hasattr(view, "access")
    ]


def pages() -> Iterator[tuple[str, Any]]:
    """Every address pattern of the product with its view."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern), pattern.callback
