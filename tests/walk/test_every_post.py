"""Every address as an outsider who sends things: refused, nothing changed, never broken."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from samenspel.accounts.models import User
from samenspel.accounts.rules import Scope
from samenspel.config import database
from samenspel.networks.queries import scope_of
from tests.cast import as_person, make_cast
from tests.conftest import own_database
from tests.walk.book import ABSENT, ONLY_POST, REFUSED, SIGN_IN, Page, all_pages
from tests.walk.examples import EXAMPLES
from tests.walk.stage import Stage, fill
from tests.walk.walker import NOBODY

OUTSIDERS = (NOBODY, "ria", "karin", "ali")
INSIDER = "marjan"
CLOSED = {SIGN_IN, REFUSED, ABSENT, ONLY_POST}
OPEN_TO_ALL = {"public", "own_sign_in", "account_holder", "signed_in"}
KEPT_APART = ("audit_", "django_session", "config_cache", "procrastinate_", "mfa_")
"""Tables that may change when somebody is refused: the log says so, the session lives on."""


def hostile(stage: Stage) -> dict[str, list[str]]:
    """One form with every field name that any form here has, filled to do harm."""
    cast = stage.cast
    ids = [str(one.pk) for one in (cast.huisvriend, cast.oeverhulp, cast.meerlinden)]
    return {
        "roles": ["administrator", "network_coordinator", "platform_administrator", "privacy_officer"],
        "role": ["platform_administrator"],
        "organisation": ids,
        "network": ids,
        "user": [str(cast.karin.pk)],
        "email": ["karin@voorbeeld.test"],
        "name": ["Overgenomen"],
        "title": ["Overgenomen"],
        "text": ["x" * 100_000],
        "reason": ["=cmd|' /C calc'!A0"],
        "outcome": ["done"],
        "kind": ["need"],
        "theme": ["room"],
        "channel": ["mail"],
        "once": ["0190d3b0-0000-7000-8000-000000000000"],
        "mark": ["0190d3b0-0000-7000-8000-000000000000"],
        "id": ids,
        "pk": ids,
        "is_lead": ["1"],
        "state": ["admitted"],
        "next": ["https://kwaad.example/"],
        "_method": ["DELETE"],
    }


@dataclass
class Sent:
    """What came back on everything that was sent, and which tables were different afterwards."""

    answers: list[tuple[str, Page, int]] = field(default_factory=list)
    changed: dict[str, set[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def sent(
    postgres: database.EmbeddedPostgres, empty_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Sent]:
    """Each outsider sends an empty and a hostile form to every address, on a database of their own."""
    with django_db_blocker.unblock(), own_database(postgres, empty_database):
        stage = fill(make_cast(), items=1)
        result = Sent()
        for name in OUTSIDERS:
            _send_everything(stage, name, result)
        _send_everything(stage, INSIDER, result)
        yield result


def _send_everything(stage: Stage, name: str, result: Sent) -> None:
    user: User | None = stage.cast.people.get(name)
    client = as_person(user) if user else Client()
    scope = scope_of(user) if user else Scope()
    before = fingerprints()
    for page in all_pages(stage, EXAMPLES):
        if page.access in OPEN_TO_ALL or _is_theirs(page, scope):
            continue
        for form in ({}, hostile(stage)):
            result.answers.append((name, page, client.post(page.address, form).status_code))
    after = fingerprints()
    result.changed[name] = {table for table in after if after[table] != before[table]}


def _is_theirs(page: Page, scope: Scope) -> bool:
    """Pages for a permission that this person holds somewhere: what they find there is their own."""
    kind, _, permission = page.access.partition(":")
    return (
        kind == "permission"
        and scope.may(permission)
        and (page.name == "finding:saved_new" or not page.name.startswith(("networks:message", "finding:saved_")))
    )


def fingerprints() -> dict[str, str]:
    """Table name to a hash of all its rows, as the owner sees them."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    found = {}
    with connections["owner"].cursor() as cursor:
        for table in tables:
            if not table.startswith(KEPT_APART):
                cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t ORDER BY 1')
                rows = "\n".join(row[0] for row in cursor.fetchall())
                found[table] = hashlib.sha256(rows.encode()).hexdigest()
    return found


def test_an_outsider_who_sends_is_refused_everywhere(sent: Sent) -> None:
    assert len(sent.answers) > 200
    wrong = [
        f"{name} to {page.name}: {status}"
        for name, page, status in sent.answers
        if name != INSIDER and status not in CLOSED
    ]
    assert wrong == []


def test_an_outsider_who_sends_changes_nothing(sent: Sent) -> None:
    assert {name: sent.changed[name] for name in OUTSIDERS} == {name: set() for name in OUTSIDERS}


def test_an_insider_gets_in_and_changes_something_but_breaks_nothing(sent: Sent) -> None:
    """So that the tests above can fail."""
    assert "networks_joinrequest" in sent.changed[INSIDER]
    answers = [status for name, _page, status in sent.answers if name == INSIDER]
    assert 200 in answers
    assert max(answers) < 500
