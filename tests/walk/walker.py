"""Walks in the test's own process: every address as every person, with what came back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.accounts.models import User
from samenspel.accounts.rules import Scope
from samenspel.networks.queries import scope_of
from tests.cast import as_person
from tests.walk.book import Page, all_pages
from tests.walk.examples import EXAMPLES
from tests.walk.stage import Stage

NOBODY = "nobody"
CHANGING = re.compile(r'value="[^"]{30,}"')  # tokens in forms


@dataclass(frozen=True)
class Visit:
    """One person at one address: the answer and what it cost."""

    page: Page
    person: str
    scope: Scope
    status: int
    body: str
    is_html: bool
    queries: int

    @property
    def main(self) -> str:
        """The part of the page that differs from other pages, without what changes each time."""
        found = re.search(r"<main.*</main>", self.body, re.DOTALL)
        return CHANGING.sub("", found[0] if found else self.body)

    def __str__(self) -> str:
        return f"{self.person} at {self.page.name} ({self.page.address})"


def people_of(stage: Stage) -> dict[str, User | None]:
    """Everybody of the cast, and somebody without an account."""
    return {NOBODY: None, **stage.cast.people}


def walk(stage: Stage, *, only: set[str] | None = None) -> Iterator[Visit]:
    """Everybody, or only those named, at every address."""
    pages = list(all_pages(stage, EXAMPLES))
    for name, user in people_of(stage).items():
        if only is not None and name not in only:
            continue
        client = as_person(user) if user else Client()
        scope = scope_of(user) if user else Scope()
        for page in pages:
            yield visit(page, name, client, scope)


def visit(page: Page, name: str, client: Client, scope: Scope) -> Visit:
    """One person opens one address; what an earlier page left in the session does not come along."""
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page.address)
    is_html = answer.headers.get("Content-Type", "").startswith("text/html")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    text = body.decode(errors="replace") if is_html else ""
    return Visit(page, name, scope, answer.status_code, text, is_html, len(queries))
