"""Which addresses there are, what example each one takes, and who should get what answer there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from samenspel.accounts.rules import Scope
from samenspel.networks.access import holds_everywhere
from tests.walk.stage import Stage

Example = Callable[[Stage], dict[str, Any]]
ABOUT_NETWORK: Example = lambda stage: {"slug": stage.cast.meerlinden.slug}  # noqa: E731
ABOUT_ORGANISATION: Example = lambda stage: {"slug": stage.cast.huisvriend.slug}  # noqa: E731
SIGN_IN, REFUSED, ABSENT, FINE, ONLY_POST = 302, 403, 404, 200, 405


@dataclass(frozen=True)
class Page:
    """One address of the product with its example filled in."""

    name: str
    address: str
    access: str
    network_slug: str | None = None
    organisation_slug: str | None = None


def all_pages(stage: Stage, examples: dict[str, Example]) -> Iterator[Page]:
    """Every named address; a pattern that needs arguments and has no example raises, so no page is forgotten.

    Raises:
        LookupError: naming the address that has to get an example.
    """
    for name, pattern in _patterns(get_resolver().url_patterns, ""):
        arguments = examples[name](stage) if name in examples else {}
        try:
            address = reverse(name, kwargs=arguments)
        except NoReverseMatch as missing:
            raise LookupError(f"{name} needs an example in tests/walk/examples.py") from missing
        access = getattr(pattern.callback, "access", "")
        slug = arguments.get("slug")
        yield Page(
            name,
            address,
            access,
            network_slug=slug if access.startswith("network:") else None,
            organisation_slug=slug if access.startswith("organisation:") else None,
        )


def expected(page: Page, scope: Scope, stage: Stage) -> int:
    """The answer that this access rule owes to this person, by the rule alone."""
    kind, _, permission = page.access.partition(":")
    if kind == "public":
        return FINE
    if not scope.user_id:
        return SIGN_IN
    otherwise = REFUSED if kind == "permission" else ABSENT
    return FINE if _holds(page, kind, permission, scope, stage) else otherwise


def _holds(page: Page, kind: str, permission: str, scope: Scope, stage: Stage) -> bool:
    match kind:
        case "permission":
            return scope.may(permission)
        case "platform":
            return holds_everywhere(scope, permission)
        case "network":
            return scope.may(permission, network_id=stage.network_id(page.network_slug))
        case "organisation":
            return scope.may(permission, organisation_id=stage.organisation_id(page.organisation_slug))
        case _:
            return True


def _patterns(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _patterns(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{space}{pattern.name}", pattern
